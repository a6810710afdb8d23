import type { Span } from "../document/document.ts";
import { apposedCharge } from "./apposed-charge.ts";
import type { ClaimType } from "./claim.ts";
import type { Frame } from "./frame.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { kindOf, mayFill, ROLES } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { Named, ToldSides } from "./told-sides.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** How what is said or done points to what was told before: by words for it, by leaving the other out, or not at all. */
interface Pointing {
  readonly how: "named" | "left-out";
  /** What kind of thing the words say it was; null where they do not say. */
  readonly types: readonly ClaimType[] | null;
  /** Of a statement; undefined for any. */
  readonly stances?: readonly string[] | undefined;
  /** Only a court or another body can have done it. */
  readonly byBody: boolean;
}

/** Stances that answer a deed or a word, whose doer they are about; the others go on with whom the speaker deals with. */
const ANSWERS: ReadonlySet<string> = new Set(["rejects", "praises", "criticises", "accuses", "supports", "apologises"]);
/** How far back the other side may have been told of, in sentences. */
const REACH = { named: 4, "left-out": 2 } as const;

const RESPONDING = /^(?:respond|react|answer|reply|retaliate)$/;
const BACK = /^(?:the|this|that|these|those|such|both|its|their|his|her)$/i;
const PRONOUN = /^(?:it|what|this|that|these|those|them|so)$/i;
/** What only a court or another body gives. */
const COURT_WORD = /^(?:ruling|verdict|award|judge?ment)s?$/i;
const COURT = /\b(?:court|tribunal|panel|arbitrat\w+|ICJ|ITLOS|WTO|PCA)\b/i;
/** Stances that nobody welcomes who is their target. */
const HOSTILE: ReadonlySet<string> = new Set(["accuses", "criticises", "rejects", "threatens", "demands"]);
/** What two have against or with each other, so that a measure may follow; not who sits in what body. */
const DEALINGS: ReadonlySet<ClaimType> = new Set([
  "sanction",
  "event",
  "statement",
  "conflict",
  "envoy",
  "relations",
  "aid",
  "arms",
  "agreement",
]);
/** What one is in a body: nothing that a word to it would follow from. */
const SEATS: ReadonlySet<ClaimType> = new Set(["office", "membership", "founding"]);
/** "to Kuwait and to Oman": they are on one side. */
const JOINING = /^\s*(?:,\s*)?(?:and|or|nor)\s+(?:to|in|with|for|from|by)\s+(?:the\s+)?$/i;
/** Words for what another has done or said, as a reply takes it up, and the types of claims that tell such things. */
const DEEDS: readonly (readonly [words: RegExp, types: readonly ClaimType[] | null, stances?: readonly string[]])[] = [
  [
    /^(?:charge|accusation|allegation|claim|complaint|protest|criticism|insinuation|version)s?$/i,
    ["statement", "event"],
    ["accuses", "criticises", "rejects"],
  ],
  [/^(?:demand|request|appeal|call|ultimatum|list|suggestion|condition|term)s?$/i, ["statement"], ["demands", "requests", "threatens"]],
  [/^(?:threat|warning)s?$/i, ["statement"], ["threatens", "demands", "accuses"]],
  [/^(?:assurance|promise|pledge|apology|denial)s?$/i, ["statement"], ["pledges", "apologises", "rejects"]],
  [
    /^(?:statement|remark|comment|speech|report|letter|note|interpretation|tone|language|reply|response|reaction|position|stance)s?$/i,
    ["statement"],
  ],
  [
    /^(?:offer|proposal|invitation|plan|initiative|idea)s?$/i,
    ["statement", "mediation", "aid", "meeting", "visit", "agreement", "arms"],
    ["pledges"],
  ],
  [
    /^(?:attack|raid|strike|bombing|shelling|killing|invasion|incursion|intervention|operation|offensive|occupation|annexation|aggression|violation)s?$/i,
    ["conflict", "event", "deployment"],
  ],
  [
    /^(?:seizure|arrest|detention|execution|trial|sentence|test|launch|flight|overflight|release|extradition|attempt)s?$/i,
    ["event", "conflict"],
  ],
  [
    /^(?:ban|sanction|embargo|blockade|closure|boycott|tariff|dut(?:y|ie)|restriction|control|check|fee|levy|measure)s?$/i,
    ["sanction", "event", "agreement", "arms"],
  ],
  [/^(?:expulsion|recall|appointment)s?$/i, ["envoy"]],
  [/^(?:recognition)s?$/i, ["recognition"]],
  [/^(?:visit|trip|tour|stopover)s?$/i, ["visit"]],
  [COURT_WORD, ["event", "statement"]],
  [/^(?:deal|agreement|pact|treaty|accord|memorandum|declaration|purchase|sale)s?$/i, ["agreement", "arms", "aid"]],
  [/^(?:conference|meeting|summit|talks)s?$/i, ["meeting", "mediation"]],
  [/^(?:exercise|drill|project|construction)s?$/i, ["project", "deployment"]],
  [
    /^(?:decision|move|step|action|act|announcement|vote|resolution|gesture|law|bill|incident|finding|withdrawal|deployment|concession|change|reform|policy|suspension|cancellation|delay|election|settlement|treatment|conduct|behaviou?r|role|contribution|effort|support|help|assistance|generosity|patience|cooperation|ship|vessel|patrol|outcome|result|exclusion|veto|abstention|refusal|rejection|wording)s?$/i,
    null,
  ],
];
/** The other one of two who meet. */
const OTHER_ONE = /^(?:host|guest|interlocutor|counterpart|visitor|neighbou?r|side|party|other|latter|opposite)s?$/i;
/** Those who only listen. */
const AUDIENCE =
  /^(?:reporter|journalist|press|media|newspaper|television|radio|parliament|lawmaker|deputy|audience|interview|conference|briefing|crowd|supporter|agency|council|assembly|congress|senate|diplomat|statement)s?$/i;
