/** An address that can be followed from elsewhere; null for anchors, scripts and what is no address. */
export function absoluteAddress(href: string, base: string | null): string | null {
  if (href === "" || href.startsWith("#") || /^(javascript|data|vbscript|about|blob):/i.test(href)) return null;
  if (/^(https?|mailto|ftp|tel):/i.test(href)) return URL.parse(href)?.href ?? href;
  return base ? (URL.parse(href, base)?.href ?? null) : href;
}
