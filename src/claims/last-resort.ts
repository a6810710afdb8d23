import type { SentenceContext } from "./build-claims.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate, Participant, PloverEvent } from "./claim.ts";
import { speaksOfSport } from "./conditions.ts";
import { evidenceOf } from "./evidence.ts";
import type { PloverLexicon } from "./plover-lexicon.ts";
import { type CodedPair, RelationCoder } from "./relation-coder.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { readUnreal } from "./unreal.ts";

/** An actor of an event of last resort: a state, or people of a state who act or suffer apart from it. */
interface Side {
  readonly node: number;
  readonly actor: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** People within the state, not the state itself. */
  readonly people: boolean;
  /** No country stands beside them: it is the only one of the sentence. */
  readonly inferred: boolean;
  readonly person: string | null;
}

/** Events that people or a government do at home, said without naming whom they do it to. */
const AT_HOME: ReadonlySet<PloverEvent> = new Set(["ACCUSE", "PROTEST", "COERCE", "CONCEDE", "RETREAT", "THREATEN", "MOBILIZE"]);
/** Too weak without a state on each side: people everywhere meet, trade and like one another. */
const EVERYDAY: ReadonlySet<PloverEvent> = new Set(["SUPPORT", "CONSULT", "COOPERATE"]);
/** What no type of claim but `event` tells of two sides; the rest is for the frames of its type to find or to leave. */
const NO_OTHER_TYPE: ReadonlySet<PloverEvent> = new Set(["COERCE", "ASSAULT", "RETREAT", "CONCEDE", "PROTEST"]);
/** Between two sides these are words: a statement by its stance. */
const STANCES: Readonly<Partial<Record<PloverEvent, string>>> = {
  REQUEST: "requests",
  ACCUSE: "criticises",
  REJECT: "rejects",
  THREATEN: "threatens",
};
/** Rules whose matter has frames of its own, in whatever event it ends. */
const FRAMED =
  /\b(?:give-aid|aid|deny-aid|cut-ties|ties|pay-visit|hold-talks|mediate|peacekeepers|mass-troops|mobilize|withdraw-aid|withdraw-forces|retreat|blockade|lift-sanctions|sanction|summon|asylum|border-open|border-close|take-territory|expel-diplomats|hack)\b/;
/** Lists of many names are no events, and every pair costs a reading of the sentence. */
const MOST_SIDES = 10;
const LONGEST = 120;
/** Beyond this the sentence joins the two too loosely. */
const FARTHEST = 3;
/** Costs of a subject and an object, or of a phrase about them ("eleven Afghan smugglers"). */
const NEAREST = 0.6;
const NEAREST_PEOPLE = 1.6;
const COUNTRY_FORMS: ReadonlySet<string> = new Set(["name", "demonym", "code"]);

/**
 * Events of last resort: what rebels, protesters, police, courts and other people of a state do or suffer, coded by the
 * lexicon of political action. Such people stand for their state; a side may be the same state as the other. Nothing is
 * told here that a claim of the sentence (`told`) tells already or that stands under a statement (`said`: its words' nodes).
 */
export function readLastResort(
  context: SentenceContext,
  lexicon: PloverLexicon,
  told: readonly Claim[],
  said: ReadonlySet<number>,
): Claim[] {
  const { graph } = context;
  const states = statesNamed(context);
  if (states.size === 0 || graph.nodes.length > LONGEST || speaksOfSport(graph)) return [];
  const sides = graph.nodes.flatMap((_, i) => sideAt(context, lexicon, i, states) ?? []);
  if (sides.length === 0 || sides.length > MOST_SIDES) return [];
  const coder = new RelationCoder(graph, lexicon);
  const claims: Claim[] = [];
  for (const source of sides) {
    let found: { coded: CodedPair; target: Side | null } | null = null;
    for (const target of sides) {
      if (!mayPair(source, target, context)) continue;
      const coded = coder.between(source.node, target.node);
      if (!coded || coded.cost > FARTHEST || EVERYDAY.has(coded.event) || /^end\b|due-there$/.test(coded.rule)) continue;
      if (source.actor === target.actor ? !isAtHome(source, target, coded, context) : !isPlain(source, target, coded, context)) continue;
      if (!found || coded.cost < found.coded.cost) found = { coded, target };
    }
    if (!found && states.size === 1 && (source.people || !source.inferred)) {
      const coded = coder.alone(source.node);
      if (coded && AT_HOME.has(coded.event) && graph.isVerb(coded.trigger) && actsAtHome(source, coded)) found = { coded, target: null };
    }
    if (found && [found.coded.trigger, ...graph.ancestors(found.coded.trigger)].some((n) => said.has(n))) continue;
    if (!found || isTold(found.coded, source, found.target, [...told, ...claims], graph)) continue;
    claims.push(buildClaim(context, source, found.target, found.coded));
  }
  return claims;
}

