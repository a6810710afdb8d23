import type { FrameMatch } from "./match-frames.ts";
import { wordsOf } from "./phrase-text.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const UNARMED = /\b(?:diplomatic|propaganda|legal|court|currency|media|information|turf|political|electoral|nerves|public relations)\b/i;
const ARMED =
  /\b(?:military|bombing|bomber|air|armed|aerial|ground|land|naval|guerrilla|offensive|terror|terrorist|counter-?insurgency|troops|forces|bloody|punitive|desert|missile|drone|artillery)\b/i;

const TOLD_OF = /^(?:follow|see|mark|discuss|consider|support|welcome|request|demand|seek|avenge|repel|repulse|survive|suffer)$/;

const FORCE =
  /\b(?:raids?|(?:air ?)?strikes?|shelling|shellfire|bombardments?|bombing|artillery|missiles?|rockets?|drones?|gunfire|mortars?|tanks|(?:counter-?)?(?:attacks?|offensives?)|incursions?|invasions?)\b/i;
const IN_ARMS =
  /\b(?:soldiers?|troops?|guards?|guardsmen|police(?:m[ae]n)?|sailors?|marines?|servicemen|peacekeepers?|paratroopers?|gunmen|fighters?|patrols?|rangers?|officers?|gendarmes?|militiamen)\b/i;

/** Conditions of the frames of wars, beside those in security-conditions.ts; docs/frames.md lists them by name. */
export const CONFLICT_CONDITIONS: Readonly<Record<string, (graph: SentenceGraph, match: FrameMatch) => boolean>> = {
  /** "Two soldiers killed near the temple", as headlines have it: they were killed. */
  "killed-somebody": (graph, { trigger, slots }) =>
    !graph.isVerb(trigger) || graph.isPassive(trigger) || slots.has("object") || graph.childrenBy(trigger, "obj", "nsubj:pass").length > 0,
  /** A war of words or of courts, or a campaign that nothing says is fought with arms. */
  unarmed: (graph, { trigger, theme }) => {
    const war = theme ?? trigger;
    const phrase = wordsOf(graph, war);
    return UNARMED.test(phrase) || (graph.node(war).lemma.toLowerCase() === "campaign" && !ARMED.test(phrase));
  },
  /** "Togo's protest followed the raid": who follows or discusses it did not do it, where nothing says whose it was. */
  "another-tells": (graph, { trigger }) => {
    const { head, relation } = graph.node(trigger);
    if (head < 0 || relation !== "obj" || !TOLD_OF.test(graph.lemma(head)) || graph.isPassive(head)) return false;
    const isOwned = graph.childrenBy(trigger, "nmod:poss", "amod", "compound").length > 0;
    return !isOwned && !graph.childrenBy(trigger, "nmod", "obl").some((c) => /^(?:by|of|from)$/.test(graph.preposition(c)));
  },
  /** "put Lima under siege". */
  "siege-words": (graph, { slots }) => (slots.get("under") ?? []).some((n) => graph.lemma(n) === "siege"),
  /** "conquered Chad", "captured Lima": a land or a town by its own name is what is taken, by somebody. */
  "taken-itself": (graph, { slots, fillers }) =>
    (fillers.get("target") ?? []).every(
      (f) => /^(?:name|capital|city)$/.test(f.mention.form) && (slots.get("object") ?? []).some((o) => graph.conjuncts(o).includes(f.node)),
    ),
  /** A state or its army does it, nobody by his own name. */
  "no-reporter": (_, { fillers }) =>
    (fillers.get("initiator") ?? []).every((f) => f.person === null && (f.office === null || f.office === "military")),
  /** "Iraq marched into Kuwait": one state by its name goes into another. */
  "state-marches": (_, { fillers }) =>
    [...fillers.values()].flat().every((f) => f.mention.form === "name" && f.person === null && f.body === null),
  /** "a war against both Chad and Togo": foes of one another's foe, who fight nobody that is named. */
  "only-foes": (_, { fillers }) => {
    const sides = fillers.get("party") ?? [];
    return sides.length > 1 && sides.every((f) => f.slot === "against");
  },
  /** "their battle against terrorism": those who are told of fight it together, and not one another. */
  "war-on-a-thing": (graph, { trigger, slots, fillers }) => {
    const sides = fillers.get("party") ?? [];
    // right behind the war, wherever the parser hung it
    const link = graph.nodes[trigger + 1];
    const behind = link && /^against$/i.test(link.text) && link.head > trigger ? [link.head] : [];
    const foes = [...(slots.get("against") ?? []), ...(slots.get("on") ?? []), ...behind].filter(
      (n) => n > trigger && graph.node(n).upos === "NOUN",
    );
    return foes.length > 0 && sides.every((f) => !/^(?:against|between|with)$/.test(f.slot));
  },
  /** "the Peruvian War of Independence": against whom it was is not said. */
  "war-of-liberation": (graph, { trigger, fillers }) =>
    /\b[Ww]ars? of (?:\p{L}+ )?(?:independence|liberation)\b/iu.test(
      graph.nodes
        .slice(trigger, trigger + 5)
        .map((n) => n.text)
        .join(" "),
    ) && !(fillers.get("party") ?? []).some((f) => /^(?:against|with|between)$/.test(f.slot)),
  /** "came to blows". */
  "to-blows": (graph, { trigger, slots }) =>
    [...(slots.get("to") ?? []), ...graph.childrenBy(trigger, "xcomp")].some((n) => /^blows$/i.test(graph.node(n).text)),
  /** "had a war", not "the war had little effect". */
  "has-the-war": (graph, { trigger, theme }) =>
    graph.lemma(trigger) !== "have" || theme === null || !graph.node(theme).relation.startsWith("nsubj"),
  /** "answered with raids on", "retaliated by shelling": what it is answered with is force of arms. */
  "with-force": (graph, { slots }) =>
    (slots.get("with") ?? []).some((n) => FORCE.test(wordsOf(graph, n))) &&
    // "with an attack on its record"
    !(slots.get("on") ?? []).some((n) =>
      /^(?:record|policy|character|reputation|government|press|critic|claim|idea|plan)s?$/.test(graph.lemma(n)),
    ),
  /** Those who died or were hurt are in uniform or bear arms. */
  "soldiers-fall": (graph, { trigger, fillers }) => {
    const parties = fillers.get("party") ?? [];
    const [over] = graph.ancestors(trigger);
    if (over === undefined || parties.length < 2) return false;
    return parties.some((f) => IN_ARMS.test(wordsOf(graph, f.node)) || IN_ARMS.test(f.text));
  },
  /** "entered a second week", "dragged on": the fighting itself, which goes on. */
  "fought-on": (graph, { trigger, theme, slots, fillers }) => {
    if ((fillers.get("party") ?? []).some((f) => !["between", "with", "against"].includes(f.slot))) return false;
    if (theme === null || graph.isPassive(trigger) || !(slots.get("agent") ?? []).some((n) => graph.conjuncts(n).includes(theme)))
      return false;
    const objects = slots.get("object") ?? [];
    if (graph.lemma(trigger) !== "enter") return objects.length === 0;
    return [...objects, ...graph.childrenBy(trigger, "obl")].some((n) => /\b(?:day|week|month|year|phase)s?\b/i.test(wordsOf(graph, n)));
  },
};
