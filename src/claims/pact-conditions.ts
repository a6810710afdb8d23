import type { FrameMatch } from "./match-frames.ts";
import { OFFICE_CONDITIONS } from "./office-conditions.ts";
import { isTreaty } from "./recall-treaty.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

type Condition = (graph: SentenceGraph, match: FrameMatch) => boolean;

const PARLIAMENT =
  /\b(?:parliaments?|parliamentarians?|houses?|senates?|senators|assembl(?:y|ies)|congress|chambers?|legislatures?|lawmakers|legislators|deputies|mps|duma|cortes|knesset|bundestag|riksdag|storting|folketing|seimas|saeima|sejm|riigikogu|rada|majlis|diet|verkhovna rada|legislative council|cabinet|council of ministers|plenary|voters|referendum)\b/i;

const PACT =
  /\b(?:agreements?|treat(?:y|ies)|pacts?|accords?|deals?|conventions?|memorand(?:um|a)|protocols?|waivers?|alliances?|ftas?|regimes?)\b/i;

/** Conditions of the frames of agreements; docs/frames.md lists them by name. */
export const PACT_CONDITIONS: Readonly<Record<string, Condition>> = {
  /**
   * A common noun with its possessor and partner beside it: "without harming its alliance with Japan". What is said of the phrase
   * does not touch it (build-claims.ts).
   */
  "own-fact": (graph, { trigger }) =>
    !/^\p{Lu}/u.test(graph.node(trigger).text) &&
    graph.childrenBy(trigger, "nmod:poss").length > 0 &&
    /^with$/i.test(graph.nodes[trigger + 1]?.text ?? ""),
  /** "to connect Chad with Togo": what something is for. */
  "is-aim": (graph, { trigger }) => graph.childrenBy(trigger, "mark").some((m) => /^to$/i.test(graph.node(m).text)),
  /** "declared their relationship a Strategic Partnership". */
  "partners-said": (graph, { trigger }) =>
    /\b(?:strategic|comprehensive|special|privileged|enhanced) (?:\p{L}+ )?(?:partnership|alliance|relationship)\b/iu.test(
      graph.nodes
        .slice(trigger)
        .map((n) => n.text)
        .join(" "),
    ),
  /** "the treaty awaits ratification": what waits is a pact. */
  "pact-awaits": (graph, { slots }) => (slots.get("agent") ?? []).some((n) => graph.isNoun(n) && PACT.test(graph.node(n).text)),
  /** "is in force", "a treaty, in force since May": what is in force is a pact. */
  "is-in-force": (graph, { trigger, slots }) =>
    graph.preposition(trigger) === "in" &&
    // the cells of a row are read by their heads
    graph.nodes.some((n) => n.upos === "VERB" || n.upos === "AUX" || /^since\b/i.test(n.text)) &&
    [...(slots.get("agent") ?? []), ...graph.ancestors(trigger).slice(0, 2)].some((n) => graph.isNoun(n) && PACT.test(graph.node(n).text)),
  /** "It has been in force since May": said of what the theme takes up. */
  "stands-in-force": (graph, { trigger, theme }) =>
    theme !== null &&
    graph.preposition(trigger) === "in" &&
    graph.node(theme).upos === "PRON" &&
    graph.childrenBy(trigger, "cop").length > 0 &&
    graph.childrenBy(trigger, "nsubj").includes(theme),
  /** "pulled Kenya out of the union": a state is the verb's object. */
  "someone-takes-out": (graph, { trigger, slots, fillers }) =>
    slots.has("from") &&
    !graph.isPassive(trigger) &&
    (fillers.get("member") ?? []).every((f) => f.mention.form === "name" && f.body === null),
  /** "applied to become a member", "an application to become". */
  "asked-to-become": (graph, { trigger }) => {
    const [become = -1, over = -1] = graph.ancestors(trigger);
    // "applied to be a member"
    const isToBe =
      graph.childrenBy(trigger, "cop").some((c) => graph.node(c).text === "be") && graph.childrenBy(trigger, "mark").length > 0;
    if (isToBe && become >= 0) return /^(?:apply|application|request|bid)$/.test(graph.lemma(become));
    return over >= 0 && graph.node(become).xpos === "VB" && /^(?:apply|application|request|bid)$/.test(graph.lemma(over));
  },
  /** The same, where nothing is told of what became of it: "its application to become a member was not supported". */
  "only-asked-to-become": (graph, match) => {
    const [, over = -1] = graph.ancestors(match.trigger);
    return over >= 0 && graph.node(over).relation !== "nsubj:pass" && PACT_CONDITIONS["asked-to-become"]!(graph, match);
  },
  /** "formally accepted the deal", "accepted the Kyoto Protocol": a treaty of many by its name, and nobody's offer. */
  "accepts-formally": (graph, { trigger, fillers }) =>
    (fillers.get("party") ?? []).every((f) => kindOf(f.actor) === "state") &&
    ((fillers.get("organization") ?? []).every((f) => isTreaty(f)) ||
      graph.childrenBy(trigger, "advmod").some((n) => /^(?:formally|officially)$/i.test(graph.node(n).text))),
  /** "considered the deal as a priority", "considers the treaty very important": what somebody thinks of it. */
  "found-so": (graph, { trigger, theme, slots }) =>
    graph.lemma(trigger) === "consider" &&
    (slots.has("as") ||
      graph.childrenBy(trigger, "xcomp", "advcl").some((c) => c > trigger && /^(?:ADJ|NOUN)$/.test(graph.node(c).upos)) ||
      [...graph.childrenBy(trigger, "obl"), ...(theme === null ? [] : graph.childrenBy(theme, "nmod"))].some(
        (c) => c > trigger && graph.preposition(c) === "" && graph.isNoun(c) && !graph.node(c).unit,
      ) ||
      graph.childrenBy(trigger, "obj").some((o) => theme !== null && o > theme && !graph.subtreeHas(theme, o))),
  /** "90 UN member states, Niue and Taiwan": more or fewer than are named behind are not those. */
  "counted-otherwise": (graph, { trigger, fillers }) => {
    const counted = graph.childrenBy(trigger, "nummod").map((n) => Number(graph.node(n).text.replace(/,/g, "")));
    const named = (fillers.get("member") ?? []).filter((f) => f.slot === "appos").length;
    return named > 0 && counted.some((n) => n > 1 && n !== named);
  },
  /** "continues to recognise": what is done already. */
  "goes-on-doing": (graph, { trigger }) => {
    const { head, relation } = graph.node(trigger);
    return relation === "xcomp" && head >= 0 && /^(?:continue|keep|go on)$/.test(graph.lemma(head));
  },
  /** "served as coordinator": an office, no seat. */
  "serves-as": (_, { slots }) => slots.has("as"),
  /** Two states are the sides, and both are named here. */
  "between-two-states": (_, { fillers }) => {
    const sides = fillers.get("party") ?? [];
    return sides.length === 2 && sides.every((f) => /^[A-Z]{3}$/.test(f.actor) && f.slot !== "before");
  },
  /** All sides are states: a body that settles a border dispute has none. */
  "no-body-as-side": (_, { fillers }) => (fillers.get("party") ?? []).every((f) => !f.actor.startsWith("org:")),
  /** "The judgment delimited the boundary": a court or a commission did it, and the sides agreed on nothing. */
  "by-judges": (graph, { slots }) => [...(slots.get("agent") ?? []), ...(slots.get("by") ?? [])].some((n) => JUDGES.test(graph.lemma(n))),
  /** A body takes the place of another. */
  "both-bodies": (graph, { slots, fillers }) =>
    !slots.has("as") &&
    [slots.get("object"), slots.get("agent") ?? slots.get("by")].every((place) => place?.some((n) => graph.node(n).upos === "PROPN")) &&
    [...fillers.values()].flat().every((f) => f.person === null && f.office === null),
  /** Somebody does it, and the verb has no object: "Chile ratified in 2011". */
  "no-object": (graph, { trigger, slots }) =>
    slots.has("agent") &&
    !(slots.get("object") ?? []).some(
      (n) => !/^(?:first|second|third|last|latest)$/i.test(graph.node(n).text) && graph.node(n).unit?.kind !== "date",
    ) &&
    !slots.has("clause") &&
    !graph.isPassive(trigger),
  /** "signed for the parcel", "signed up", "signed off on": something else is signed. */
  "signs-nothing-else": (graph, { trigger, slots }) =>
    !["for", "with", "off", "on", "up"].some(
      (slot) => slots.has(slot) && !(slots.get(slot) ?? []).every((n) => graph.node(n).unit?.kind === "date"),
    ) && graph.childrenBy(trigger, "compound:prt").length === 0,
  /** "remain on the Council": where one stays is said. */
  "stays-in-body": (_, { slots }) => slots.has("on") || slots.has("in"),
  /** "has been applied since May", "applies provisionally": from when on it holds is said, or that it does so for the time being. */
  "applied-since": (graph, { trigger, theme }) =>
    theme !== null &&
    (graph.isPassive(trigger) || graph.childrenBy(trigger, "nsubj").some((n) => graph.conjuncts(n).includes(theme) || n === theme)) &&
    graph.children(trigger).some((n) => /^(?:since\b|provisionally$)/i.test(graph.node(n).text) || /^since$/i.test(graph.preposition(n))),
  /** "effective from June 2009", "became operative in June 2009": said with its time. */
  "said-with-its-time": (graph, { trigger }) => {
    const { relation, head } = graph.node(trigger);
    const places = relation === "xcomp" && head >= 0 ? [trigger, head] : [trigger];
    return places.some((n) => graph.children(n).some((c) => graph.node(c).unit?.kind === "date"));
  },
  /** "was not renewed": it is let lapse. */
  "lets-lapse": (graph, { trigger }) =>
    /^(?:renew|extend|prolong)$/.test(graph.lemma(trigger)) &&
    graph.childrenBy(trigger, "advmod").some((n) => /^(?:not|n['’]t|never)$/i.test(graph.node(n).text)),
  /** "The text bears the signatures of": what is signed is a pact. */
  "pact-bears-it": (graph, { trigger }) =>
    graph
      .childrenBy(trigger, "nsubj")
      .some((n) => PACT.test(graph.node(n).text) || /^(?:text|document|paper|statement|communiqu[eé])$/i.test(graph.node(n).lemma)),
  /** A pact was just told of, or several sign one that this sentence has named: "a convention was drawn up; in May Chad and Togo signed". */
  "pact-told": (graph, { before, fillers, trigger }) =>
    before !== null ||
    (new Set((fillers.get("party") ?? []).map((f) => f.actor)).size > 1 &&
      graph.nodes.some((n, i) => i < trigger && graph.isNoun(i) && PACT.test(n.text))),
  /** The same two, or one of them, were just told of in a claim of the type: "severed in 1941, restored in 1954". */
  "told-before": (graph, { before, fillers, trigger }) => {
    const known = new Set([...(before?.values() ?? [])].flat().map((f) => f.actor));
    const here = [...fillers.values()].flat();
    // "Relations resumed when Chad broke with Taiwan": whom a clause behind names is not meant
    if (here.some((f) => f.slot === "before" && f.mention.start > graph.node(trigger).start)) return false;
    return here.length > 0 && here.every((f) => known.has(f.actor));
  },
  /** A chair or a presidency changes hands; a post, a job or a gavel only where an office was told of. */
  "office-passed": (graph, match) =>
    !/^(?:post|job|position|role|office|baton|gavel)$/.test(graph.lemma(match.said)) || OFFICE_CONDITIONS["office-said"]!(graph, match),
  /** "strengthened understanding between the two peoples": a feeling that grows, no pact. */
  "understands-better": (graph, { trigger, theme }) =>
    theme !== null &&
    graph.lemma(theme) === "understanding" &&
    /^(?:strengthen|deepen|expand|extend|upgrade|update|renew|achieve)$/.test(graph.lemma(trigger)) &&
    !graph.childrenBy(theme, "det").some((d) => /^an?$/i.test(graph.node(d).text)),
  /** "is in talks", "entered into negotiations". */
  "in-it": (graph, { trigger }) => ["in", "into"].includes(graph.preposition(trigger)),
  /** "signed a treaty governing six rivers": what it governs, not who is bound. */
  "governs-matter": (graph, { trigger }) =>
    graph.lemma(trigger) === "govern" && graph.node(trigger).xpos === "VBG" && graph.node(trigger).relation.startsWith("acl"),
  /** A parliament, a house of it, a cabinet or the voters do it: "the lower house passed the treaty". */
  "by-parliament": (graph, { trigger, slots }) =>
    [...(graph.isVerb(trigger) && graph.isPassive(trigger) ? [] : (slots.get("agent") ?? [])), ...(slots.get("by") ?? [])].some((n) =>
      PARLIAMENT.test(
        graph
          .subtree(n, false)
          .map((k) => graph.node(k).text)
          .join(" "),
      ),
    ),
  /** "a truce began", "the truce's collapse": it is what begins or fails, and nobody does it. */
  "truce-itself": (graph, { trigger, theme, slots }) =>
    // "had seen three earlier ones break down"
    (theme === null || !/^ones?$/i.test(graph.node(theme).text)) &&
    (!graph.isVerb(trigger) || (!graph.isPassive(trigger) && !slots.has("object") && isSubject(graph, trigger, theme))),
  /** "an armistice followed", "a truce was declared", "both accepted a ceasefire": made by all its sides. */
  "truce-made": (graph, { trigger, theme, slots, fillers }) => {
    if (/^(?:follow|come|ensue|come about)$/.test(graph.lemma(trigger))) return !slots.has("object") && isSubject(graph, trigger, theme);
    if (graph.isPassive(trigger)) return !slots.has("by") && isSubject(graph, trigger, theme);
    return new Set((fillers.get("party") ?? []).filter((f) => f.slot === "agent").map((f) => f.actor)).size >= 2;
  },
};

/** The thing is the verb's subject, or one of those joined to it. */
function isSubject(graph: SentenceGraph, verb: number, thing: number | null): boolean {
  if (thing === null) return false;
  const subjects = graph.isPassive(verb) ? graph.slots(verb).get("object") : graph.slots(verb).get("agent");
  return (subjects ?? []).some((n) => graph.conjuncts(n).includes(thing));
}

const JUDGES =
  /^(?:court|judge?ment|ruling|verdict|award|tribunal|panel|arbitrator|commission|committee|resolution|decision|report|map|surveyor)$/;
