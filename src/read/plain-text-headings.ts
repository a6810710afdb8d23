import { readTurnLabel } from "../document/turn-label.ts";
import { endsInHyphen, endsShort, isOpen, runsOn, startsLower, type TextLayout } from "./plain-text-layout.ts";
import type { TextLine } from "./plain-text-lines.ts";
import { opensWithDate, readListMarker } from "./plain-text-markers.ts";
import { namesPerson } from "./unmarked-lists.ts";

const NUMBERED =
  /^(?:(?:chapter|section|part|article|annex|appendix|capítulo|sección|anexo|kapitel|chapitre)\s+(?:\d+|[ivxlc]+|[a-z])\b[.:]?|(\d{1,2}(?:\.\d{1,2}){0,4})[.)]?|[IVX]{1,5}\.|[A-H]\.)(?:\s+["“'‘]?\p{Lu}|$)/iu;
const GENERIC =
  /^(?:\d{1,2}\.?\s+|[IVX]+\.\s+)?(?:abstract|summary|executive summary|introduction|background|contents|table of contents|preface|foreword|acknowledge?ments|methodology|methods?|results|discussion|findings|conclusions?|concluding remarks|final remarks|recommendations|references|bibliography|works cited|notes|endnotes|sources|appendix|annex|keywords?|resumen|introducción|conclusiones|bibliografía|referencias)\s*:?$/i;
const REFERENCES =
  /^(?:\d{1,2}\.?\s+|[IVX]+\.\s+)?(?:references(?: cited)?|reference list|(?:selected |select )?bibliography|works cited|literature(?: cited)?|sources|further reading|bibliografía|referencias(?: bibliográficas)?|bibliographie|références|literatur(?:verzeichnis)?|referências)\s*:?$/i;
const NOTES = /^(?:notes|endnotes|footnotes|notas|anmerkungen|notes and references|references and notes)\s*:?$/i;

/** Names that sections have in any paper; never the title of one. */
export function isGenericHeading(text: string): boolean {
  return GENERIC.test(text.trim());
}

export function isReferencesHeading(text: string): boolean {
  return REFERENCES.test(text.trim());
}

export function isNotesHeading(text: string): boolean {
  return NOTES.test(text.trim());
}

/** Only capitals, and enough of them to be words. */
export function isAllCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 4 || text.length > 200 || !/^["“‘'¿¡]?[\p{Lu}\d]/u.test(text)) return false;
  const small = text.replace(/\b(?:and|of|the|de|del|la|y|vs|v|e|in|to|for|a)\b/g, "");
  return !/\p{Ll}/u.test(small);
}

/** Share of the longer words that begin with a capital. */
export function capitalShare(text: string): number {
  const words = text.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? text.match(/\p{L}+/gu) ?? [];
  return words.length ? words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length : 0;
}

/** The line's level as a heading (2 to 6), or 0. `before` is the line before when it belongs to running text. */
export function headingLevel(
  line: TextLine,
  before: TextLine | null,
  next: TextLine | undefined,
  layout: TextLayout,
  after?: TextLine,
): number {
  const { text } = line;
  if (line.look && line.look.heading > 0) return line.look.heading;
  if (text.length > 140 || !/\p{L}{2}/u.test(text) || startsLower(line) || readTurnLabel(text) || namesPerson(text)) return 0;
  const apart = !before || line.gap > layout.lineGap;
  if (before && runsOn(before, line)) return 0;
  const ended = apart || line.seam || line.newPage || !isOpen(before!) || (layout.wrapped && endsShort(before!, line, layout));
  if (!ended) return 0;
  if (/[.;,]$/.test(text) && !/\b\p{Lu}\.$/u.test(text)) return 0;
  // "**Mali" over what a spokesperson says of it
  if (/^\*{2,3}\s?\p{Lu}[^*.:;]{1,70}\*{0,3}$/u.test(text) && apart && next) return 2;
  // "1963 Peru and Togo sign a treaty" among others led by their years
  if (YEAR_LED.test(text) && [before, next].some((line) => line && YEAR_LED.test(line.text))) return 0;
  if (opensWithDate(text) || /\t| {3}/.test(text) || /\d{1,2}:\d{2}/.test(text)) return 0;
  if (isGenericHeading(text) && (apart || !next || !startsLower(next))) return levelOf(text);
  if (isAllCapitals(text) && !layout.allCapitals) {
    if (next && startsLower(next) && !isAllCapitals(next.text)) return 0;
    if (!/\s/.test(text) && text.length <= 6 && !(apart && next && next.gap > layout.lineGap)) return 0;
    return levelOf(text);
  }
  if (!next || text.endsWith(":") || startsLower(next) || endsInHyphen(line)) return 0;
  const apartAfter = next.gap > layout.lineGap;
  const shortLine = text.length < Math.min(90, 0.9 * layout.edge);
  if (NUMBERED.test(text) && shortLine && isOpen(line)) {
    const marker = readListMarker(text);
    const listed = marker !== null && (readListMarker(next.text) !== null || marker.kind !== "number");
    if (!listed && (apart || apartAfter || text.length < 0.7 * layout.edge)) return levelOf(text);
  }
  if (readListMarker(text)) return 0;
  const words = text.split(/\s+/).length;
  if (!isOpen(line) && !text.endsWith("?")) return 0;
  if (words > 14 || !shortLine || !/^["“‘'¿(]?[\p{Lu}\d]/u.test(text)) return 0;
  const share = capitalShare(text);
  if (!layout.wrapped) {
    const long = next.text.length >= 100 || (next.text.length >= 60 && !isOpen(next));
    const nested = next.text.length < 60 && isOpen(next) && after !== undefined && after.text.length >= 60 && !isOpen(after);
    if (nested && text.length < 60 && (apart || share >= 0.5) && !readListMarker(next.text) && !opensWithDate(next.text)) return 2;
    return long && next.text.length > 1.5 * text.length && (apartAfter || apart || share >= 0.5) ? 2 : 0;
  }
  const prose = next.text.length >= 0.6 * layout.edge || (!isOpen(next) && next.text.length > 30);
  if (apart && apartAfter) return prose && (share >= 0.5 || words <= 8) ? 2 : 0;
  const tight = !before || endsShort(before, line, layout) || apart;
  return tight && prose && share >= 0.75 && words >= 2 && text.length < 0.75 * layout.edge ? 2 : 0;
}

const YEAR_LED = /^(?:1[89]|20)\d\d\s+\p{Lu}/u;

function levelOf(text: string): number {
  const number = /^(\d{1,2}(?:\.\d{1,2})*)\.?\s/.exec(text)?.[1];
  if (!number) return 2;
  return Math.min(6, number.split(".").length + 1);
}
