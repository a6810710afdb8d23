import type { Mention } from "../actors/mention.ts";
import type { Sentence } from "../language/sentence.ts";
import { kindOf } from "./roles.ts";
import type { Surroundings } from "./surroundings.ts";

const OFFICES: ReadonlySet<string> = new Set(["head-of-state", "head-of-government", "foreign-minister", "minister"]);

/**
 * Gives persons with an office and no known state the one that their place tells: "President Ana Example flew to Beijing" on the
 * page of Kenya. Where the place tells two sides, it is the side that the sentence does not name otherwise: "President Ana
 * Example visited Nairobi" under "Peru" on that page.
 */
export function withImpliedStates(
  mentions: readonly Mention[],
  sentences: readonly Sentence[],
  place: Surroundings,
  text: string,
): readonly Mention[] {
  if (place.subjects.length === 0 || place.subjects.some((s) => kindOf(s) !== "state")) return mentions;
  let at = 0;
  return mentions.map((m) => {
    if (m.kind !== "person" || m.actors.length > 0 || m.office === null || !OFFICES.has(m.office)) return m;
    while (at < sentences.length && sentences[at]!.end <= m.start) at++;
    const sentence = sentences[at];
    if (!sentence || m.start < sentence.start || OF_ANOTHER.test(text.slice(m.end, m.end + 12))) return m;
    const sides = place.pairAt(sentence);
    const beside = mentions.filter((o) => o !== m && o.start >= sentence.start && o.end <= sentence.end && o.actors.length === 1);
    // "Met with President Ana Example", in the row of a guest
    const guest = m.start > sentence.start && beside.length === 0 ? place.guestAt(sentence) : null;
    if (guest && sides.includes(guest)) return implied(m, sides.find((s) => s !== guest)!);
    const state = sides.length === 2 ? missingSide(sides, beside) : sides.length === 0 ? alone(place.subjects, beside) : null;
    return state ? implied(m, state) : m;
  });
}

function implied(m: Mention, state: string): Mention {
  return { ...m, actors: [state], kind: "state", why: `${m.why}; the state that the page is about` };
}

/** "King Example of Atlantis": whose he is, is said, and is nobody known. */
const OF_ANOTHER = /^\s+of\s+(?:the\s+)?\p{Lu}/u;

function missingSide(sides: readonly string[], beside: readonly Mention[]): string | null {
  const people = beside.filter((m) => m.person !== null || m.office !== null);
  for (const others of [people, beside]) {
    const named = sides.filter((s) => others.some((m) => m.actors[0] === s));
    if (named.length === 1 && others.every((m) => sides.includes(m.actors[0]!) || kindOf(m.actors[0]!) !== "state"))
      return sides.find((s) => s !== named[0])!;
  }
  return null;
}

/** The page's own, unless the sentence names it besides: in "Kenya received President Ana Example" she is of another. */
function alone(subjects: readonly string[], beside: readonly Mention[]): string | null {
  const [subject] = subjects;
  return subjects.length === 1 && subject && !beside.some((m) => m.actors[0] === subject) ? subject : null;
}