/** Two sides of which one at least is people, or both the same state; neither within the other's phrase. */
function mayPair(source: Side, target: Side, { graph }: SentenceContext): boolean {
  if (source === target || (source.inferred && target.inferred)) return false;
  if (!source.people && !target.people && source.actor === target.actor) return false;
  const inside = (a: Side, b: Side): boolean => a.start >= b.start && a.end <= b.end;
  if (inside(source, target) || inside(target, source)) return false;
  return !graph.ancestors(target.node).includes(source.node) && !graph.ancestors(source.node).includes(target.node);
}

/** Within one state: by somebody who is more than its name, as the verb of the sentence; troops against bandits are no relation. */
function isAtHome(source: Side, target: Side, { event, trigger }: CodedPair, { graph, actors }: SentenceContext): boolean {
  if (!graph.isVerb(trigger) || (event === "ASSAULT" && target.inferred)) return false;
  return source.people || !actors.mentionsAt(source.node).some((m) => m.form === "name");
}

/**
 * Between two sides only what is done outright by the subject of a verb to its object, and what no other type tells: of what
 * hangs deeper, who did it to whom is a guess.
 */
function isPlain(source: Side, target: Side, coded: CodedPair, { graph }: SentenceContext): boolean {
  const { event, cost, rule, trigger, factuality } = coded;
  // an opposition is not its state, nor is a delegation's clerk, and who is induced to do something did it
  const speaks =
    STANCES[event] !== undefined &&
    !source.people &&
    !/\bopposition\b/i.test(source.text) &&
    graph.node(target.node).head === trigger &&
    !/^(?:induce|persuade|convince|prompt|dismiss|move|dispatch|call)$/.test(graph.lemma(trigger));
  if (!graph.isVerb(trigger) || !(NO_OTHER_TYPE.has(event) || speaks) || FRAMED.test(rule) || factuality === "possible") return false;
  if (readUnreal(graph, trigger) !== null || graph.nodes.at(-1)?.text === "?") return false;
  if (/^(?:say|between|receive|end)\b/.test(rule)) return false;
  if (source.people || target.people) return cost <= NEAREST_PEOPLE;
  // two states that beat each other do so in a vote or a match
  if (/^(?:beat|defeat|edge|outvote|win)$/.test(graph.lemma(trigger))) return false;
  return cost <= NEAREST && [source, target].every((s) => /^[A-Z]{3}$/.test(s.actor));
}

/** Measures of a government and protests of people need no other side. */
function actsAtHome(source: Side, { event, rule }: CodedPair): boolean {
  if (/^(?:end|say)\b/.test(rule) && event !== "CONCEDE") return false;
  if (source.people) return event === "PROTEST" || event === "RETREAT" || (event === "ACCUSE" && /investigate/.test(rule));
  return /curfew|impose|close-down|lift-restrictions|abuse-rights/.test(rule);
}

/** States that the sentence names, and whether as countries or only by a city. */
function statesNamed({ graph, actors }: SentenceContext): Map<string, string> {
  const found = new Map<string, string>();
  graph.nodes.forEach((_, i) => {
    // "the Kenya-led initiative"
    if (graph.nodes[i + 1]?.text === "-" && graph.nodes[i + 2]?.xpos === "VBN") return;
    for (const m of actors.mentionsAt(i))
      if (m.actors.length === 1 && m.kind !== "organisation" && m.kind !== "group" && m.kind !== "region" && m.form !== "reference")
        for (const a of m.actors)
          if (/^[A-Z]{3}$/.test(a) && !COUNTRY_FORMS.has(found.get(a) ?? ""))
            found.set(a, m.form === "capital" || m.form === "city" ? m.form : "name");
  });
  return found;
}