/** Verbs of asking another to do something. */
const ASKS = /^(?:call|urge|ask|demand|appeal|press|exhort|request|pressure)\b/;
/** Verbs whose object is somebody: "urged all donors". */
const ADDRESSING =
  /^(?:urge|appeal|press|persuade|convince|exhort|encourage|implore|beseech|lobby|petition|invite|advise|call|thank|congratulate|accuse|blame)$/i;
/** Whose object is not needed for there to be somebody meant: "apologised", "protested". */
const NEEDS_NONE =
  /^(?:apologi[sz]e|protest|object|complain|disapprove|refuse|decline|resist|balk|demur|accept|comply|respond|hesitate|reserve|deny|express|voice|convey|register|lodge|deliver|file|raise|show|reply|retort|threaten|insist)$/;

/**
 * Fills the other side of a reply, a promise or a measure that names only who speaks or acts: "Kenya rejected the charge", "Laos
 * apologised", "it suspended its aid". It is the other side of what was told just before with the speaker in it; of a reply to
 * "the decision", else who took that. Words that have an addressee of their own, known or not ("urged parents"), get no other.
 */
export function recallCounterpart(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  trigger: number,
  fillers: Map<string, readonly Filler[]>,
  memory: TopicMemory,
): void {
  if (!["statement", "sanction", "event", "conflict"].includes(frame.type)) return;
  const [doer, other] = frame.type === "conflict" ? ["initiator", "target"] : (Object.keys(ROLES[frame.type].roles) as [string, string]);
  const own = fillers.get(doer) ?? [];
  if (own.length === 0 || fillers.has(other) || !frame.recalls.includes(other)) return;
  if (frame.type !== "statement" && !graph.isVerb(trigger)) return;
  // "Kenya urged Israel to lift the blockade": who asks is not therefore the one under it
  if (frame.type === "sanction" && ASKS.test(graph.lemma(graph.ancestors(trigger).find((n) => graph.isVerb(n)) ?? trigger))) return;
  // "blacklisted the people who asked for it": the words say whom
  const asides = frame.type === "sanction" ? graph.childrenBy(trigger, "obj").flatMap((o) => graph.childrenBy(o, "acl:relcl")) : [];
  if (asides.length > 0) {
    // "lifted the sanctions it had imposed on Sudan"
    const told = memory.sidesTold().find((t) => t.back === 0 && t.type === "sanction" && asides.includes(t.trigger));
    if (!told || !own.every((o) => told.from.some((f) => f.actor === o.actor) && !told.to.some((t) => t.actor === o.actor))) return;
    const why = "whom the measure was said to be against";
    fillers.set(
      other,
      told.to.map(({ actor, text }) => ({ ...impliedActor(graph.node(trigger), actor, why), text, node: trigger, slot: "before" })),
    );
    return;
  }
  const stance = String(frame.details.stance ?? "");
  const charged = stance === "rejects" ? apposedCharge(graph, trigger, own, memory) : null;
  if (charged) {
    const why = "who stood on the other side of the charge";
    const filled = (list: readonly Named[]): Filler[] =>
      list.map(({ actor, text }) => ({ ...impliedActor(graph.node(trigger), actor, why), text, node: trigger, slot: "before" }));
    if (charged.speaker) fillers.set(doer, filled(charged.speaker));
    fillers.set(other, filled(charged.addressee));
    return;
  }
  const answers = ANSWERS.has(stance);
  const pointing =
    frame.type === "statement" ? pointingOf(graph, actors, trigger, answers, ["supports", "praises"].includes(stance)) : LEFT_OUT;
  if (pointing === null) return;
  const speakers = new Set(own.map((f) => f.actor));
  const fits = (list: readonly Named[]): boolean =>
    list.length > 0 && list.every((f) => !speakers.has(f.actor) && mayFill(frame.type, other, f.actor));
  const others = othersTold(graph, memory, actors, trigger, frame, pointing, answers, speakers, fits);
  if (others.length === 0) return;
  const why = "who stood on the other side of what was told before";
  fillers.set(
    other,
    others.map(({ actor, text }) => ({ ...impliedActor(graph.node(trigger), actor, why), text, node: trigger, slot: "before" })),
  );
}

