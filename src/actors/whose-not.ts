import type { Discourse, Entity } from "./discourse.ts";
import { type Anaphor, doesRightBefore, joinedBefore } from "./salience.ts";
import type { SentenceRoles } from "./sentence-roles.ts";

// Whom a pronoun means or does not mean, by what the words around it say.

/** What one is to somebody else. */
const TO_ANOTHER =
  /^(?:ally|partner|neighbou?r|supplier|donor|friend|rival|creditor|debtor|customer|market|backer|supporter|critic|enemy|foe|adversary|lender|investor|contributor|protector|patron|benefactor|destination|importer|exporter|buyer|guarantor|host|lifeline|colony|protectorate|satellite)s?$/i;
const PART = /^(?:one|some|most|part|all|many|several|two|three|four|five|first|last|largest|biggest|closest|oldest|strongest|among)$/i;

/** "Japan is one of its largest donors": nobody is his own donor. */
export function notTheirOwn(discourse: Discourse, { sentence, start, stand, possessive }: Anaphor): readonly string[] {
  const roles = discourse.rolesOf(sentence);
  if (!possessive || !roles || !stand) return [];
  let said = roles.nodes[stand.node]!.head;
  if (said < 0 || !TO_ANOTHER.test(roles.nodes[said]!.lemma)) return [];
  const part = roles.nodes[said]!.head;
  if (part >= 0 && roles.prepositionOf(said) === "of" && PART.test(roles.nodes[part]!.text)) said = part;
  const { relation, head } = roles.nodes[said]!;
  const over = relation === "appos" ? head : roles.children(said, "cop").length > 0 ? said : becoming(roles, head);
  if (over < 0) return [];
  const subject = relation === "appos" ? head : roles.subjectOf(over);
  if (subject < 0) return [];
  const { group } = roles.standOf(subject);
  return discourse
    .inSentence(sentence, start)
    .filter((e) => e.stand && (e.stand.node === subject || e.stand.group === group))
    .flatMap((e) => e.mention.actors);
}

function becoming(roles: SentenceRoles, verb: number): number {
  return verb >= 0 && /^(?:become|remain|stay)$/.test(roles.nodes[verb]!.lemma.toLowerCase()) ? verb : -1;
}

const ASKS = /^(?:ask|urge|request|beg|press|appeal|call|tell|invite|advise|remind|write)$/;
const WARNS = /^(?:warn|caution|remind)$/;
/** What is held out to the one who is warned. */
const RISKS = /^\s+(?:may|might|could|risk(?:s|ed)|face[sd]|would (?:face|lose|suffer|pay|regret|be))\b/;

/** "asked Togo to wait, warning that it may lose": the one who is asked is warned, not the one who asks. */
export function whoWarns(discourse: Discourse, { sentence, start, stand, possessive }: Anaphor, behind: string): readonly string[] {
  const roles = discourse.rolesOf(sentence);
  if (possessive || !roles || stand?.role !== "subject" || !RISKS.test(behind)) return [];
  const warning = roles.nodes[stand.clause]?.head ?? -1;
  if (warning < 0 || !WARNS.test(roles.nodes[warning]!.lemma) || roles.nodes[warning]!.xpos !== "VBG") return [];
  const asking = roles.nodes[warning]!.head;
  if (asking < 0 || !ASKS.test(roles.nodes[asking]!.lemma)) return [];
  const subject = roles.subjectOf(asking);
  if (subject < 0) return [];
  const { group } = roles.standOf(subject);
  return discourse
    .inSentence(sentence, start)
    .filter((e) => e.stand?.group === group)
    .flatMap((e) => e.mention.actors);
}

/** "Peru's copper as well as its coast": what is joined to another's possession is his too; nobody's where that one is not known. */
export function sharedOwner(
  discourse: Discourse,
  { sentence, start, stand, possessive }: Anaphor,
): { actors: readonly string[] | null } | null {
  const roles = discourse.rolesOf(sentence);
  if (!possessive || !roles || !stand) return null;
  const beside = joinedBefore(roles, stand.node);
  const owner = beside < 0 ? undefined : roles.children(beside, "nmod:poss")[0];
  if (owner === undefined || /^PRP/.test(roles.nodes[owner]!.xpos)) return null;
  const entity = discourse.inSentence(sentence, start).find((e) => e.stand?.node === owner);
  return { actors: entity?.mention.actors.length === 1 ? entity.mention.actors : null };
}

const TURNS_OUT = /^(?:bring|leave|make|give|allow|enable|help|force|prompt|cost|earn|put|turn|render|oblige|push|drive|place|move|draw)$/;

/** "Belize cut its ties with Taiwan, bringing it closer to China": what the deed does, it may do to the doer. */
export function isOutcome(roles: SentenceRoles, clause: number): boolean {
  const node = roles.nodes[clause];
  return (
    node !== undefined &&
    node.xpos === "VBG" &&
    node.relation === "advcl" &&
    node.head >= 0 &&
    node.head < clause &&
    TURNS_OUT.test(node.lemma.toLowerCase()) &&
    roles.nodes[clause - 1]?.text === ","
  );
}

/** "their respective capitals": never of one alone. */
export function isOfEach({ document }: Discourse, { end, possessive }: Anaphor): boolean {
  return possessive && /^ (?:own )?respective\b/.test(document.text.slice(end, end + 16));
}

/** "protested over Peru closing its embassy". */
export function isDoerOfGerund(discourse: Discourse, anaphor: Anaphor, { mention }: Entity): boolean {
  if (!doesRightBefore(discourse, anaphor, mention.end)) return false;
  return /\b(?:over|about|of|despite|without|before|after) $/.test(
    discourse.document.text.slice(Math.max(0, mention.start - 12), mention.start),
  );
}