function sideAt(context: SentenceContext, lexicon: PloverLexicon, i: number, states: ReadonlyMap<string, string>): Side | null {
  const { graph, actors, document } = context;
  if (!graph.isNoun(i)) return null;
  const node = graph.node(i);
  const relation = node.relation.split(":")[0]!;
  const phrase = graph.subtree(i, false).map((n) => graph.node(n));
  const start = Math.min(...phrase.map((n) => n.start));
  const end = Math.max(...phrase.map((n) => n.end));
  const side = (actor: string, people: boolean, person: string | null = null, inferred = false): Side => ({
    node: i,
    actor,
    people,
    inferred,
    person,
    start,
    end,
    text: document.text.slice(start, end).replace(/^(?:the|a|an)\s+/i, ""),
  });
  const own = actors.mentionsAt(i).find((m) => m.actors.length > 0 && m.kind !== "place" && m.kind !== "region");
  if (own) {
    if (own.actors.length !== 1 || own.form === "reference") return null;
    // the name only says whose rebels they are
    if (relation === "amod" || relation === "compound") return null;
    const people = own.kind === "group" || (own.form === "demonym" && /s$/.test(own.text));
    return { ...side(own.actors[0]!, people, own.person), text: own.text, start: own.start, end: own.end };
  }
  const words = node.unit ? [] : [node.lemma.toLowerCase(), node.text.toLowerCase()];
  const people = words.some((w) => lexicon.people.has(w));
  const official =
    words.some((w) => lexicon.officials.has(w)) || actors.mentionsAt(i).some((m) => m.person !== null && m.actors.length === 0);
  if ((!people && !official) || relation === "amod" || relation === "compound") return null;
  for (const n of graph.subtree(i, false)) {
    if (n === i) continue;
    const { relation: how } = graph.node(n);
    if (!/^(amod|compound|nmod)/.test(how)) continue;
    if (how === "nmod" && !["in", "of", "from", "inside", "within"].includes(graph.preposition(n))) continue;
    const m = actors.mentionsAt(n).find((k) => k.actors.length === 1 && COUNTRY_FORMS.has(k.form) && /^[A-Z]{3}$/.test(k.actors[0]!));
    if (m) return side(m.actors[0]!, people);
  }
  // one country in the whole sentence: it is theirs
  const [only] = states.keys();
  return states.size === 1 && only && COUNTRY_FORMS.has(states.get(only) ?? "") ? side(only, people, null, true) : null;
}

function isTold(coded: CodedPair, source: Side, target: Side | null, told: readonly Claim[], graph: SentenceGraph): boolean {
  const { start, end } = graph.node(coded.trigger);
  return told.some((c) => {
    if (c.plover.event === coded.event) return true;
    const actors = new Set(c.participants.map((p) => p.actor));
    // a frame has read the same verb
    if (actors.has(source.actor) && c.evidence.start <= start && c.evidence.end >= end && !c.why.rule.startsWith("event/last")) return true;
    return actors.has(source.actor) && target !== null && target.actor !== source.actor && actors.has(target.actor);
  });
}

function buildClaim({ document, graph, dates }: SentenceContext, source: Side, target: Side | null, coded: CodedPair): Claim {
  const trigger = graph.node(coded.trigger);
  const spans = [trigger, source, ...(target ? [target] : [])];
  const start = Math.min(...spans.map((s) => s.start));
  const end = Math.max(...spans.map((s) => s.end));
  const participant = (role: string, side: Side, text = side.text): Participant => ({
    role,
    actor: side.actor,
    text,
    ...(side.person ? { person: side.person } : {}),
  });
  const date: ClaimDate = dates.dateOf(coded.trigger, []);
  const stance = target && source.actor !== target.actor ? STANCES[coded.event] : undefined;
  const claim: Omit<Claim, "id"> = {
    type: stance ? "statement" : "event",
    phase: "occurs",
    factuality: stance ? "actual" : coded.factuality,
    participants: [participant(stance ? "speaker" : "source", source), participant(stance ? "addressee" : "target", target ?? source)],
    date,
    place: null,
    details: stance ? { stance } : {},
    plover: { event: coded.event },
    evidence: evidenceOf(document, { start, end }),
    why: { rule: `event/last-resort (${coded.rule})`, confidence: target ? 0.5 : 0.45 },
  };
  return { id: claimId(claim), ...claim };
}