/** The other side by what this sentence told before the trigger, then by the sentences before it. */
function othersTold(
  graph: SentenceGraph,
  memory: TopicMemory,
  actors: PhraseActors,
  trigger: number,
  frame: Frame,
  { how, types, stances, byBody }: Pointing,
  answers: boolean,
  speakers: ReadonlySet<string>,
  fits: (list: readonly Named[]) => boolean,
): readonly Named[] {
  const welcomes = frame.details.stance === "praises";
  const acts = memory
    .sidesTold()
    .filter(
      (t) =>
        (t.back > 0 ||
          ((t.trigger < trigger || isBehind(graph, trigger, t.trigger)) && (frame.type === "statement" || t.type !== "statement"))) &&
        (types === null || types.includes(t.type)) &&
        (frame.type === "statement" ? !(how === "left-out" && SEATS.has(t.type)) : DEALINGS.has(t.type)) &&
        (t.type !== "statement" || !stances || stances.includes(t.stance)) &&
        (!byBody || t.from.every((f) => kindOf(f.actor) === "org")) &&
        !(welcomes && HOSTILE.has(t.stance)),
    );
  const reach = types === null || types.includes("statement") ? REACH[how] : REACH["left-out"];
  const toldBack = (back: number): ToldSides[] => {
    const there = acts.filter((t) => t.back === back && (how === "named" || t.sameBlock || back === 1));
    // what an earlier sentence tells first is what it tells
    return back === 0 ? there : there.reverse();
  };
  for (let back = 0; back <= reach; back++) {
    const told = toldBack(back);
    for (const act of told) {
      const across = acrossFrom(act, speakers, answers && how === "named");
      if (across && fits(across)) return across;
    }
    // one after the other takes measures against the same state
    const same = frame.type === "sanction" ? told.find((t) => t.type === "sanction" && fits(t.to)) : undefined;
    if (same) return same.to;
    // "the Council responded with sanctions": against who did what was told before
    const provoked = frame.type === "sanction" && back <= 1 && RESPONDING.test(graph.lemma(trigger));
    const attack = provoked ? told.find((t) => (t.type === "conflict" || t.type === "event") && fits(t.from)) : undefined;
    if (attack) return attack.from;
  }
  if (how === "named")
    for (let back = 0; back <= reach; back++) {
      const told = toldBack(back);
      // who is defended is whom others blamed
      const blamed = frame.details.stance === "supports" ? told.find((t) => HOSTILE.has(t.stance) && fits(t.to)) : undefined;
      if (blamed) return blamed.to;
      const doer = told.find((t) => fits(t.from));
      if (doer) return doer.from;
    }
  if ((types !== null && !byBody) || frame.type !== "statement") return [];
  // nothing was told of them, but one other was named
  for (let back = 0; back <= reach; back++) {
    const named = back === 0 ? actors.allNamed(trigger) : memory.namedBack(back);
    const rest = named.filter((n) => !speakers.has(n.actor) && kindOf(n.actor) !== "region" && (!byBody || COURT.test(n.text)));
    // "Mali, which chairs the union and has offered troops": a body only named is no addressee
    if (how === "left-out" && rest.length === 1 && kindOf(rest[0]!.actor) === "org") continue;
    if (rest.some((r) => named.some((n) => speakers.has(n.actor) && areJoined(n, r, actors.text)))) continue;
    if (rest.length === 1 && fits(rest) && (how === "named" || named.length > rest.length)) return rest;
    // where this very sentence names several, it is one of them or nobody
    if (back === 0 && rest.length > 1) return [];
  }
  return [];
}

