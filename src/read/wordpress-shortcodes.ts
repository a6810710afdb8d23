import { type MappedText, TextBuilder } from "../document/mapped-text.ts";

export interface WithoutShortcodes {
  readonly html: MappedText;
  /** Names of the shortcodes that were left out, each once. */
  readonly leftOut: readonly string[];
}

const TAG =
  /\[(\/?)([a-zA-Z][\w-]{1,40})((?:\s+[\w-]+\s*=\s*(?:"[^"\]]*"|'[^'\]]*'|“[^”\]]*”|″[^″\]]*″|&[^;\]]{2,8};[^\]]{0,200}?&[^;\]]{2,8};|[^\s\]"']+))*|\s+[^\]=]{0,80})\s*\/?\]/g;
/** Shortcodes of WordPress itself and of the plug-ins most in use; what they enclose is text. */
const KNOWN =
  /^(?:caption|wp_caption|gallery|embed|audio|video|playlist|contact-form(?:-7)?|toc|ads?|adrotate|newsletter\w*|mc4wp_form|jetpack\w*|related\w*|recent-posts|button|quote|pullquote|blockquote|dropcap|highlight|columns?|row|tabs?|accordion|spacer|divider|youtube|vimeo|twitter|tweet|instagram|facebook|soundcloud|scribd|pdf\w*|table|footnote|ref|su_\w+|vc_\w+|et_pb_\w+|fusion_\w+|av_\w+|x_\w+|tcb-\w+|elementor-\w+|wpdatatable|visualizer|tablepress|sharethis\w*|addtoany|shareaholic)$/i;

/**
 * Takes WordPress shortcodes out of a post's HTML. `[caption]` becomes a figure with its caption; of others the tags go and
 * what they enclose stays, except for galleries and embeds. Brackets of the author's ("[sic]", "[the minister]", "[1]")
 * are no shortcodes: a shortcode has attributes, or a closing tag, or a known name.
 */
export function takeOutShortcodes(html: MappedText): WithoutShortcodes {
  const { text } = html;
  if (!text.includes("[")) return { html, leftOut: [] };
  const closed = new Set([...text.matchAll(/\[\/([a-zA-Z][\w-]{1,40})\]/g)].map((m) => m[1]!));
  const out = new TextBuilder();
  const leftOut = new Set<string>();
  let at = 0;
  for (const match of text.matchAll(TAG)) {
    if (match.index < at) continue;
    const [whole, slash, name = "", attributes = ""] = match;
    if (!KNOWN.test(name) && !closed.has(name) && !/=\s*["'“″&]/.test(attributes)) continue;
    out.appendFrom(html, at, match.index);
    at = match.index + whole.length;
    if (/^(?:wp_)?caption$/i.test(name)) out.insert(slash ? "</figcaption></figure>" : "<figure><figcaption>");
    else {
      leftOut.add(name);
      if (!slash && /^(?:gallery|embed|audio|video|playlist|youtube|vimeo|tweet|twitter|instagram|facebook|soundcloud)$/i.test(name)) {
        const close = closed.has(name) ? text.indexOf(`[/${name}]`, at) : -1;
        if (close >= 0 && close - at < 2000) at = close + name.length + 3;
      }
    }
  }
  if (at === 0) return { html, leftOut: [] };
  out.appendFrom(html, at);
  return { html: out.build(), leftOut: [...leftOut] };
}
