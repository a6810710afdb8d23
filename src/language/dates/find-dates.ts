import type { Span } from "../../document/document.ts";
import type { DateContext, DateExpression } from "../date-expression.ts";
import { readExpression } from "./expression.ts";
import { lexDates, mayHoldDates } from "./lexer.ts";
import { ENGLISH, NAMED_DECADES } from "./lexicon.ts";
import { sceneOf } from "./scene.ts";
import { GATHERINGS, OFFICE_TIMES } from "./settings.ts";
import { Words } from "./words.ts";

/**
 * The times said in text[span], one sentence (or heading, list item, table cell), in order and not overlapping.
 *
 * Each is EDTF level 1, never more precise than its words: what the words and the context leave open stays `X`, and words
 * that cannot be worked out at all ("last month" without a document date) give nothing. Never throws.
 *
 * @example
 * findDates("They met on 5 October 1962.", { start: 0, end: 27 }, NO_CONTEXT)[0].edtf; // "1962-10-05"
 */
export function findDates(text: string, span: Span, context: DateContext): DateExpression[] {
  if (!mayHoldDates(text, span)) return [];
  const lexemes = new Words(lexDates(text, span), text, context.authorYears ?? false);
  const scene = sceneOf(lexemes, context);
  const terms = context.terms !== undefined;
  let i = 0;
  while (i < lexemes.all.length) {
    const reading = mayBegin(lexemes, i, terms) ? readExpression(scene, i) : null;
    if (!reading || reading.to <= i) {
      i++;
      continue;
    }
    for (const time of reading.times) {
      const start = lexemes.at(time.from).start;
      const end = lexemes.at(time.to - 1).end;
      scene.said.push({
        start,
        end,
        text: text.slice(start, end),
        edtf: time.edtf,
        basis: time.basis,
        role: reading.role,
        anchor: time.anchor,
        why: `date/${time.why}`,
      });
    }
    i = reading.to;
  }
  return scene.said;
}

const words = (list: string): readonly string[] => list.split(" ");

/** Words that begin an expression by themselves. */
const OPENERS = new Set([
  ...words(
    "since ever until till through thru up from between betwixt by before prior ahead after following pre post about around circa ca c approximately roughly approx",
  ),
  ...words(
    "sometime ad anno last next early late mid later very middle beginning start end close outset onset closing opening initial year calendar academic",
  ),
  ...words(
    "budget q h fy fiscal financial more less fewer almost nearly exactly just only barely well fully precisely under half several few many various couple",
  ),
  ...words("same shortly soon immediately thereafter afterwards afterward yesterday today tomorrow tonight earlier some"),
  ...ENGLISH.months.keys(),
  ...ENGLISH.weekdays.keys(),
  ...ENGLISH.seasons.keys(),
  ...ENGLISH.ordinals.keys(),
  ...[...ENGLISH.numbers.keys()].filter((w) => w !== "a" && w !== "an"),
]);

const AFTER_THIS = new Set([
  ...words(
    "same very past last latter coming said aforementioned morning afternoon evening night weekend calendar fiscal financial ministerial official state annual bilateral",
  ),
  ...ENGLISH.units.keys(),
  ...ENGLISH.months.keys(),
  ...ENGLISH.weekdays.keys(),
  ...ENGLISH.seasons.keys(),
  ...GATHERINGS,
]);

const AFTER_THE = new Set([
  ...AFTER_THIS,
  ...ENGLISH.ordinals.keys(),
  ...NAMED_DECADES.keys(),
  ...OFFICE_TIMES,
  ...words(
    "early late mid later middle beginning start end close outset onset closing opening initial dying waning following next subsequent succeeding ensuing",
  ),
  ...words("previous preceding prior current present year calendar academic budget twenty"),
]);

const AFTER_A = new Set([...ENGLISH.units.keys(), ...words("few couple dozen full mere good little hundred")]);
const PAST = new Set(words("last past previous preceding"));

/** Whether an expression may begin with this lexeme: keeps the rules off most words. */
function mayBegin(w: Words, i: number, terms: boolean): boolean {
  const x = w.at(i);
  if (x.kind === "mark") return x.text === "'";
  if (x.kind !== "word") return x.kind !== "other";
  const next = w.at(i + 1);
  switch (x.text) {
    case "the":
      return next.kind !== "word" || AFTER_THE.has(next.text) || (terms && next.capital);
    case "this":
    case "that":
      return AFTER_THIS.has(next.text);
    case "a":
    case "an":
      return AFTER_A.has(next.text);
    case "in":
    case "over":
    case "during":
    case "within":
    case "for":
    case "throughout":
      return (
        (next.text === "the" && PAST.has(w.word(i + 2))) ||
        (x.text === "over" && (next.kind === "number" || ENGLISH.numbers.has(next.text) || next.text === "half"))
      );
    case "no":
    case "not":
      return next.text === "later" || next.text === "earlier" || next.text === "sooner";
    case "at":
      return next.text === "least" || next.text === "most";
    case "his":
    case "her":
    case "their":
    case "its":
    case "whose":
      return terms;
  }
  return OPENERS.has(x.text) || (terms && x.capital);
}
