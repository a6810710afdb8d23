import { type Item, item } from "./item.ts";
import { kindOf } from "./judge-names.ts";
import { termAt, yearsAround } from "./read-leaders.ts";
import { APOSTROPHE, CAPITAL } from "./scan-words.ts";
import { follows, type TextContext } from "./text-context.ts";

/** States whose ministers are called secretaries in their own releases. */
const STATES: ReadonlySet<string> = new Set(["USA", "PHL", "MEX"]);
/** What makes another office of it: "Permanent Secretary", "Party Secretary". */
const OTHER =
  /^(?:general|deputy|under|assistant|permanent|cabinet|principal|private|executive|chief|foreign|home|first|second|third|press|party|joint|additional|state|parliamentary|national|finance|health|agriculture|defen[cs]e|colonial|social|administrative|organi[sz]ation|regional|provincial|municipal|vice)$/;

/** "Secretary Kerry": a surname behind the bare title, of one who was in office at the time that the text tells. */
export function findSecretaries(context: TextContext, covered: (word: number) => boolean): Item[] {
  const { words } = context;
  const found: Item[] = [];
  for (let at = 0; at + 1 < words.count; at++) {
    const name = at + 1;
    if (words.folds[at] !== "secretary" || words.shapes[at] !== CAPITAL || words.shapes[name] !== CAPITAL) continue;
    if (covered(at) || covered(name) || !follows(context, name) || words.gaps[name] === APOSTROPHE) continue;
    if (at > 0 && follows(context, at) && OTHER.test(words.folds[at - 1]!)) continue;
    const one = secretaryCalled(context, name);
    if (one) found.push(one);
  }
  return found;
}

function secretaryCalled(context: TextContext, at: number): Item | null {
  const time = yearsAround(context, at);
  const fitting = context.lexicon.byFoldedSurname(context.words.folds[at]!).flatMap((leader) => {
    const terms = leader.terms.filter((t) => STATES.has(t.state) && /^(?:foreign-minister|official)$/.test(t.office));
    if (terms.length === 0) return [];
    const { term, fits } = termAt({ ...leader, terms }, time);
    return fits ? [{ leader, term }] : [];
  });
  const [best] = fitting;
  if (!best || fitting.some((f) => f.term.state !== best.term.state)) return null;
  return item(at - 1, at, {
    actors: [best.term.state],
    kind: kindOf(context, best.term.state),
    form: "person",
    person: best.leader.name,
    office: best.term.office === "foreign-minister" ? "foreign-minister" : "minister",
    leader: best.leader,
    why: `Secretary ${best.leader.surname}`,
  });
}