/** "to Kuwait and to Oman": two that stand side by side in the text. */
function areJoined(a: Named & Span, b: Named & Span, text: string): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return second.start - first.end < 24 && JOINING.test(text.slice(first.end, second.start));
}

/** "protested after its boats had been rammed": what was told stands in a clause of time or cause behind the word. */
function isBehind(graph: SentenceGraph, trigger: number, told: number): boolean {
  if (told >= graph.nodes.length || told < trigger) return false;
  const path = [told, ...graph.ancestors(told)];
  const clause = path[path.indexOf(trigger) - 1];
  if (clause === undefined || !graph.node(clause).relation.startsWith("advcl")) return false;
  return /^(?:after|when|because|since|as)$/i.test(graph.node(graph.subtree(clause)[0]!).text);
}

/** Those across from the speakers in what was told; of a deed that is answered, only who did it. Null where they had no part in it. */
function acrossFrom(act: ToldSides, speakers: ReadonlySet<string>, doneOnly: boolean): readonly Named[] | null {
  if (act.to.some((f) => speakers.has(f.actor))) return act.from;
  if (act.from.some((f) => speakers.has(f.actor)) && !(doneOnly && !ROLES[act.type].mutual)) return act.to;
  return null;
}

const LEFT_OUT: Pointing = { how: "left-out", types: null, byBody: false };

/** Whether and how the words of a statement point to what was told before. */
function pointingOf(graph: SentenceGraph, actors: PhraseActors, trigger: number, answers: boolean, approves: boolean): Pointing | null {
  const slots = graph.slots(trigger);
  let found: Pointing | null = null;
  // "said the charge was baseless"
  for (const clause of slots.get("clause") ?? [])
    for (const subject of graph.childrenBy(clause, "nsubj", "nsubj:pass")) {
      const deed = deedAt(graph, subject);
      if (deed && answers) found = { how: "named", types: deed[1], stances: deed[2], byBody: false };
    }
  for (const slot of ["object", "recipient", "to", "with", "against", "at", "over", "of", "from", "on", "upon", "for", "about"])
    for (const node of slots.get(slot) ?? []) {
      const { upos, text, lemma, unit } = graph.node(node);
      if (unit?.kind === "date" || unit?.kind === "amount" || graph.isVerb(node)) continue;
      if (actors.mentionsAt(node).some((m) => m.kind === "place")) continue;
      if (upos === "PRON" || upos === "DET" ? PRONOUN.test(text) : OTHER_ONE.test(lemma)) {
        found ??= { how: "named", types: null, byBody: false };
        continue;
      }
      const deed = DEEDS.find(([words]) => words.test(lemma));
      // "the claim that its ships fished there" says itself what it is
      const isWhole = graph.childrenBy(node, "acl", "ccomp").some((c) => graph.node(c).relation !== "acl:relcl");
      if (deed && deedAt(graph, node) && !isWhole)
        found = { how: "named", types: deed[1], stances: deed[2], byBody: COURT_WORD.test(lemma) };
      const addresses = ["object", "recipient", "to", "on", "upon", "from", "with", "against"].includes(slot);
      if (!deed && addresses && (upos === "PROPN" || upos === "PRON" || isPeople(lemma)) && !AUDIENCE.test(lemma)) return null;
      if (!deed && addresses && ADDRESSING.test(graph.node(trigger).lemma) && !AUDIENCE.test(lemma)) return null;
      if (deed && isWhole && answers) return null;
    }
  const needsOne = approves || (answers && !NEEDS_NONE.test(graph.node(trigger).lemma.toLowerCase()));
  return found ?? (needsOne ? null : LEFT_OUT);
}

/** The class of a definite noun for what was done or said: "the charge", "its decision". */
function deedAt(graph: SentenceGraph, node: number): (typeof DEEDS)[number] | undefined {
  const definite = graph.childrenBy(node, "det", "nmod:poss").some((c) => BACK.test(graph.node(c).text));
  return definite ? DEEDS.find(([words]) => words.test(graph.node(node).lemma)) : undefined;
}

function isPeople(lemma: string): boolean {
  return /^(?:people|person|public|citizen|voter|resident|parent|child|children|woman|women|man|men|family|investor|donor|company|firm|union|court|judge|party|opposition|rebel|group|militia|team|player|fan|student|teacher|doctor|bank|creditor|worker|official|government|minister|president|soldier|army|police|officer|leader|critic|farmer|fisherman|community|authority|authorities|staff|nation|country|world|state|member|church|employer|employee|tourist|traveller|trader|business|owner|victim|refugee|migrant|prisoner)s?$/i.test(
    lemma,
  );
}
