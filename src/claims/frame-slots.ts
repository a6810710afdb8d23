import type { SentenceGraph, Slots } from "./sentence-graph.ts";
import { base } from "./slot-map.ts";

// Where frames look for what fills their roles: the slots of the trigger and its theme, of the verb over it, and one noun deeper.

const NONE: readonly number[] = [];

/** The nodes that stand in a place as frames write them ("object", "over.agent", "agent>in*") around the trigger `i`; `top` is the theme or the trigger. */
export function nodesAt(graph: SentenceGraph, i: number, top: number, place: string, around: Slots): readonly number[] {
  if (place === "self") return [top];
  if (place === "initiative") return instigators(graph, i);
  if (place === "signers") return signersOf(graph, i);
  if (place === "blamed") return blamedBeside(graph, i);
  if (place === "loaded") return (around.get("agent") ?? NONE).flatMap((n) => loadedIn(graph, n));
  const deep = place.includes(">");
  if (place.startsWith("over.")) {
    const over = overSlots(graph, i);
    return deep ? within(graph, over, place.slice(5)) : (over.get(withoutStar(place.slice(5))) ?? NONE);
  }
  if (place.startsWith("above.")) return aboveSlots(graph, i).get(withoutStar(place.slice(6))) ?? NONE;
  if (place.startsWith("over-noun.")) return nounOver(graph, i).get(withoutStar(place.slice(10))) ?? NONE;
  if (place.startsWith("own.")) return graph.slots(i).get(place.slice(4)) ?? NONE;
  return deep ? within(graph, around, place) : (around.get(withoutStar(place)) ?? NONE);
}

const INITIATIVE = /^(?:initiative|proposal|suggestion|instigation|behest|urging|prompting)$/;

/** "founded on the initiative of Japan": whose idea the deed was. */
function instigators(graph: SentenceGraph, i: number): readonly number[] {
  return graph
    .childrenBy(i, "obl")
    .filter(
      (n) => INITIATIVE.test(graph.lemma(n)) && /^(?:on|at|upon|through|by|under|following|from|with|after)$/.test(graph.preposition(n)),
    )
    .flatMap((n) => [...(graph.slots(n).get("of") ?? []), ...(graph.slots(n).get("poss") ?? []), ...(graph.slots(n).get("mod") ?? [])]);
}

const CONCLUDES =
  /^(?:sign|reach|conclude|initial|strike|accept|clinch|ink|honou?r|observe|break|violate|breach|respect|extend|ratify|renew|agree|agree to|agree on|accede to)$/;

/** "a ceasefire brokered by Qatar was signed by both", "the Qatari-brokered deal reached by both": who concluded what the participle is said of. */
function signersOf(graph: SentenceGraph, participle: number): readonly number[] {
  const { head: thing, relation } = graph.node(participle);
  if (thing < 0 || !/^(?:acl|amod)$/.test(relation) || !graph.isNoun(thing)) return NONE;
  const { head: verb, relation: stands } = graph.node(thing);
  const isDone = verb >= 0 && /^(?:obj|nsubj:pass|obl)$/.test(stands) && CONCLUDES.test(graph.lemma(verb));
  const beside = graph.childrenBy(thing, "acl").filter((v) => v !== participle && CONCLUDES.test(graph.lemma(v)));
  return [...beside, ...(isDone ? [verb] : [])].flatMap((v) => graph.slots(v).get("agent") ?? []);
}

/** "recalled their envoys, accusing Laos", "citing the raids of Laos": whom the participle clause beside is about. */
function blamedBeside(graph: SentenceGraph, verb: number): readonly number[] {
  const clauses = graph
    .childrenBy(verb, "advcl")
    // "following Peru" tells of what went before
    .filter((c) => graph.node(c).xpos === "VBG" && graph.preposition(c) === "" && graph.lemma(c) !== "follow");
  const objects = clauses.flatMap((c) => graph.slots(c).get("object") ?? NONE);
  return objects.flatMap((o) => [o, ...(graph.slots(o).get("poss") ?? NONE)]);
}

/** "planes carrying 40 tonnes of relief from Qatar": where the load of a ship or plane comes from. */
function loadedIn(graph: SentenceGraph, carrier: number): readonly number[] {
  return graph.subtree(carrier).filter((n) => n > carrier && graph.preposition(n) === "from");
}

function withoutStar(place: string): string {
  return place.endsWith("*") ? place.slice(0, -1) : place;
}

/** The places that frames name, each taken apart once. */
const PARTS = new Map<string, readonly [string, ...string[]]>();

function partsOf(place: string): readonly [string, ...string[]] {
  let parts = PARTS.get(place);
  if (!parts) {
    parts = withoutStar(place).split(">") as [string, ...string[]];
    PARTS.set(place, parts);
  }
  return parts;
}

