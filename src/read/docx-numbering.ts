import { childNamed, childrenNamed, type XmlElement } from "./docx-xml.ts";
import { roman } from "./roman.ts";

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

/** Counts the items of a document's lists as they come. */
export interface Numbering {
  /** The mark of the next item of a list at a level (from 0): "•", "2.1", "(a)". Null when the list shows none. */
  next(list: string, level: number): string | null;
}

export function readNumbering(root: XmlElement | null): Numbering {
  const numbering = childNamed(root ?? undefined, "numbering");
  const abstracts = new Map(
    childrenNamed(numbering, "abstractNum").map((element) => [element.attributes.abstractNumId ?? "", levelsOf(element)]),
  );
  const lists = new Map<string, { abstract: string; levels: Map<number, Level> }>();
  for (const element of childrenNamed(numbering, "num")) {
    const abstract = childNamed(element, "abstractNumId")?.attributes.val ?? "";
    const levels = new Map(abstracts.get(abstract) ?? []);
    for (const override of childrenNamed(element, "lvlOverride")) {
      const at = Number(override.attributes.ilvl ?? 0);
      const known = levels.get(at);
      const start = childNamed(override, "startOverride")?.attributes.val;
      if (known && start !== undefined) levels.set(at, { ...known, start: Number(start) });
    }
    lists.set(element.attributes.numId ?? "", { abstract, levels });
  }
  const counters = new Map<string, number[]>();
  return {
    next(list, level) {
      const known = lists.get(list);
      const own = known?.levels.get(level);
      if (!known || !own) return "•";
      const key = known.levels.get(0)?.start === 1 ? known.abstract : list;
      const counts = counters.get(key) ?? [];
      counters.set(key, counts);
      for (let at = 0; at < level; at++) counts[at] ??= known.levels.get(at)?.start ?? 1;
      counts[level] = counts[level] === undefined ? own.start : counts[level] + 1;
      counts.length = level + 1;
      if (own.format === "none") return null;
      if (own.format === "bullet") return /^[\ue000-\uf8ff]?$/.test(own.text) ? "•" : own.text;
      const shown = own.text.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        return formatNumber(counts[at] ?? 1, known.levels.get(at)?.format ?? "decimal");
      });
      return shown.trim() || null;
    },
  };
}

function levelsOf(abstract: XmlElement): Map<number, Level> {
  return new Map(
    childrenNamed(abstract, "lvl").map((level) => [
      Number(level.attributes.ilvl ?? 0),
      {
        format: childNamed(level, "numFmt")?.attributes.val ?? "decimal",
        text: childNamed(level, "lvlText")?.attributes.val ?? "",
        start: Number(childNamed(level, "start")?.attributes.val ?? 1),
      },
    ]),
  );
}

function formatNumber(number: number, format: string): string {
  switch (format) {
    case "lowerLetter":
    case "upperLetter": {
      const letter = String.fromCharCode(97 + ((number - 1) % 26)).repeat(1 + Math.floor((number - 1) / 26));
      return format === "upperLetter" ? letter.toUpperCase() : letter;
    }
    case "lowerRoman":
      return roman(number);
    case "upperRoman":
      return roman(number).toUpperCase();
    case "decimalZero":
      return String(number).padStart(2, "0");
    default:
      return String(number);
  }
}
