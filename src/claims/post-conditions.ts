import type { FrameMatch } from "./match-frames.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const SENT_OUT = /^(?:door|passports?|papers|marching orders)$/i;
const HOME = /^(?:home|homeward|packing)$/i;
const PAST = /^(?:VBD|VBN)$/;
const ABROAD = /\b(?:(?:around|across|all over|throughout|in) the (?:globe|world)|worldwide|globally)\b/i;
/** What names no place of a post: "is in talks", "stands in the way". */
const NEARBY = 3;

/** What a post opens that is it itself. */
const IN_ITSELF = /^(?:doors?|gates?|itself|operations?|work|service|activit(?:y|ies)|office|section|building|premises|chancery)$/;

/** "the embassy", or a name that ends so. */
function isPost(graph: SentenceGraph, i: number): boolean {
  return /(?:^|\s)(?:embassy|consulate(?: general|-general)?|legation|high commission|mission)$/i.test(graph.node(i).text);
}

const ENVOY = /\b(?:ambassador|high commissioner|consul|chargé|envoy|minister plenipotentiary)\b/i;

/** Conditions of the frames of posts, envoys and talks between two; docs/frames.md lists them by name. */
export const POST_CONDITIONS: Readonly<Record<string, (graph: SentenceGraph, match: FrameMatch) => boolean>> = {
  /** "established relations with", "the Chile–Peru relationship was established"; not "close relations", "trade relations". */
  "nothing-qualifies": (graph, { theme, slots, fillers }) => {
    if (theme === null) return false;
    const before = graph.childrenBy(theme, "amod", "compound");
    // "the relationship was established in 1908": of whatever sort
    if (graph.lemma(theme) === "relationship" && before.length === 0 && !slots.has("between")) return false;
    return before.every((c) => fillers.get("party")?.filter((f) => f.node === c).length === 2);
  },
  /** "came to Lima as the ambassador of Kenya". */
  "as-envoy": (graph, { fillers }) =>
    (fillers.get("sender") ?? []).some((f) => {
      const holds = (n: number): boolean => graph.preposition(n) === "as" && ENVOY.test(graph.node(n).text);
      return f.slot.startsWith("as") && graph.holds(f) && [f.node, graph.node(f.node).head].some((n) => n >= 0 && holds(n));
    }),
  /** "67 embassies are operating around the globe": in no country that was told of. */
  "all-over-the-world": (graph, { trigger }) =>
    ABROAD.test(
      graph
        .subtree(trigger, false)
        .map((n) => graph.node(n).text)
        .join(" "),
    ),
  /** "showed the ambassador the door", "handed him his passports": he has to go. */
  "shown-out": (graph, { trigger }) => graph.childrenBy(trigger, "obj", "nsubj").some((c) => SENT_OUT.test(graph.node(c).text)),
  /** "sent the ambassador home", "sent the envoy packing". */
  "sent-home": (graph, { trigger }) =>
    graph.subtree(trigger, false).some((n) => n > trigger && n <= trigger + 2 * NEARBY && HOME.test(graph.node(n).text)),
  /** "hoisted its flag": the flag is that of who does it, in the capital of another. */
  "own-flag": (graph, { slots, fillers }) => {
    const flag = (slots.get("object") ?? []).find((n) => /^(?:flag|colours|colors|standard)$/i.test(graph.node(n).text));
    return (
      flag !== undefined &&
      !["over", "at", "on"].some((slot) => slots.has(slot)) &&
      graph.childrenBy(flag, "nmod:poss").some((p) => /^its$/i.test(graph.node(p).text)) &&
      (fillers.get("host") ?? []).every((f) => f.mention.form === "capital") &&
      (fillers.get("sender") ?? []).every((f) => f.person === null && f.office === null)
    );
  },
  /** "the embassy stands in Lima", "is located in Lima": said of the present, of the post itself. */
  "stands-there": (graph, { trigger, theme, slots }) => {
    const post = theme ?? -1;
    const isSubject = [...(slots.get("agent") ?? []), ...(slots.get("object") ?? [])].includes(post);
    const { xpos } = graph.node(trigger);
    const be = graph.childrenBy(trigger, "cop", "aux").map((c) => graph.node(c).text.toLowerCase());
    const isPresent = /^VB[PZ]$/.test(xpos) || be.some((b) => /^(?:is|are|'s)$/.test(b));
    return isSubject && isPresent && !(PAST.test(xpos) && be.length === 0) && !graph.childrenBy(post, "acl", "acl:relcl").length;
  },
  /** "raised the flag over": what goes up or down is a flag. */
  "flag-said": (graph, { slots }) =>
    (slots.get("object") ?? []).some((n) => /^(?:flag|colours|colors|standard|tricolou?r)$/i.test(graph.node(n).text)),
  /** "lowered the flag to half-mast": in mourning. */
  "half-mast": (graph, { trigger }) =>
    graph.subtree(trigger, false).some((n) => /^(?:half|half-?mast|half-?staff|mast)$/i.test(graph.node(n).text)),
  /** "the arrival of the new ambassador": he comes to stay. */
  "ambassador-comes": (_, { fillers }) => (fillers.get("visitor") ?? []).every((f) => f.office === "ambassador"),
  /** "the ambassador dined with the consul": diplomats in their daily rounds. */
  "diplomat-meets": (_, { fillers }) =>
    (fillers.get("participant") ?? []).some((f) => f.office === "ambassador" || /\b(?:consul|envoy|diplomat)/i.test(f.mention.text)),
  /** "came face to face". */
  "face-to-face": (graph, { trigger }) =>
    /\bface[ -]to[ -]face\b/i.test(
      graph
        .subtree(trigger)
        .map((n) => graph.node(n).text)
        .join(" "),
    ),
  /** "saw him in Lima", not "saw him as a rival", "saw him leave". */
  "sees-nothing-more": (graph, { trigger, slots }) =>
    !slots.has("as") &&
    !graph.childrenBy(trigger, "compound:prt", "advmod").some((c) => /^(?:off|through|out)$/i.test(graph.node(c).text)) &&
    !["xcomp", "ccomp", "advcl", "acl"].some((r) => graph.childrenBy(trigger, r).length > 0) &&
    (slots.get("object") ?? []).every((n) => graph.childrenBy(n, "acl", "acl:relcl", "nsubj").length === 0),
  /** "Accra and Luanda came the following year": towns alone, after a post was told of, and nowhere to come to. */
  "towns-come-next": (graph, { before, fillers, slots, trigger }) =>
    before !== null &&
    [...before.values()].flat().some((f) => f.mention.form === "capital" || f.mention.form === "city") &&
    (fillers.get("host") ?? []).every(
      (f) =>
        (f.mention.form === "capital" || f.mention.form === "city") && f.person === null && (slots.get("agent") ?? []).includes(f.node),
    ) &&
    !graph.nodes.some((n, i) => i < trigger && /^(?:clos\w+|shut\w*)$/i.test(n.text)) &&
    !graph.isPassive(trigger) &&
    !["object", "to", "into", "with", "from", "in", "at", "by", "clause", "for", "on", "as", "up"].some((slot) =>
      (slots.get(slot) ?? []).some((n) => graph.node(n).unit?.kind !== "date" && !/^(?:year|month|week|turn|suit)$/.test(graph.lemma(n))),
    ),
  /** "stayed away from the summit in Lima". */
  "stays-away": (graph, { trigger }) => /^away$/i.test(graph.nodes[trigger + 1]?.text ?? ""),
  /** "an embassy in Tokyo, followed by Seoul and Lima in 1970": towns alone, behind a post that was opened. */
  "followed-by-towns": (graph, { before, fillers, slots, trigger }) =>
    [...(before?.values() ?? [])].flat().some((f) => f.mention.form === "capital" || f.mention.form === "city") &&
    (fillers.get("host") ?? []).every((f) => (f.mention.form === "capital" || f.mention.form === "city") && f.person === null) &&
    [...(slots.get("agent") ?? []), ...(slots.get("by") ?? [])].every((n) => graph.node(n).upos === "PROPN") &&
    !graph.nodes.some((n, i) => i < trigger && /^(?:clos\w+|shut\w*)$/i.test(n.text)),
  /** "The Mexican embassy launched a chamber of commerce": it does something; nobody opens it. */
  "post-does": (graph, { trigger, slots }) =>
    graph.isVerb(trigger) &&
    !graph.isPassive(trigger) &&
    graph.childrenBy(trigger, "nsubj").some((n) => isPost(graph, n)) &&
    (slots.get("object") ?? []).some(
      (n) => n > trigger && graph.node(n).unit?.kind !== "date" && !isPost(graph, n) && !IN_ITSELF.test(graph.lemma(n)),
    ),
  /** "is accredited", "has been accredited": it stands. */
  "is-or-has-been": (graph, { trigger }) => {
    const aux = graph.childrenBy(trigger, "aux").map((a) => graph.node(a).text.toLowerCase());
    return graph.node(trigger).xpos === "VBN" && aux.some((a) => /^(?:is|are|remains?|has|have)$/.test(a));
  },
  /** An ambassador does it: "the Norwegian ambassador handed over his letters". */
  "ambassador-does": (_, { fillers }) => (fillers.get("sender") ?? []).every((f) => f.office === "ambassador"),
  /** "was ordered to return to Suva": it is said where to, and that is not the host. */
  "goes-elsewhere": (_, { fillers, slots }) => slots.has("to") && (fillers.get("host") ?? []).every((f) => !/^(?:to|in)$/.test(f.slot)),
  /** "is to attend a meeting in": what is due, not where somebody was. */
  "due-to-do": (graph, { trigger }) => {
    const { head, relation } = graph.node(trigger);
    const top = /^(?:cop|aux)/.test(relation) && head >= 0 ? head : trigger;
    const next = /^due$/i.test(graph.nodes[trigger + 1]?.text ?? "") ? trigger + 2 : trigger + 1;
    return (
      graph.nodes[next]?.text.toLowerCase() === "to" ||
      (graph.node(top).xpos === "VB" && graph.childrenBy(top, "mark").some((m) => /^to$/i.test(graph.node(m).text)))
    );
  },
};
