import type { Span } from "../../document/document.ts";
import type { DateContext, DateExpression } from "../date-expression.ts";
import { readExpression } from "./expression.ts";
import { lexDates, mayHoldDates } from "./lexer.ts";
import { ENGLISH } from "./lexicon.ts";
import { sceneOf } from "./scene.ts";
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
  const words = new Words(lexDates(text, span), text, context.authorYears ?? false);
  const scene = sceneOf(words, context);
  let i = 0;
  while (i < words.all.length) {
    const reading = mayBegin(words, i) ? readExpression(scene, i) : null;
    if (!reading || reading.to <= i) {
      i++;
      continue;
    }
    for (const time of reading.times) {
      const start = words.at(time.from).start;
      const end = words.at(time.to - 1).end;
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

const OPENERS = new Set(
  (
    "pre since ever until till up from between betwixt by no not before prior ahead after following pre post about around circa ca c approximately roughly approx some " +
    "sometime ad anno the this that last next early late mid later very middle beginning start end close outset onset closing opening initial year calendar academic budget q h fy fiscal " +
    "financial more less fewer at almost nearly over exactly just only barely well fully precisely under half several few many various couple a an in during within for " +
    "throughout same his her their whose its shortly soon immediately thereafter afterwards afterward yesterday today tomorrow tonight earlier"
  ).split(" "),
);

/** Whether an expression may begin with this lexeme: keeps the rules off most words. */
function mayBegin(words: Words, i: number): boolean {
  const x = words.at(i);
  if (x.kind === "mark") return x.text === "'";
  if (x.kind !== "word") return x.kind !== "other";
  return (
    OPENERS.has(x.text) ||
    ENGLISH.months.has(x.text) ||
    ENGLISH.weekdays.has(x.text) ||
    ENGLISH.seasons.has(x.text) ||
    ENGLISH.numbers.has(x.text) ||
    ENGLISH.ordinals.has(x.text) ||
    (x.capital && words.at(i - 1).kind === "word")
  );
}
