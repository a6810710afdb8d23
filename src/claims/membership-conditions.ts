import type { FrameMatch } from "./match-frames.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** Slots in which a body stands that is said to let somebody in, and not as what is joined. */
const DECIDES: ReadonlySet<string> = new Set(["agent", "by"]);

/** Those who decide for a body, where they are not called by its name: "the foreign ministers of Peru and Chile", "the summit". */
const MEMBERS =
  /\b(?:ministers|presidents|leaders|members|heads|states|countries|partners|governments|council|summit|meeting|conference|session)\b/i;

const RANK = /^(?:\d+(?:st|nd|rd|th)|first|second|third|last|latest|next|only|\p{L}+th)$/iu;
const JOINING = /^(?:join|accede|enter|be|become)$/;
const UNREAL = /^(?:would|could|should|might|may|must|'d)$/i;

/** Conditions of memberships, beside those in diplomacy-conditions.ts; docs/frames.md lists them by name. */
export const MEMBERSHIP_CONDITIONS: Readonly<Record<string, (graph: SentenceGraph, match: FrameMatch) => boolean>> = {
  /** "the entry of Chad in the bloc, which took place in May": it came about, whoever supported it. */
  "took-place": (graph, { trigger }) =>
    graph
      .childrenBy(trigger, "acl:relcl")
      .some((c) => graph.node(c).xpos === "VBD" && /^(?:take|take place|occur|happen|come)$/.test(graph.lemma(c)) && !graph.isPassive(c)),
  /** "participates in the 16th Presidential Council": one gathering of a body. */
  "numbered-gathering": (graph, { fillers }) =>
    (fillers.get("organization") ?? []).some((f) =>
      [f.node - 2, f.node - 1, ...graph.subtree(f.node, false)].some((n) => n <= f.node && RANK.test(graph.nodes[n]?.text ?? "")),
    ),
  /** "conferred the status on the bloc's members": who gives it does not get it. */
  "gives-standing": (graph, { trigger, fillers }) =>
    /^(?:confer|grant|give|award|accord)$/.test(graph.lemma(trigger)) &&
    (fillers.get("member") ?? []).some((f) => (f.slot === "agent" && !graph.isPassive(trigger)) || f.slot === "by"),
  /** "became the third member to ban the drug": which of the members did something; not "the 28th to join". */
  "ranked-among-members": (graph, { trigger }) => {
    const { head, relation } = graph.node(trigger);
    const isRanked = graph.subtree(trigger, false).some((n) => n < trigger && RANK.test(graph.node(n).text));
    if (!isRanked) return false;
    const below = [...graph.childrenBy(trigger, "acl"), ...(relation === "xcomp" ? graph.childrenBy(head, "xcomp", "advcl") : [])];
    return below.some(
      (n) =>
        n > trigger && n - trigger < 8 && graph.node(n).xpos === "VB" && graph.preposition(n) === "to" && !JOINING.test(graph.lemma(n)),
    );
  },
  /** "Togo's seat on the Council (2012–2013)": the years of the term stand in the phrase. */
  "own-term": (graph, { trigger }) =>
    graph
      .subtree(trigger)
      .some((n) => n > trigger && graph.node(n).unit?.kind === "date" && /\d{4}\s*[-–/]\s*\d{2,4}/.test(graph.node(n).text)),
  /** "a clear pathway to membership", "the road towards NATO membership": what one has is the way there. */
  "on-its-way": (graph, { trigger }) => {
    let k = trigger - 1;
    while (k > 0 && !/^(?:to|towards?|for)$/i.test(graph.node(k).text) && k > trigger - 4) k--;
    return (
      /^(?:to|towards?|for)$/i.test(graph.nodes[k]?.text ?? "") &&
      /^(?:path|pathway|road|roadmap|map|route|track|steps?|door|perspective|way|invitation|hopes?|ambitions?|aspirations?|prospects?)$/i.test(
        graph.nodes[k - 1]?.text ?? "",
      )
    );
  },
  /** "With the accession of Chad in 2015, the bloc has five members": what leads the sentence is how the body came to it. */
  "led-by-with": (graph, { trigger }) =>
    graph.preposition(trigger) === "with" &&
    graph.node(trigger).head > trigger &&
    graph.childrenBy(trigger, "nmod").every((c) => !/^(?:to|into)$/.test(graph.preposition(c))),
  /** "the Union called for Eritrean withdrawal": from a land, not from the Union. */
  "called-for-by-body": (graph, { trigger, slots, fillers }) => {
    const over = graph.ancestors(trigger).find((n) => graph.isVerb(n));
    const callers = over === undefined ? [] : (graph.slots(over).get("agent") ?? []);
    return !slots.has("from") && (fillers.get("organization") ?? []).some((f) => callers.includes(f.node));
  },
  /** "resigned from the Commission", "parted company with the Union". */
  "leaves-for-good": (graph, { trigger, slots, fillers }) =>
    graph.lemma(trigger) === "part"
      ? (slots.get("object") ?? []).some((n) => graph.node(n).text.toLowerCase() === "company")
      : (fillers.get("member") ?? []).every((f) => f.mention.form === "name"),
  /** "the return of Kenyan delegates": not of the state itself. */
  "return-of-thing": (_, { fillers }) =>
    !(fillers.get("member") ?? []).every((f) => f.mention.form === "name" && (f.slot === "poss" || f.slot === "of" || f.slot === "by")),
  /** "its term on the Council": a seat of a state by its own name, in the body itself and in no office of it. */
  "term-in-body": (graph, { theme, fillers }) =>
    (theme === null || !graph.slots(theme).has("as")) &&
    (fillers.get("organization") ?? []).every((f) => kindOf(f.actor) === "org" && f.body === null) &&
    (fillers.get("member") ?? []).every((f) => kindOf(f.actor) === "state"),
  /** "was on the Council", not "were candidates for a seat on the Council". */
  "only-there": (_, { slots }) => !slots.has("complement") && !slots.has("object"),
  /** "their departure": of people, where nothing says from what. */
  "their-departure": (graph, { trigger, slots }) =>
    graph.lemma(trigger) === "departure" && !slots.has("from") && (slots.get("poss") ?? []).some((n) => graph.node(n).upos === "PRON"),
  /** Whoever decides on who comes in is the organisation or its members, or nobody is said to; not a parliament. */
  "body-decides": (graph, { trigger, slots, fillers }) => {
    const [body] = fillers.get("organization") ?? [];
    if (!body || kindOf(body.actor) !== "org") return false;
    if (DECIDES.has(body.slot)) return true;
    const deciders = [...(slots.get("agent") ?? []), ...(graph.isPassive(trigger) ? (slots.get("by") ?? []) : [])];
    return deciders.length === 0 ? graph.isPassive(trigger) : deciders.every((n) => MEMBERS.test(graph.node(n).text));
  },
  /** "the Assembly elected Oman as a member of the Council": one body elects to another. */
  "elects-elsewhere": (graph, { trigger, slots, fillers }) => {
    if (graph.lemma(trigger) !== "elect") return false;
    const bodies = (fillers.get("organization") ?? []).map((f) => f.node);
    const asWhat = [...(slots.get("as") ?? []), ...(slots.get("complement") ?? []), ...(slots.get("to") ?? [])];
    const named = asWhat.flatMap((n) => graph.subtree(n)).filter((n) => graph.node(n).upos === "PROPN" && n > trigger);
    return named.length > 0 && !named.some((n) => bodies.includes(n));
  },
  /** "join Ecuador and Malta as members of the Council": states that are in it already. */
  "as-one-of-them": (graph, { trigger, theme, slots }) =>
    theme !== null &&
    theme > trigger &&
    graph.preposition(theme) === "as" &&
    !graph.isPassive(trigger) &&
    (slots.get("object") ?? []).some((n) => graph.node(n).upos === "PROPN"),
  /** "As a member of the Union, Kenya condemned", "Kenya, as a member,": what the doer is besides, set off from what it does. */
  "says-what-it-is": (graph, { trigger }) => {
    if (graph.preposition(trigger) !== "as") return false;
    const { head } = graph.node(trigger);
    const aside = head >= 0 && head < trigger && graph.nodes[head + 1]?.text === ",";
    const verb = aside ? graph.node(head).head : head;
    if (verb < trigger || !graph.isVerb(verb) || graph.isPassive(verb)) return false;
    if (graph.childrenBy(verb, "aux").some((c) => UNREAL.test(graph.node(c).text))) return false;
    const phrase = graph.subtree(trigger);
    const behind = Math.max(...phrase);
    const [subject] = graph.childrenBy(verb, "nsubj");
    return [behind, behind + 1].some((k) => graph.nodes[k]?.text === ",") && subject !== undefined && (aside || subject > trigger);
  },
  /** "They will replace Ecuador and Malta", where it was told who was elected to a seat. */
  "seat-changes-hands": (_, { before, fillers, slots }) =>
    before !== null &&
    !slots.has("as") &&
    (fillers.get("member") ?? []).every((f) => f.mention.form === "name" && !(before.get("member") ?? []).some((b) => b.actor === f.actor)),
  /** "will be joined by delegations of": those who come along join no body. */
  "joined-by": (graph, { trigger, fillers }) =>
    graph.isVerb(trigger) && graph.isPassive(trigger) && (fillers.get("organization") ?? []).every((f) => f.slot !== "object"),
  /** "the Alliance, which groups Chile and Peru": several states by name are what the body itself is, at no gathering and no founding. */
  "names-its-members": (graph, { trigger, fillers }) => {
    const members = fillers.get("member") ?? [];
    const body = fillers.get("organization") ?? [];
    const isPast = graph.node(trigger).xpos === "VBD";
    const isFounding = graph.lemma(trigger) === "form" && graph.childrenBy(trigger, "aux:pass").some((n) => /^w/i.test(graph.node(n).text));
    // "brought them together for talks", "in Arusha": they came to a meeting
    const isGathering = graph.childrenBy(trigger, "obl").some((n) => /^(?:for|at|on|in)$/i.test(graph.preposition(n) ?? ""));
    return (
      members.length > 1 &&
      members.every((m) => kindOf(m.actor) === "state" && m.mention.form === "name") &&
      body.length === 1 &&
      !isPast &&
      !isFounding &&
      !isGathering
    );
  },
  /** "was not allowed to attend the meetings": what it may do is not to belong. */
  "allowed-to-do": (graph, { trigger }) =>
    /^(?:allow|let)$/.test(graph.lemma(trigger)) &&
    graph
      .childrenBy(trigger, "xcomp", "ccomp", "advcl")
      .some((n) => graph.isVerb(n) && !/^(?:join|rejoin|enter|accede|become|return|come|belong)$/.test(graph.lemma(n))),
};
