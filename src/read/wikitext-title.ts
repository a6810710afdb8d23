import type { Page } from "./wikitext-page.ts";

/**
 * A page's title where the wikitext is all there is: from what the page says of itself, surest first.
 *
 * A main category (sorted under a blank or `*`) whose name is the sort key; the words in bold at the beginning; the sort key;
 * a main category alone; longer words in bold.
 */
export function titleOf(page: Page, displayTitle: string | null, bold: string | null): string | null {
  if (displayTitle) return displayTitle;
  const key = page.sortKey?.trim() || null;
  const same = (a: string): boolean => key !== null && a.toLowerCase() === key.toLowerCase();
  const main = page.categories.filter(({ sortKey }) => sortKey !== null && /^(?:[ *!+-]|$)/.test(sortKey)).map(({ name }) => name);
  const agreed = page.categories.map(({ name }) => name).find(same) ?? (bold && same(bold) ? bold : null);
  if (agreed) return agreed;
  const short = bold && bold.split(/\s+/).length <= 8 && !/[,;:]/.test(bold) ? capital(bold) : null;
  if (short) return short;
  if (key && !key.includes(",")) return key;
  return main[0] ?? (bold ? capital(bold) : null) ?? relationsOf(page);
}

/** A category or a template that names the page's subject: "Foreign relations of …", "…–… relations". */
function relationsOf(page: Page): string | null {
  const pattern = /^(?:foreign|bilateral|international) relations of |\S[–-].* relations$|^relaciones .*(?:de|-)|^relações /i;
  const category = page.categories.find(({ name }) => pattern.test(name));
  if (category) return category.name;
  const template = [...page.unknown.keys()].find((name) => /^foreign relations of /.test(name));
  return template
    ? template
        .replace(/^f/, "F")
        .replace(/(?<=of )\p{Ll}|(?<= )\p{Ll}(?=\p{L}{3})/gu, (letter, at: number) => (at > 20 ? letter.toUpperCase() : letter))
    : null;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
