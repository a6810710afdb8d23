import { countryOfCode } from "./wikitext-countries.ts";
import { showDate } from "./wikitext-dates.ts";
import type { Node, Template } from "./wikitext-nodes.ts";
import { afterColon, named, positional, positionals } from "./wikitext-parameters.ts";
import { SIGNS, type Treatment } from "./wikitext-template-names.ts";

/** Gives the plain text of nodes, "" for none. */
type TextOf = (nodes: readonly Node[] | null) => string;

type Of<Result> = Partial<Record<Treatment, (template: Template, textOf: TextOf) => Result>>;

/** Templates that show the content of one of their parameters, markup and all. */
export const CONTENT: Of<readonly Node[] | null> = {
  "1": (t) => (t.name.includes(":") ? afterColon(t.head) : positional(t, 1)),
  "2": (t) => positional(t, 2) ?? (/^sort(?:key)?$/.test(t.name) ? positional(t, 1) : null),
  last: (t) => positionals(t).at(-1) ?? null,
  interlanguage: (t) => named(t, "lt", "display", "texto", "text") ?? positional(t, 1),
  if: (t, textOf) => {
    if (!/^#if\s*:/.test(t.name)) return null;
    return positional(t, textOf(afterColon(t.head)) ? 1 : 2);
  },
};

/** Templates that show a text worked out from their parameters. Null: their first parameter shows as it is. */
export const SHOWN: Of<string | null> = {
  flag: (t, textOf) => countryOfCode(textOf(flagCountry(t))),
  date: (t, textOf) => {
    const style = `${textOf(named(t, "format"))} ${t.name === "date" ? textOf(positional(t, 2)) : t.name}`;
    return showDate(textsOf(t, textOf, 3), isYes(t, "df", textOf) || /dmy/i.test(style));
  },
  since: (t, textOf) => {
    const word = textOf(named(t, "since")) ? "Since" : "As of";
    const shown = textOf(named(t, "alt")) || `${word} ${showDate(textsOf(t, textOf, 3), isYes(t, "df", textOf))}`;
    return isYes(t, "lc", textOf) ? shown.charAt(0).toLowerCase() + shown.slice(1) : shown;
  },
  circa: (t, textOf) => {
    const word = circaWord(t.name);
    const values = textsOf(t, textOf).filter(Boolean);
    return values.length ? `${word} ${values.join(` – ${word} `)}` : word;
  },
  amount: (t, textOf) => {
    const [value = "", unit = "", second = "", secondUnit = ""] = textsOf(t, textOf, 4);
    const isRange = /^(?:to|-|–|and|or|x|by)$/.test(unit) && second !== "";
    return isRange ? `${value} ${unit} ${second} ${secondUnit}`.trim() : `${value} ${unit}`.trim();
  },
  money: (t, textOf) => {
    const value = textOf(positional(t, 1));
    const sign = t.name.length <= 3 || /\W/.test(t.name) ? t.name.toUpperCase() : "";
    if (!value || /\p{Sc}/u.test(value)) return value || sign || t.name;
    return `${sign}${/^[A-Z]{3}$/.test(sign) ? " " : ""}${value}`;
  },
  sign: (t) => SIGNS[t.name] ?? (/^(?:hr|br|crlf2?|p|in5|indent|quad|pad|gap|0)$|space|sp\b|\\/.test(t.name) ? " " : ""),
  answer: (t, textOf) => {
    if (textOf(positional(t, 1))) return null;
    const word = t.name.replace(/2$/, "");
    return /^(?:n\/a|na|tba|tbd|tbc)$/.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
  },
  ship: (t, textOf) => {
    const isGeneral = /^(?:ship|sclass)/.test(t.name);
    const words = textsOf(t, textOf, t.name === "ship" ? 2 : 1);
    return (isGeneral ? words : [t.name.toUpperCase(), ...words]).filter(Boolean).join(" ");
  },
  fraction: (t, textOf) => textsOf(t, textOf).join("/"),
  harvard: (t, textOf) => {
    const place = textOf(named(t, "p", "pp", "loc"));
    return `${textsOf(t, textOf).filter(Boolean).join(" ")}${place ? `, ${place}` : ""}`;
  },
};

/** The parameter of a flag template that names the country. */
export function flagCountry(template: Template): readonly Node[] | null {
  const isSecond = template.name === "flag+link" || template.name === "flagg";
  return (isSecond ? positional(template, 2) : null) ?? positional(template, 1);
}

/** The pages that `{{main|…}}`, `{{for|…}}`, `{{about|…}}` lead to. */
export function pagesOf(template: Template, textOf: TextOf): string[] {
  const values = textsOf(template, textOf);
  // {{for|what|Page}}, {{about|this|that|Page|…}}, {{redirect|Name|that|Page}} name pages at every second place
  const from = template.name === "for" ? 1 : /^(?:about|other uses|redirect)/.test(template.name) ? 2 : 0;
  const pages = from === 0 ? values : values.filter((_, i) => i >= from && (i - from) % 2 === 0);
  return pages.filter((page) => page && page !== "and" && !/^https?:/.test(page)).map((page) => page.replace(/^:/, ""));
}

let languages: Intl.DisplayNames | null = null;

/** The English name of a language, or null. */
export function languageName(code: string): string | null {
  if (!/^[a-z]{2,3}(?:-[a-z]{2,8})*$/i.test(code)) return null;
  languages ??= new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  return languages.of(code) ?? null;
}

function textsOf(template: Template, textOf: TextOf, most = Number.POSITIVE_INFINITY): string[] {
  return positionals(template).slice(0, most).map(textOf);
}

function isYes(template: Template, name: string, textOf: TextOf): boolean {
  return /^[y1]/i.test(textOf(named(template, name)));
}

function circaWord(name: string): string {
  if (/^fl/.test(name)) return "fl.";
  if (/^re?i?g?n?\.?$|^r\./.test(name)) return "r.";
  return /^(?:born|died|around|approx)/.test(name) ? name : "c.";
}
