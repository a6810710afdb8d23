import type { Discourse } from "./discourse.ts";
import type { Mention } from "./mention.ts";
import type { Anaphor } from "./salience.ts";

/** Somebody else in the main clause: "After his visit to Laos, the minister met him", "… received the guest". */
const ANOTHER = /\b(?:him|the (?:guest|visitor)|the visiting \p{L}+)\b/u;

/**
 * The subject of the main clause, where a pronoun stands in what is put before it: "In Lima, where he met Peruvian officials, the
 * Kenyan minister said", "After it recognised Palestine, Chile opened an office". Only where what stands in front names somebody
 * else, and not the subject's own state: "During his visit to Lima, the Peruvian president" tells of his guest.
 *
 * @param later mentions that follow the pronoun in its sentence
 */
export function subjectAhead(
  discourse: Discourse,
  anaphor: Anaphor,
  later: readonly Mention[],
  fits: (mention: Mention) => boolean,
): Mention | null {
  const roles = discourse.rolesOf(anaphor.sentence);
  if (!roles || !anaphor.stand) return null;
  let subject = -1;
  let at = anaphor.stand.node;
  for (let up = 0; at >= 0 && up < 40 && subject < 0; up++) {
    if (["conj", "parataxis", "ccomp"].includes(roles.nodes[at]!.relation)) return null;
    const child = at;
    at = roles.nodes[at]!.head;
    const own = at < 0 ? undefined : roles.children(at, "nsubj")[0];
    if (own !== undefined && own > child && own > anaphor.stand.node && at > own) subject = own;
  }
  if (subject < 0) return null;
  const name = later.find((m) => roles.headOf(m) === subject);
  if (name?.actors.length !== 1 || !fits(name)) return null;
  const { text } = discourse.document;
  const { start, end } = discourse.sentences[anaphor.sentence]!;
  if (!text.slice(anaphor.end, name.start).includes(",") || ANOTHER.test(text.slice(name.end, end))) return null;
  const front = [...discourse.inSentence(anaphor.sentence, anaphor.start).map((e) => e.mention), ...later].filter(
    (m) => m.start >= start && m.end <= name.start && m.actors.length > 0,
  );
  if (front.length === 0 || front.some((m) => m.actors.includes(name.actors[0]!) && roles.headOf(m) !== subject)) return null;
  return name;
}
