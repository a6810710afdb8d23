import type { Discourse, Entity } from "./discourse.ts";
import { SAYS } from "./pronoun-cues.ts";
import type { Role, SentenceRoles, Stand } from "./sentence-roles.ts";

/** A state, not as a mere place. */
export function isState(entity: Entity): boolean {
  const { kind, form, person } = entity.mention;
  return (kind === "state" || kind === "former-state") && (form !== "city" || person !== null);
}

/** Whoever can be a side: a state, an organisation, a group, a region. */
export function isParty(entity: Entity): boolean {
  const { kind } = entity.mention;
  return isState(entity) || kind === "organisation" || kind === "group" || kind === "region";
}

/** A region that is named as a whole. */
export function isRegion({ mention }: Entity): boolean {
  return mention.kind === "region" && mention.actors.length === 1 && mention.form !== "office";
}

/** The different actors of entities, in the order of their first mention. */
export function distinct(entities: readonly Entity[]): string[] {
  return [...new Set(entities.flatMap((entity) => entity.mention.actors))];
}

/** What may be meant, with all that speaks for it. */
export interface Candidate {
  /** Empty for a thing or a person who acts for nobody. */
  readonly actors: readonly string[];
  /** The mention it is, null for a rival and for several joined. */
  readonly entity: Entity | null;
  /** The same antecedent said twice has one key. */
  readonly key: string;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly stand: Stand | null;
  readonly score: number;
}

/** The words that refer, seen from the parse. */
export interface Anaphor {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  /** Null where its sentence has no parse. */
  readonly stand: Stand | null;
  readonly possessive: boolean;
}

/**
 * What a place in the text adds to an antecedent: chosen by hand after Lappin and Leass (1994), then fitted by coordinate
 * ascent on test/development/mentions.txt and the golden cases (docs/actors.md).
 */
export const WEIGHTS = {
  role: {
    subject: 2,
    agent: 1.2,
    object: 0.8,
    recipient: 0.8,
    oblique: 0,
    possessor: 0.5,
    predicate: -0.5,
    modifier: -1.2,
    other: -0.3,
  } satisfies Record<Role, number>,
  /** The subject of the very clause, for a possessive: "Peru closed its embassy". */
  ownSubject: 3,
  /** The subject of a clause around it: "Peru said that it would". */
  outerSubject: 1.8,
  /** Whose decision, claim or plan it is in which the words stand: "Peru's decision to close its embassy". */
  planner: 1.4,
  /** Who says it: "Ankara said that its", where "it" is the speaker most often. */
  sayer: 0.8,
  /** Each clause that ends in between. */
  boundary: -0.6,
  /** Each sentence back. */
  sentence: -1.4,
  /** A new paragraph. */
  paragraph: -0.6,
  /** The same role in both clauses. */
  parallel: 0.5,
  /** Whose page it is. */
  topic: 0.8,
  /** As much as it is named, against the one that is named most. */
  prominence: 0.9,
  /** Whose page it is, also where nobody is named before. */
  page: 0.2,
  /** Said again among the candidates. */
  again: 0.4,
  /** Just before, in a clause of its own: "while Chile …, its". */
  recent: 0.4,
  /** What the words around expect: an actor, or a thing. */
  expects: 1.4,
  /** What speaks against a thing that cannot act, where an actor is expected. */
  inert: 3,
  /** A name that nobody knows, against a thing. */
  unknownName: -0.8,
  /** A rival against an actor, when the words expect neither. */
  rival: -0.3,
  /** How much better than the next the best must be. */
  margin: 0.5,
  /** What is less likely than this is not meant at all. */
  floor: -0.4,
};