/** The arguments of an argument: "agent>in" is where the embassy stands that does it, "agent>appos>to" whither the envoy is sent. */
function within(graph: SentenceGraph, around: Slots, place: string): readonly number[] {
  const [outer, ...inner] = partsOf(place);
  return inner.reduce<readonly number[]>(
    (found, slot) =>
      // "members of the Council (China and Russia), …": what stands in the brackets behind it, not all that follows
      found.flatMap((n) => (graph.slots(n).get(slot) ?? []).slice(0, slot === "appos" ? 1 : undefined)),
    around.get(outer) ?? [],
  );
}

/** Slots of what happened at another time or in spite of which it happened. */
const BESIDE: ReadonlySet<string> = new Set(["after", "before", "following", "despite", "amid", "amidst", "until", "since"]);

/** Nouns that say of a gathering only that it is held. */
const CARRYING_OUT = /^(?:holding|organization|organisation|convening|convocation|hosting|celebration|staging)$/;

/** The arguments of the verb over a noun: slots written "over.object". */
export function overSlots(graph: SentenceGraph, i: number): Slots {
  return graph.noted(i, readOverSlots);
}

function readOverSlots(graph: SentenceGraph, i: number): Slots {
  let { head } = graph.node(i);
  // "proposed the holding of a summit"
  if (head >= 0 && CARRYING_OUT.test(graph.lemma(head)) && graph.isNoun(head) && graph.preposition(i) === "of")
    head = graph.node(head).head;
  if (isAimOfBeing(graph, i)) {
    const subject = graph.childrenBy(head, "nsubj");
    return new Map([
      ["subject", subject],
      ["agent", subject],
    ]);
  }
  if (head < 0 || !graph.isVerb(head)) return new Map();
  const slots = graph.slots(head);
  const subject = slots.get(graph.isPassive(head) ? "object" : "agent");
  return subject ? new Map([...slots, ["subject", subject]]) : slots;
}

/** "was in Lomé for the summit": what somebody was somewhere for. */
function isAimOfBeing(graph: SentenceGraph, i: number): boolean {
  const { head } = graph.node(i);
  return head >= 0 && !graph.isVerb(head) && graph.preposition(i) === "for" && graph.childrenBy(head, "cop").length > 0;
}

/** The arguments of the first verb above, through however many nouns: slots written "above.agent". */
function aboveSlots(graph: SentenceGraph, i: number): Slots {
  const verb = graph.ancestors(i).find((a) => !graph.isNoun(a));
  return verb !== undefined && graph.isVerb(verb) ? graph.slots(verb) : new Map();
}

/** The arguments of the noun that a participle stands before, or a state behind: "the Qatari-mediated talks between", "the treaty with Peru, in force since". */
function nounOver(graph: SentenceGraph, i: number): Slots {
  const { head } = graph.node(i);
  return head >= 0 && (head > i || graph.preposition(i) === "in") && graph.isNoun(head) ? graph.slots(head) : new Map();
}

/** The slots that frames are tried on at the places of one sentence; many frames have the same trigger and theme. */
export class TrialSlots {
  private readonly graph: SentenceGraph;
  private readonly merged = new Map<number, Slots>();
  private readonly loosened = new Map<Slots, Slots>();
  private readonly shared = new Map<Slots, Slots>();

  constructor(graph: SentenceGraph) {
    this.graph = graph;
  }

  /** Those of a trigger and its theme; the theme's without its doer with `withoutDoer`, without its owner with `withoutOwner`. */
  of(trigger: number, theme: number | null, withoutDoer: boolean, isAnothers: boolean): Slots {
    const { graph, merged } = this;
    if (theme === null) return graph.slots(trigger);
    const key = ((theme * graph.nodes.length + trigger) << 2) | (withoutDoer ? 2 : 0) | (isAnothers ? 1 : 0);
    let slots = merged.get(key);
    if (!slots) {
      slots = mergeSlots(
        graph.slots(trigger),
        isAnothers ? withoutOwner(graph.slots(theme)) : graph.slots(theme),
        withoutDoer ? "agent" : null,
      );
      merged.set(key, slots);
    }
    return slots;
  }

  /** What hangs one noun deeper than those of a trigger and its theme, as `looseSlots` has it. */
  loose(slots: Slots, trigger: number, theme: number | null, isShared: boolean): Slots {
    const known = isShared ? this.shared : this.loosened;
    let loose = known.get(slots);
    if (!loose) {
      loose = looseSlots(this.graph, slots, theme === null ? [trigger] : [trigger, theme], isShared);
      known.set(slots, loose);
    }
    return loose;
  }
}

export function mergeSlots(first: Slots, second: Slots | null, kept: string | null = null): Slots {
  if (!second) return first;
  const merged = new Map<string, readonly number[]>(first);
  for (const [slot, fillers] of second) if (slot !== kept) merged.set(slot, [...new Set([...(merged.get(slot) ?? []), ...fillers])]);
  return merged;
}

export function withoutOwner(slots: Slots): Slots {
  return new Map([...slots].filter(([slot]) => slot !== "poss" && slot !== "agent"));
}

