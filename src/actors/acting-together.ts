import type { Discourse } from "./discourse.ts";
import { twoParties } from "./pairs.ts";
import { type Anaphor, isParty } from "./salience.ts";

/** What two do with each other: whoever "they" are that do it, they are both. */
const TOGETHER =
  /^(?:sign|initial|conclude|ratify|establish|restore|resume|sever|break|normali[sz]e|exchange|agree|meet|negotiate|share|clash|quarrel|fight|settle|demarcate|delimit|reconcile|recogni[sz]e|cooperate|reopen|upgrade|trade|spar|cut)$/i;
/** What two have each for himself, or between them. */
const OF_BOTH =
  /^(?:president|leader|minister|premier|king|head|army|troop|navy|force|government|capital|ambassador|embassy|diplomat|envoy|delegation|relation|tie|dispute|border|boundary|frontier|quarrel|conflict|difference|link|feud)s?$/i;

/**
 * "Peru had quarrelled with Chile. They signed a treaty", "Their presidents met": the two that the sentences before spoke of, where what is
 * done takes two and nobody else could be meant in the plural.
 */
export function bothActing(discourse: Discourse, anaphor: Anaphor): readonly string[] | null {
  const { sentence: s, start, stand, possessive } = anaphor;
  const roles = discourse.rolesOf(s);
  if (!roles || !stand) return null;
  const owned = possessive ? roles.nodes[stand.node]!.head : -1;
  if (possessive && (owned < 0 || !OF_BOTH.test(roles.nodes[owned]!.lemma))) return null;
  const of = owned >= 0 ? roles.standOf(owned) : stand;
  if (!possessive && of.role !== "subject") return null;
  // states that meet are teams as often
  if (of.clause < 0 || (!possessive && roles.nodes[of.clause]!.lemma === "meet") || !TOGETHER.test(roles.nodes[of.clause]!.lemma))
    return null;
  const here = discourse.rivalsOf(s).filter((r) => r.end <= start);
  // "the owner married a baker; they signed a lease"
  const others = [...here, ...discourse.rivalsOf(s - 1)].some((r) => r.human || ((r.plural || r.joined) && r.acting));
  const two = others ? null : twoParties(discourse, s, start, isParty);
  const just = [discourse.inSentence(s, start), ...discourse.sentencesBack(s, 1)].flat();
  return two?.every((id) => just.some((e) => e.mention.actors.includes(id) && e.stand?.role !== "modifier")) ? two : null;
}
