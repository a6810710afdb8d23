import type { Discourse } from "./discourse.ts";
import type { Mention } from "./mention.ts";
import { SAYS } from "./pronoun-cues.ts";
import { antecedentOfPerson } from "./pronouns.ts";
import type { Anaphor } from "./salience.ts";

/**
 * Whom "we" and "our" mean: in a quotation, or beside "Peters said", the state of the one who speaks; else the state whose
 * ministry or minister the document is of.
 */
export function voiceAt(discourse: Discourse, anaphor: Anaphor, later: readonly Mention[]): readonly string[] | null {
  const speaker = speakerIn(discourse, anaphor, later);
  if (speaker) return speaker;
  if (isQuoted(discourse, anaphor.start)) return saidByPronoun(discourse, anaphor) ?? saidBefore(discourse, anaphor);
  const isOfAsker =
    discourse.isAsked(anaphor.sentence) && !/^your?$/i.test(discourse.document.text.slice(anaphor.start, anaphor.start + 4).trim());
  return discourse.speaker && !isOfAsker ? [discourse.speaker] : null;
}

/** Whether an offset stands inside quotation marks of its block. */
function isQuoted(discourse: Discourse, at: number): boolean {
  const { document } = discourse;
  const block = document.blocks.find((b) => b.start <= at && at < b.end);
  if (!block) return false;
  let open = false;
  for (const mark of document.text.slice(block.start, at).match(/[“”"]/g) ?? []) open = mark === "“" ? true : mark === "”" ? false : !open;
  return open;
}

/** The subject of a verb of saying in the sentence, outside the quotation. */
function speakerIn(discourse: Discourse, anaphor: Anaphor, later: readonly Mention[]): readonly string[] | null {
  const roles = discourse.rolesOf(anaphor.sentence);
  if (!roles) return null;
  const all = [...discourse.inSentence(anaphor.sentence, anaphor.start).map((e) => e.mention), ...later];
  const found = all.filter((m) => {
    if (m.actors.length !== 1 || m.kind === "place" || m.form === "demonym" || isQuoted(discourse, m.start)) return false;
    const node = roles.headOf(m);
    if (node < 0) return false;
    const stand = roles.standOf(node);
    const verb = roles.nodes[stand.clause];
    return stand.role === "subject" && verb !== undefined && SAYS.test(verb.lemma.toLowerCase());
  });
  const actors = new Set(found.flatMap((m) => m.actors));
  return actors.size === 1 ? [...actors] : null;
}

/** "We cannot wait," he said: whom "he" means. */
function saidByPronoun(discourse: Discourse, anaphor: Anaphor): readonly string[] | null {
  const roles = discourse.rolesOf(anaphor.sentence);
  const at =
    roles?.nodes.findIndex((node, i) => {
      if (!/^(?:he|she)$/i.test(node.text) || isQuoted(discourse, node.start)) return false;
      const stand = roles.standOf(i);
      return stand.role === "subject" && SAYS.test(roles.nodes[stand.clause]?.lemma.toLowerCase() ?? "");
    }) ?? -1;
  if (!roles || at < 0) return null;
  const { start, end } = roles.nodes[at]!;
  const said = { sentence: anaphor.sentence, start, end, stand: roles.standOf(at), possessive: false };
  return antecedentOfPerson(discourse, said)?.actors ?? null;
}

/** A quotation goes on: who said the sentence before it, in the same block. */
function saidBefore(discourse: Discourse, anaphor: Anaphor): readonly string[] | null {
  const { block } = discourse.sentences[anaphor.sentence]!;
  const { text } = discourse.document;
  for (let s = anaphor.sentence - 1; s >= 0 && s >= anaphor.sentence - 3 && discourse.sentences[s]!.block === block; s--) {
    const { start, end } = discourse.sentences[s]!;
    if (!/[“”"]/.test(text.slice(start, end))) return null;
    const roles = discourse.rolesOf(s);
    const speakers = discourse.inSentence(s).filter((e) => {
      const verb = roles?.nodes[e.stand?.clause ?? -1];
      return (
        e.subject &&
        e.mention.actors.length === 1 &&
        verb !== undefined &&
        SAYS.test(verb.lemma.toLowerCase()) &&
        !isQuoted(discourse, e.mention.start)
      );
    });
    if (speakers.length > 0) return new Set(speakers.map((e) => e.mention.actors[0])).size === 1 ? speakers[0]!.mention.actors : null;
  }
  return null;
}
