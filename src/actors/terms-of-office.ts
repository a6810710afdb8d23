import type { Leader } from "./actor.ts";
import type { ActorLexicon } from "./lexicon.ts";
import type { Mention } from "./mention.ts";
import { foldName } from "./scan-words.ts";

/**
 * When the persons of a document were in office: EDTF intervals in order of time, for a full name or a surname ("during the
 * Example administration"). Empty for persons that the mentions do not name, whom several leaders' names fit, or who held no
 * office as head of state or of government.
 */
export function termsOfOffice(mentions: readonly Mention[], lexicon: ActorLexicon): (person: string) => readonly string[] {
  const persons = new Map<string, ReadonlySet<string>>();
  for (const { person, actors } of mentions) if (person) persons.set(person, new Set([...(persons.get(person) ?? []), ...actors]));
  return (asked) => {
    const words = foldName(asked).split(" ");
    const surname = words.at(-1)!;
    const named = [...persons].filter(([name]) => {
      const parts = foldName(name).split(" ");
      return words.every((w) => parts.includes(w));
    });
    const leaders = new Set(
      named.flatMap(([name, states]) =>
        candidates(lexicon, surname, foldName(name)).filter((l) => l.terms.some((t) => states.has(t.state))),
      ),
    );
    return leaders.size === 1 ? intervalsOf([...leaders][0]!) : [];
  };
}

function candidates(lexicon: ActorLexicon, surname: string, name: string): Leader[] {
  const family = [...new Set([surname, ...name.split(" ")])].flatMap((word) => lexicon.byFoldedSurname(word));
  return family.filter((leader) => {
    const own = foldName(leader.name).split(" ");
    const said = name.split(" ");
    return said.every((word) => own.includes(word)) || own.every((word) => said.includes(word));
  });
}

function intervalsOf(leader: Leader): string[] {
  const terms = leader.terms.filter((t) => /^head-of-/.test(t.office) && t.from !== "");
  const intervals = terms.map((t) => `${t.from}/${t.to || ".."}`);
  return [...new Set(intervals)].sort();
}
