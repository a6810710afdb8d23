import type { Discourse } from "./discourse.ts";
import { antecedentOfPerson } from "./pronouns.ts";
import type { At } from "./read-titles.ts";
import type { Reference, Wording } from "./reference.ts";
import { type Anaphor, distinct } from "./salience.ts";

const DEPUTATION = /\b(?:delegation|team)$/i;

/** "the delegation": of the state whose delegation was named last, where only one was. */
export function readDeputation(discourse: Discourse, s: number, start: number): readonly string[] | null {
  const { text } = discourse.document;
  for (const entities of [discourse.inSentence(s, start), ...discourse.sentencesBack(s, 3)]) {
    const sent = entities.filter(
      ({ mention: m }) =>
        m.actors.length === 1 &&
        m.kind === "state" &&
        (DEPUTATION.test(m.text) ||
          (m.form === "demonym" && /^ (?:\p{Ll}[\p{Ll}-]+ ){0,3}delegation\b/u.test(text.slice(m.end, m.end + 50))) ||
          /\bdelegation (?:of|from) (?:the )?$/.test(text.slice(Math.max(0, m.start - 24), m.start))),
    );
    const actors = distinct(sent);
    if (actors.length > 0) return actors.length === 1 ? actors : null;
  }
  return null;
}

/** "her predecessor", "his successor": another holder of the same office of the same state; `name` is what stands right behind, of nobody who is known. */
export function readPredecessor(owner: Wording, { start, end }: Anaphor, at: At, name: string | null): Reference | null {
  const holder = antecedentOfPerson(owner.discourse, owner.anaphor);
  if (!holder?.office || holder.actors.length !== 1) return null;
  const named = owner.later[0];
  const behind = named && /^,\s+$/.test(owner.discourse.document.text.slice(end, named.start)) ? named : null;
  if (behind && behind.actors.length > 0 && behind.actors[0] !== holder.actors[0]) return null;
  return start < end ? at(holder.actors, "predecessor", { office: holder.office, person: behind?.person ?? name }) : null;
}
