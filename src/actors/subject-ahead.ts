import type { Discourse } from "./discourse.ts";
import type { Mention } from "./mention.ts";
import type { Anaphor } from "./salience.ts";
import type { SentenceRoles } from "./sentence-roles.ts";

/** Somebody else in the main clause: "After his visit to Laos, the minister met him", "… received the guest". */
const ANOTHER = /\b(?:him|the (?:guest|visitor)|the visiting \p{L}+)\b/u;

/** What a thing spoken of before may have: "since its founding, Peru has been a member". */
const OF_THINGS =
  /^(?:founding|foundation|creation|inception|establishment|entry|signing|conclusion|completion|opening|adoption|ratification|launch|beginning)$/i;
const RECEIVES = /^,?\s+(?:\p{Ll}+ ){0,2}(?:receive|host|welcome|greet)\p{Ll}*\b/u;

/** Where nothing stands in front but the pronoun: whether somebody of the sentences before may be meant. */
function isTaken(discourse: Discourse, { sentence, start, end, stand, possessive }: Anaphor, roles: SentenceRoles, name: Mention): boolean {
  const { text } = discourse.document;
  const owned = possessive ? roles.nodes[roles.nodes[stand!.node]!.head] : undefined;
  // "Reversing its long isolation, Bhutan": who does the one does the other
  const opening = roles.nodes[roles.nodes.findIndex((node) => node.start >= discourse.sentences[sentence]!.start)];
  if (opening?.xpos === "VBG" && opening.relation === "advcl" && opening.end < start) return false;
  if (owned && OF_THINGS.test(owned.lemma)) return true;
  const before = [...discourse.sentencesBack(sentence, 2)].flat();
  if (name.person !== null)
    return (
      RECEIVES.test(text.slice(name.end, name.end + 40)) ||
      !before.some((e) => e.mention.person === name.person || e.mention.actors[0] === name.actors[0])
    );
  if (end - discourse.sentences[sentence]!.start > 60) return true;
  return before.some((e) => e.mention.actors.some((id) => id !== name.actors[0]));
}

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
  if (front.length === 0) return isTaken(discourse, anaphor, roles, name) ? null : name;
  if (front.some((m) => m.actors.includes(name.actors[0]!) && roles.headOf(m) !== subject)) return null;
  return name;
}
