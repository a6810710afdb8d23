import type { FrameMatch } from "./match-frames.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const STATESMEN =
  /\b(?:leader|head|minister|president|official|delegate|delegation|representative|envoy|diplomat|governor|parliamentarian|lawmaker|state|nation|member|chief|expert|participant|negotiator|ambassador)s?\b|\bcountr(?:y|ies)\b/i;

/** Conditions of gatherings of organisations, beside those in diplomacy-conditions.ts; docs/frames.md lists them by name. */
export const GATHERING_CONDITIONS: Readonly<Record<string, (graph: SentenceGraph, match: FrameMatch) => boolean>> = {
  /** "the talks led to the establishment of a commission": what came of them; nobody is at its head. */
  "leads-to-it": (graph, { trigger, slots }) => graph.lemma(trigger) === "lead" && slots.has("to"),
  /** "was conferred with the order", "conferred a medal on": an honour that is given. */
  "is-honoured": (graph, { trigger, slots }) =>
    graph.lemma(trigger) === "confer" && (graph.isPassive(trigger) || (slots.has("object") && (slots.has("on") || slots.has("upon")))),
  /** "plan to continue the discussion on missiles": talk that goes on, at no time that is told. */
  "merely-goes-on": (graph, { trigger, theme }) =>
    graph.lemma(trigger) === "continue" &&
    theme !== null &&
    /^(?:dialogue|discussion|conversation|consultation)$/.test(graph.lemma(theme)) &&
    !graph.subtree(trigger, false).some((n) => n > trigger && graph.node(n).unit?.kind === "date"),
  /** "A summit was held in Accra. Togo and Chad took part": in the gathering told just before, whose sides are those who came. */
  "gathering-told": (_, { fillers, before }) =>
    [...fillers.values()].flat().some((f) => f.slot === "before" || f.slot === "body") ||
    (before !== null && [...before.values()].every((list) => list.length === 0) && sidesIn(fillers) > 1),
  /** "held on the sidelines of the summit": the summit is only where something else was held. */
  "on-its-margins": (graph, { trigger }) => {
    const { head } = graph.node(trigger);
    return head >= 0 && /^(?:sidelines?|margins?|fringes?)$/i.test(graph.node(head).text);
  },
  /** "started talks on a summit": it is only spoken of. */
  "talked-about": (graph, { trigger }) => /^(?:on|about|over|concerning|regarding)$/.test(graph.preposition(trigger)),
  /** "is expected to hold talks in Laos": what one is expected to do there is said, and it is no journey. */
  "due-there": (graph, { trigger }) =>
    graph
      .childrenBy(trigger, "xcomp")
      .some((n) => graph.isVerb(n) && !/^(?:arrive|visit|come|travel|land|return|go|fly|be|stay|stop)$/.test(graph.lemma(n))),
  /** "hosted the leaders of Thailand and Cambodia": persons of two states or more, who meet where they are hosted. */
  "guests-of-several": (_, { fillers }) => {
    const guests = (fillers.get("participant") ?? []).filter((f) => f.slot === "object" && kindOf(f.actor) === "state");
    return (
      new Set(guests.map((f) => f.actor)).size > 1 &&
      guests.every((f) => f.person !== null || /^(?:head-of-state|head-of-government|foreign-minister|minister)$/.test(f.office ?? ""))
    );
  },
  /** "Kenya sent its foreign minister", to what was told, not "sent an envoy to Peru" or "sent him home". */
  "sent-nowhere": (_, { slots }) =>
    !["to", "into", "for", "with", "on", "from", "recipient", "purpose", "at", "in"].some((slot) => slots.has(slot)),
  /** "Qatar, which hosts the leaders of a movement": they live there. */
  lodges: (graph, { trigger, fillers }) =>
    graph.lemma(trigger) === "host" &&
    graph.isSimplePresent(trigger) &&
    (fillers.get("visitor") ?? []).every((f) => f.actor.startsWith("group:")),
  /** "In the meeting the ministers discussed", "will discuss": the one told just before, or one still to come. */
  "meeting-of-before": (graph, { trigger, before, fillers }) => {
    const over = graph.ancestors(trigger).find((n) => graph.isVerb(n));
    if (over !== undefined && graph.childrenBy(over, "aux").some((a) => /^(?:will|shall)$/i.test(graph.node(a).text))) return true;
    const isTheOne = graph.childrenBy(trigger, "det").some((d) => /^(?:the|this|that)$/i.test(graph.node(d).text));
    if (!isTheOne || graph.subtree(trigger).some((n) => graph.node(n).unit?.kind === "date")) return false;
    const known = new Set([...(before?.values() ?? [])].flat().map((f) => f.actor));
    return [...fillers.values()].flat().every((f) => known.has(f.actor));
  },
  /** "In the meeting the two ministers discussed": what they did at a meeting that was told just before. */
  "discussed-there": (graph, { slots, before, fillers }) => {
    const there = ["in", "during", "at"].flatMap((slot) => slots.get(slot) ?? []);
    const isTold = there.some(
      (n) =>
        /^(?:meeting|talk|conversation|discussion|encounter|exchange)$/.test(graph.lemma(n)) &&
        graph.childrenBy(n, "det").some((d) => /^(?:the|this|that)$/i.test(graph.node(d).text)),
    );
    if (!isTold) return false;
    const known = new Set([...(before?.values() ?? [])].flat().map((f) => f.actor));
    return [...fillers.values()].flat().every((f) => known.has(f.actor));
  },
  /** "signed a memorandum for holding talks": what a pact is about has not been held. */
  "what-a-pact-is-for": (graph, { trigger }) => {
    const verb = graph.isVerb(trigger) ? trigger : graph.node(trigger).head;
    if (verb < 0) return false;
    const { head, xpos } = graph.node(verb);
    if (xpos !== "VBG" || head < 0 || !/^(?:for|on)$/.test(graph.preposition(verb))) return false;
    return [head, ...graph.childrenBy(head, "obj").filter((o) => o < verb)].some((n) =>
      /\b(?:agreement|memorandum|mou|protocol|treaty|accord|pact|convention|arrangement)\b/i.test(graph.node(n).text),
    );
  },
  /** "is in Laos, leading the delegation to the talks", "is in Laos to attend the summit": what somebody is there for. */
  "there-to-do": (graph, { trigger }) => {
    const { head } = graph.node(trigger);
    const clauses = head < 0 ? [] : graph.childrenBy(head, "advcl", "xcomp", "acl");
    return clauses.some((c) =>
      graph.node(c).xpos === "VBG" && /^(?:lead|head)$/.test(graph.lemma(c))
        ? (graph.slots(c).get("object") ?? []).some((o) => graph.lemma(o) === "delegation")
        : graph.preposition(c) === "to" &&
          /^(?:attend|participate|take part|meet|sign|hold|discuss|co-chair|join|address)$/.test(graph.lemma(c)),
    );
  },
  /** "leaders are meeting at the summit", "gathered for the session": who comes together is not named but as the body's or a region's own. */
  "gathers-at-it": (graph, { theme, slots }) =>
    theme !== null &&
    /^(?:at|for)$/.test(graph.preposition(theme)) &&
    !slots.has("object") &&
    (slots.get("agent") ?? []).some((n) => [n, ...graph.childrenBy(n, "appos")].some((k) => STATESMEN.test(graph.node(k).text))),
  /** "was represented at the talks": where somebody is, and nobody is represented there by the subject. */
  "at-gathering": (graph, { trigger }) => {
    const { head } = graph.node(trigger);
    if (head < 0 || !/^(?:at|in|on)$/.test(graph.preposition(trigger))) return false;
    return graph.node(head).xpos === "VBN" && graph.isPassive(head);
  },
  /** "the meeting began a procedure": what it begins is something else. */
  "does-something": (graph, { trigger, theme }) => {
    const gathering = theme ?? trigger;
    const over = graph.node(gathering).head;
    return (
      over >= 0 &&
      graph.node(gathering).relation === "nsubj" &&
      graph.childrenBy(over, "obj").some((o) => o > over && !/^(?:place|part)$/i.test(graph.node(o).text))
    );
  },
  /** A gathering brings people together: not critics, and no "closer together". */
  "draws-people": (graph, { trigger, slots }) =>
    (graph.lemma(trigger) !== "bring" || graph.nodes.some((n) => n.head === trigger && /^together$/i.test(n.text))) &&
    !graph.nodes.some((n) => n.head === trigger && /^closer$/i.test(n.text)) &&
    (slots.get("object") ?? []).some((n) => graph.conjuncts(n).some((k) => STATESMEN.test(graph.node(k).text))),
};

function sidesIn(fillers: FrameMatch["fillers"]): number {
  return new Set((fillers.get("participant") ?? []).map((f) => f.actor)).size;
}