/** Scores where a candidate stands, seen from the words that refer. */
export function salienceOf(
  discourse: Discourse,
  anaphor: Anaphor,
  candidate: { readonly sentence: number; readonly start: number; readonly end: number; readonly stand: Stand | null },
): number {
  const { stand } = candidate;
  let score = WEIGHTS.role[stand?.role ?? "other"];
  const back = anaphor.sentence - candidate.sentence;
  score += back * WEIGHTS.sentence;
  if (back > 0 && discourse.sentences[anaphor.sentence]!.block !== discourse.sentences[candidate.sentence]!.block)
    score += WEIGHTS.paragraph;
  const roles = discourse.rolesOf(anaphor.sentence);
  if (back === 0 && stand && anaphor.stand && roles) {
    const subject = roles.subjectOf(anaphor.stand.clause);
    if (subject >= 0 && sameGroup(stand, roles.standOf(subject))) {
      score += anaphor.possessive ? WEIGHTS.ownSubject : WEIGHTS.recent;
      // "regretted Peru's decision to close its": whose the decision is stands nearer than who regrets it
      if (stand.role === "possessor") score += WEIGHTS.planner;
    } else {
      const over = roles.clausesGoverning(anaphor.stand.clause);
      // "Chile's claim that it"
      const claimant = roles.claimantOf(anaphor.stand.clause);
      if (claimant >= 0) score += sameGroup(stand, roles.standOf(claimant)) ? WEIGHTS.role.subject + WEIGHTS.planner : 0;
      else if (over.some((v) => stand.role === "subject" && stand.clause === v))
        score += WEIGHTS.outerSubject * (anaphor.possessive ? 0.4 : 1);
      if (anaphor.possessive && over.some((v) => stand.role === "subject" && stand.clause === v && SAYS.test(roles.nodes[v]!.lemma)))
        score += WEIGHTS.sayer;
      // "the Council demanded that Peru withdraw, and it imposed": the subject of what the clause is joined to
      if (
        !anaphor.possessive &&
        stand.role === "subject" &&
        anaphor.stand.role === "subject" &&
        roles.joinedTo(anaphor.stand.clause) === stand.clause
      )
        score += WEIGHTS.outerSubject * (roles.nodes[anaphor.stand.clause]!.relation === "conj" ? 1 : 0.5);
      // "blamed Peru and asked it to leave": the object of what the clause is joined to
      if (
        !anaphor.possessive &&
        /^(?:object|recipient)$/.test(anaphor.stand.role) &&
        stand.role === "object" &&
        roles.joinedTo(anaphor.stand.clause) === stand.clause
      )
        score += WEIGHTS.sayer;
      const between = over.includes(stand.clause) || stand.clause === anaphor.stand.clause;
      if (between) score += WEIGHTS.recent;
    }
  }
  if (back === 0 && doesRightBefore(discourse, anaphor, candidate.end)) score += WEIGHTS.ownSubject + WEIGHTS.planner;
  if (back === 0) score += WEIGHTS.boundary * boundaries(discourse.document.text.slice(candidate.start, anaphor.start));
  const beside = anaphor.possessive && roles && anaphor.stand ? joinedBefore(roles, anaphor.stand.node) : -1;
  if (back === 0 && beside >= 0 && stand?.node === beside) score += WEIGHTS.ownSubject;
  const role = anaphor.possessive ? ownerRole(discourse, anaphor) : anaphor.stand?.role;
  if ((back > 0 || !anaphor.possessive) && role && role === stand?.role)
    score += role === "object" ? 2 * WEIGHTS.parallel : WEIGHTS.parallel;
  return score;
}

/** "protested over Peru closing its embassy": who does it stands right before the gerund, however it was parsed. */
export function doesRightBefore({ document }: Discourse, { start, possessive }: Anaphor, end: number): boolean {
  return possessive && end < start && start - end < 40 && GERUND.test(document.text.slice(end, start));
}

const GERUND =
  /^\s+(?:not |never |\p{Ll}+ly )?(?!(?:including|regarding|concerning|following|during|according|excluding|pending|involving|being) )\p{Ll}{2,}ing (?:(?:up|down|back|out|off|on|to|with|for|from) )?$/u;

/** How many clauses end in between: "; ", ", and", ", but", "while". */
function boundaries(words: string): number {
  return (words.match(/;|, (?:and|but|so|while|whereas)\b|\b(?:while|whereas|but)\b/g) ?? []).length;
}

/** "the letter and its annex": what stands joined before the thing owned. */
export function joinedBefore(roles: SentenceRoles, possessive: number): number {
  const owned = roles.nodes[possessive]!.head;
  const node = roles.nodes[owned];
  return node?.relation === "conj" && node.head >= 0 && !roles.isPredicate(node.head) && node.head === roles.groupOf(owned)
    ? node.head
    : -1;
}

/** The role of the phrase that a possessive stands in. */
function ownerRole(discourse: Discourse, anaphor: Anaphor): Role | undefined {
  const roles = discourse.rolesOf(anaphor.sentence);
  const head = roles && anaphor.stand ? roles.nodes[anaphor.stand.node]!.head : -1;
  return roles && head >= 0 ? roles.standOf(head).role : undefined;
}

function sameGroup(a: Stand, b: Stand): boolean {
  return a.node === b.node || a.group === b.group;
}

/** The best of the candidates, when it is better than every other antecedent by the margin; null when none is. */
export function choose(candidates: readonly Candidate[], margin = WEIGHTS.margin, floor = Number.NEGATIVE_INFINITY): Candidate | null {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = best.get(candidate.key);
    if (!known) best.set(candidate.key, candidate);
    else {
      const [high, low] = candidate.score > known.score ? [candidate, known] : [known, candidate];
      best.set(candidate.key, { ...high, score: Math.max(high.score, low.score) + WEIGHTS.again });
    }
  }
  const ranked = [...best.values()].sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (!first || first.actors.length === 0 || first.score < floor) return null;
  return !second || first.score - second.score >= margin ? first : null;
}

/** Runs of entities that stand together: coordinated in the parse, or in one list. */
export function groupsOf(entities: readonly Entity[]): Entity[][] {
  const groups = new Map<string, Entity[]>();
  for (const entity of entities) {
    if (!entity.stand || entity.mention.actors.length !== 1) continue;
    const key = `${entity.sentence} ${entity.stand.group}`;
    groups.set(key, [...(groups.get(key) ?? []), entity]);
  }
  return [...groups.values()].filter((group) => distinct(group).length > 1);
}