/**
 * Arguments that hang one noun deeper than they should: "negotiations on an agreement between X and Y", "aid from X to Y".
 * Asked only when the proper slots leave a role empty. With `isShared` what hangs on a joined noun counts for the first as
 * well: "sent soldiers and a ship to Haiti".
 */
export function looseSlots(graph: SentenceGraph, slots: Slots, tops: readonly number[], isShared: boolean): Slots {
  const loose = new Map<string, number[]>();
  const nouns = new Map<number, string | undefined>();
  for (const top of tops) if (!graph.isVerb(top)) nouns.set(top, undefined);
  for (const [slot, fillers] of slots)
    if (slot !== "agent" && slot !== "clause" && slot !== "purpose")
      for (const f of fillers) if (!nouns.has(f) && graph.lemma(f) !== "invitation") nouns.set(f, slot);
  for (const [noun, outer] of nouns) {
    // "an attack on a post near the Rwandan border": beside it, and no part of it
    if (outer !== undefined && NEAR.test(outer)) continue;
    const shared = isShared
      ? graph.conjuncts(noun).flatMap((c) => (c === noun || graph.isVerb(c) ? [] : graph.subtree(c, false).filter((n) => n > c)))
      : [];
    for (const inner of [...graph.subtree(noun, false), ...shared]) {
      const node = graph.node(inner);
      const relation = base(node.relation);
      if (inner === noun || !DEEPER.has(relation) || isScenery(graph, inner, noun)) continue;
      // "withdrew after calls from the Union": who called is no part of it, where it was may be
      if (outer !== undefined && BESIDE.has(outer) && /^(?:from|by|to|for)$/.test(graph.preposition(inner))) continue;
      const slot =
        node.relation === "nmod:poss"
          ? "poss"
          : relation === "nmod" || relation === "obl"
            ? graph.preposition(inner)
            : relation === "appos"
              ? "appos"
              : "mod";
      const there = loose.get(slot);
      if (there) there.push(inner);
      else loose.set(slot, [inner]);
    }
  }
  return loose;
}

const DEEPER: ReadonlySet<string> = new Set(["nmod", "obl", "compound", "amod", "appos"]);

const NEAR = /^(?:near|off|outside|opposite)$/;
/** "pledged at the donors' meeting in Paris": where it was said. */
const VENUES = /^(?:meeting|summit|conference|session|forum|talk)s?$/i;

/** Words whose phrase is the scene of a thing and no part of it: "on the sidelines of the General Assembly". */
export const SCENERY: ReadonlySet<string> = new Set(
  "sideline margin eve occasion backdrop context wake presence framework sidelines margins anniversary session background aftermath invitation behest".split(
    " ",
  ),
);

function isScenery(graph: SentenceGraph, i: number, below: number): boolean {
  for (let at = i; at >= 0 && at !== below; at = graph.node(at).head)
    if (
      SCENERY.has(graph.node(at).lemma.toLowerCase()) ||
      NEAR.test(graph.preposition(at)) ||
      (graph.preposition(at) === "at" && VENUES.test(graph.lemma(at)))
    )
      return true;
  return false;
}

/** Lemmas over a noun: its verb (with "be" for a copula) and the verb's own governors within the clause. */
export function governorsOf(graph: SentenceGraph, i: number): readonly string[] {
  return graph.noted(i, readGovernors);
}

function readGovernors(graph: SentenceGraph, i: number): string[] {
  const found: string[] = [];
  if (graph.childrenBy(i, "cop").length > 0) found.push("be");
  // "the meeting held in Lima"
  for (const c of graph.childrenBy(i, "acl")) if (/^VB[ND]$/.test(graph.node(c).xpos)) found.push(graph.lemma(c));
  let at = i;
  for (let step = 0; step < 4; step++) {
    const node = graph.node(at);
    if (node.head < 0) break;
    const relation = node.relation.split(":")[0]!;
    if (relation === "appos") {
      found.push("appos");
      break;
    }
    if (relation === "conj") {
      at = node.head;
      if (graph.childrenBy(at, "cop").length > 0) found.push("be");
      continue;
    }
    if (!["obj", "obl", "xcomp", "nsubj", "nmod", "ccomp", "acl", "advcl"].includes(relation)) break;
    // "although it was a member, it became richer": a clause that says something itself
    if (at === i && relation === "advcl" && found.includes("be")) break;
    found.push(graph.lemma(node.head));
    // "at the request of Togo, which joined": what a relative says of a name is not asked for
    if (node.relation === "acl:relcl" && graph.node(node.head).upos === "PROPN") break;
    // "was in Lomé for the summit"
    if (at === i && isAimOfBeing(graph, i)) found.push("be");
    // "is one of the members"
    if (relation === "nmod" && graph.node(node.head).upos === "NUM" && graph.childrenBy(node.head, "cop").length > 0) found.push("be");
    if (graph.isVerb(node.head) && graph.node(node.head).relation !== "xcomp") break;
    at = node.head;
  }
  return found;
}
