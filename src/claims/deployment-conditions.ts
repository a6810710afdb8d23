import type { FrameMatch } from "./match-frames.ts";
import { isMission } from "./name-missions.ts";
import { kindOf } from "./roles.ts";
import { BASES, FORCES, MISSIONS, NATION_BASE, phraseText, SECURITY_CONDITIONS, saysIn } from "./security-conditions.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** Conditions of deployments: who is sent where, with what. */
export const DEPLOYMENT_CONDITIONS: Readonly<Record<string, (graph: SentenceGraph, match: FrameMatch) => boolean>> = {
  /** Deployed within the sender's own borders, as the words tell. */
  "within-borders": (graph) =>
    /\b(own border|its border|the border with|along (?:the|its) border|the capital's streets|curfew)\b/i.test(
      graph.nodes.map((n) => n.text).join(" "),
    ),
  /** A state that was told to have troops somewhere, or is named as one of several that do, acts as a whole: "Austria left", "the Finns went home". */
  "nation-serves": (_, { fillers, before }) =>
    before !== null &&
    (fillers.get("sender") ?? []).every(
      (f) => f.slot === "agent" && f.person === null && f.office === null && kindOf(f.actor) === "state",
    ) &&
    [...(fillers.get("host") ?? []), ...(fillers.get("organization") ?? [])].some((f) =>
      [...(before.get("host") ?? []), ...(before.get("organization") ?? [])].some((b) => b.actor === f.actor),
    ),
  /** What is left is nothing else than where the troops are: "left", "left the island", "left it". */
  "leaves-nothing-else": (graph, { slots, fillers, trigger }) => {
    if (/^go$/.test(graph.lemma(trigger)) && !saysIn(graph, trigger, /\bhome\b/i)) return false;
    if (["to", "into", "for", "with", "on"].some((slot) => (slots.get(slot) ?? []).some((n) => graph.node(n).unit?.kind !== "date")))
      return false;
    const places = [...(slots.get("object") ?? []), ...(slots.get("from") ?? [])].filter((n) => graph.node(n).unit?.kind !== "date");
    const named = [...(fillers.get("host") ?? []), ...(fillers.get("organization") ?? [])].map((f) => f.node);
    return places.every((n) => named.includes(n) || LEFT.test(graph.node(n).text));
  },
  /** "its mandate was renewed", "UNMEE's mandate ended": of a mission, by its words. */
  "mandate-acts": (graph, { trigger, theme, slots }) =>
    theme !== null &&
    (slots.get(graph.isPassive(trigger) ? "object" : "agent") ?? []).includes(theme) &&
    !(slots.get("by") ?? []).some((n) => /^\p{Lu}|^council$/u.test(graph.node(n).text)) &&
    !(slots.get("object") ?? []).some((n) => n !== theme),
  /** "was the largest contributor", where troops were just told of. */
  "troop-contributor": (graph, { trigger, before, fillers }) =>
    before !== null &&
    (fillers.get("sender") ?? []).every((f) => kindOf(f.actor) === "state") &&
    graph.slots(trigger).get("of") === undefined &&
    graph.slots(trigger).get("to") === undefined,
  /** Whose weapons they are is told, and that they stand in another's land. */
  "theirs-abroad": (graph, { fillers, theme }) =>
    theme !== null &&
    /\b(?:patriots?|thaad|missiles?|s-[34]00|air[- ]defen[cs]e|drones?|radars?|anti-aircraft|howitzer)\b/i.test(phraseText(graph, theme)) &&
    (fillers.get("sender") ?? []).every((s) => (fillers.get("host") ?? []).every((h) => h.actor !== s.actor)),
  /** "stayed", "have been there since": no more is said of them than that they are in the place. */
  "is-there": (graph, { slots, trigger }) =>
    !slots.has("object") &&
    (graph.lemma(trigger) !== "be" ||
      graph.subtree(trigger, false).some((n) => /^(?:there|present|active)$/i.test(graph.node(n).text)) ||
      // "is due to open an embassy there": what is there is the embassy
      graph
        .childrenBy(graph.node(trigger).head < 0 ? trigger : graph.node(trigger).head, "advmod", "obl")
        .some((n) => /^there$/i.test(graph.node(n).text))),
  /** "followed with 200 men", "filled the gap", "took their place", "relieved them". */
  "takes-their-place": (graph, { slots, trigger }) =>
    ((slots.get("with") ?? []).some((n) => FORCES.test(phraseText(graph, n))) &&
      (slots.get("object") ?? []).every((n) => graph.node(n).upos !== "PROPN")) ||
    (slots.get("object") ?? []).some((n) => /^(?:gap|gaps|void|place|breach|them|sector|slack)$/i.test(graph.node(n).text)) ||
    // "Finland refused to contribute"
    (/^(?:contribute|take part|participate|help out|join in)$/.test(graph.lemma(trigger)) &&
      !["object", "to", "with", "in", "for"].some((slot) => (slots.get(slot) ?? []).some((n) => graph.node(n).unit?.kind !== "date"))),
  /** Troops, police or a mission were told of in the last two sentences. */
  "forces-told": (_, { before }) => before !== null,
  /** A mission or an organisation with a force is named. */
  "names-mission": (_, { fillers }) => (fillers.get("organization") ?? []).some((f) => f.mention.kind === "organisation"),
  /** "contributes", "is contributing", "has contributed … since". */
  "standing-or-progressive": (graph, match) => {
    const { xpos } = graph.node(match.trigger);
    const aux = graph.childrenBy(match.trigger, "aux").map((a) => graph.node(a).text.toLowerCase());
    if (xpos === "VBP" || xpos === "VBZ") return aux.length === 0;
    // "does not contribute troops"
    if (xpos === "VB" && aux.length > 0 && aux.every((a) => a === "do" || a === "does")) return true;
    return (xpos === "VBG" && graph.childrenBy(match.trigger, "aux").length > 0) || SECURITY_CONDITIONS["since-perfect"]!(graph, match);
  },
  /** "are stationed", "have been stationed since", "have been attached to", "remain based". */
  "stands-now": (graph, match) =>
    (graph.isPassive(match.trigger) &&
      /^(?:attach|assign|embed|second)$/.test(graph.lemma(match.trigger)) &&
      graph.childrenBy(match.trigger, "aux").some((a) => /^(?:have|has)$/i.test(graph.node(a).text))) ||
    SECURITY_CONDITIONS["present-passive"]!(graph, match) ||
    SECURITY_CONDITIONS["since-perfect"]!(graph, match) ||
    isStationedAside(graph, match.trigger) ||
    (graph.node(match.trigger).relation.startsWith("acl") &&
      graph.node(match.trigger).xpos === "VBN" &&
      /^(are|is|remain|remains|has|have)$/i.test(
        graph.nodes.map((n) => n.text).find((w) => /^(are|is|remain|remains|has|have|were|was|had)$/i.test(w)) ?? "",
      )),
  /** "soldiers stationed in Chad were attacked": where they are is only said beside, and not since when. */
  "stationed-aside": (graph, { trigger }) =>
    isStationedAside(graph, trigger) ||
    (graph.lemma(trigger) === "station" && graph.node(trigger).relation === "acl:relcl" && hasNoTime(graph, trigger)),
  /** They go home or leave. */
  "going-home": (graph, { trigger }) =>
    graph.subtree(trigger, false).some((n) => /^(home|withdrew|repatriated)$/i.test(graph.node(n).text)) ||
    // "163 of them did not come back"
    (graph.lemma(trigger).startsWith("come") && /^back$/i.test(graph.nodes[trigger + 1]?.text ?? "")) ||
    /^(withdraw|pull out|repatriate)$/.test(graph.lemma(trigger)) ||
    // "returned in May after half a year at Tyre"
    (/^return|^come back/.test(graph.lemma(trigger)) && graph.slots(trigger).has("after") && !graph.slots(trigger).has("to")),
  /** "Iceland closed the American base": whose base it is says no place. */
  "owner-hosts": (_, { fillers }) => (fillers.get("host") ?? []).some((f) => f.mention.form === "demonym"),
  /** "took its troops out of", "called its men home from". */
  "leads-home": (graph, { trigger, fillers, slots }) =>
    graph
      .childrenBy(trigger, "advmod", "compound:prt", "xcomp")
      .some((n) => /^home$/i.test(graph.node(n).text) || (/^back$/i.test(graph.node(n).text) && slots.has("from") && !slots.has("to"))) ||
    (fillers.get("host") ?? []).some((f) => graph.childrenBy(f.node, "case").some((c) => /^out$/i.test(graph.node(c).text))),
  /** "the American base was closed": who did it is not said. */
  "nobody-does-it": (graph, { trigger, theme, slots }) =>
    graph.isVerb(trigger)
      ? theme !== null && (slots.get(graph.isPassive(trigger) ? "object" : "agent") ?? []).includes(theme) && !slots.has("by")
      : graph.childrenBy(trigger, "nmod:poss").length === 0,
  /** "to join the operation", "to guard the port": what the troops are sent for is service there. */
  "purpose-serves": (graph, { slots }) =>
    [...(slots.get("purpose") ?? []), ...(slots.get("clause") ?? [])].some((n) =>
      /^(?:join|reinforce|rescue|save|defend|prop|back|shore|restore|quell|crush|evacuate|intervene|support|serve|take part|guard|protect|patrol|secure|train|monitor|bolster|strengthen|help|assist|relieve|replace)$/.test(
        graph.lemma(n),
      ),
    ),
  /** They are sent to a school or a hospital, to teach or to learn. */
  "to-school": (graph, { slots }) =>
    (slots.get("to") ?? []).some((n) =>
      /^(?:school|academy|college|university|course|hospital|institute|conference|seminar)$/i.test(graph.lemma(n)),
    ) ||
    // "to attend a course", "for training", "to study"
    [...(slots.get("purpose") ?? []), ...(slots.get("clause") ?? [])].some(
      (n) => /^(?:attend|study|learn)$/.test(graph.lemma(n)) || /^(?:undergo|receive)$/.test(graph.lemma(n)),
    ) ||
    (slots.get("for") ?? []).some((n) => /^(?:training|course|study|studies|instruction)$/i.test(graph.node(n).text)),
  /** A body that sends missions does it, and does not speak of a fact-finding or trade mission. */
  "council-renews": (graph, { theme, fillers }) =>
    (fillers.get("sender") ?? []).some((f) => /^org:(?:unsc|un|au|eu|ecowas|osce|nato|sadc|oas)$/.test(f.actor)) &&
    !(
      theme !== null &&
      /\b(?:trade|fact-finding|panel|experts?|election|observation|special envoy)\b/i.test(
        graph
          .subtree(theme)
          .map((n) => graph.node(n).text)
          .join(" "),
      )
    ),
  /** The troops spoken of are none of the sender's own. */
  "theme-elsewhere": (graph, { theme, fillers }) => {
    const own = theme === null ? [] : graph.subtree(theme, false);
    return (
      !own.some((n) => /^(?:its|their|his|her|our)$/i.test(graph.node(n).text)) &&
      (fillers.get("sender") ?? []).every((f) => !own.includes(f.node))
    );
  },
  /** "the parliament buys", "the army received": a body whose state the words leave out does it. */
  "unnamed-body-acts": (graph, { slots }) =>
    (slots.get("agent") ?? []).some((n) =>
      /^(?:government|parliament|assembly|army|navy|military|air force|police|coast guard|coastguard|ministry|cabinet|state|country|authorities|president|administration|guard)$/i.test(
        graph.lemma(n),
      ),
    ),
  /** "they arrived", "it was delivered": what was told of before. */
  "they-come": (graph, { trigger }) =>
    graph
      .childrenBy(trigger, "nsubj", "nsubj:pass")
      .some((n) => /^(?:they|these|both|all|it|the (?:first|last))$/i.test(graph.node(n).text)),
  /** "sent four F-16s to Kenya": a model by its name that is sent changes hands; one that is deployed does not. */
  "sends-a-model": (graph, { theme, trigger }) =>
    theme !== null &&
    /^(?:send|ship|lend|ferry|transport|fly)$/.test(graph.lemma(trigger)) &&
    /\d|^(?:gripen|rafale|mirage|tornado|eurofighter)s?$/.test(graph.lemma(theme)),
  /** "they will stay": soldiers told of before. */
  "they-act": (graph, { slots }) =>
    (slots.get("agent") ?? []).some((n) => /^(?:they|these|those|both|all)$/i.test(graph.node(n).text) && !areOthers(graph, n)),
  /** Military words stand by a withdrawal from a land. */
  "leaves-land": (graph, match) =>
    (match.fillers.get("host") ?? []).every((f) => f.mention.kind !== "organisation" && f.slot === "from") &&
    (FORCES.test(phraseText(graph, match.trigger)) ||
      /\b(troops?|soldiers?|army|armies|occup\w+|military|invasion|forces)\b/i.test(graph.nodes.map((n) => n.text).join(" "))),
  /** A base of troops, not of customers or data. */
  "base-words": (graph, { theme, trigger, fillers }) => {
    const words = phraseText(graph, theme ?? trigger);
    const abroad = !(fillers.get("sender") ?? []).some((s) => (fillers.get("host") ?? []).some((h) => h.actor === s.actor));
    if (BASES.test(words) || (abroad && NATION_BASE.test(words) && (fillers.get("sender") ?? []).some((s) => s.mention.form === "demonym")))
      return true;
    if (/\b(?:data|customers?|tax|fan|industrial|knowledge|supply|skills?|power|production|support|rescue|research|camp)\b/i.test(words))
      return false;
    const inState = graph.lemma(trigger) === "have" && (fillers.get("host") ?? []).some((h) => h.slot.startsWith("in"));
    return abroad && (inState || /\b(?:its|their) (?:\p{L}+ )?bases?\b(?! of)/iu.test(words));
  },
  /** Armed people, or a base of theirs. */
  "force-or-base-words": (graph, { theme, trigger }) => {
    const words = phraseText(graph, theme ?? trigger);
    return /\b(bases?|airbases?|garrisons?)\b/i.test(words)
      ? BASES.test(words) || NATION_BASE.test(words) || /\bbases of\b/i.test(words)
      : FORCES.test(words);
  },
  /** The troops are those of another state than the one that has, hosts or evicts them. */
  "theme-owned-abroad": (graph, { theme, trigger, fillers }) => {
    const own = graph.subtree(theme ?? trigger);
    const hosts = new Set((fillers.get("host") ?? []).map((f) => f.actor));
    return (fillers.get("sender") ?? []).some((f) => own.includes(f.node) && !hosts.has(f.actor));
  },
  /** "its participation in the mission": what it takes part in is a mission of troops, and not their end. */
  "participates-in-mission": (graph, { theme, fillers }) =>
    (fillers.get("organization") ?? []).some((f) => isMission(f.actor)) ||
    (theme !== null &&
      ["in", "to", "with"].some((slot) => (graph.slots(theme).get(slot) ?? []).some((n) => MISSIONS.test(phraseText(graph, n))))),
  /** "the mandate of UNIFIL": of a mission by its name, which another frame reads. */
  "mandate-of-mission": (_, { fillers }) => (fillers.get("organization") ?? []).some((f) => f.slot === "of*" && isMission(f.actor)),
  /** "UNMISS replaced UNMIS": no office is taken. */
  "holder-is-mission": (_, { fillers }) => (fillers.get("holder") ?? []).some((f) => isMission(f.actor)),
  /** What is joined is a mission of troops, police or observers. */
  "joins-mission": (_, { fillers }) => (fillers.get("organization") ?? []).some((f) => isMission(f.actor)),
  /** A mission of an organisation itself begins or ends: "EULEX began its work". */
  "mission-acts": (graph, { trigger, slots, fillers }) => {
    const doers = (slots.get(graph.isPassive(trigger) ? "object" : "agent") ?? []).flatMap((n) => graph.conjuncts(n));
    return (fillers.get("organization") ?? []).some((f) => isMission(f.actor) && doers.includes(f.node));
  },
  /** Who has the troops is itself a mission: "MINUSCA has 17,000 peacekeepers". */
  "mission-strong": (_, { fillers }) => (fillers.get("sender") ?? []).some((f) => isMission(f.actor)),
  /** What is begun or ended is the mission's work: "its work", "operations"; nothing is said of what, or it leaves a country. */
  "works-there": (graph, { slots }) =>
    (slots.get("object") ?? []).every((n) =>
      /^(?:work|operation|mandate|mission|activity|deployment|task|door|role)$/i.test(graph.node(n).lemma),
    ),
  /** To take part is service only in a mission. */
  "serves-in-mission": (graph, match) =>
    // "Rwandan and Ugandan soldiers fought": against each other
    !(
      graph.lemma(match.trigger) === "fight" &&
      new Set((match.fillers.get("sender") ?? []).map((f) => f.actor)).size > 1 &&
      !/\b(?:side by side|together|alongside|shoulder to shoulder|under|jointly)\b/i.test(
        graph
          .subtree(match.trigger, false)
          .map((n) => graph.node(n).text)
          .join(" "),
      )
    ) &&
    // "have served as the backbone of the navy": what ships are to their own
    !(match.slots.get("as") ?? []).some((n) => /^(?:backbone|flagship|symbol|museum|deterrent|core|pride)$/i.test(graph.node(n).text)) &&
    (!/^(?:participate|take part)$/.test(graph.lemma(match.trigger)) || DEPLOYMENT_CONDITIONS["mission-words"]!(graph, match)),
  /** "returned from Haiti", "went home": it is said that they come from there, and not where else they go. */
  "goes-home": (graph, { slots, trigger }) =>
    !slots.has("to") &&
    (slots.has("from") ||
      (slots.get("after") ?? []).some((n) => ["in", "at"].some((place) => graph.slots(n).has(place))) ||
      graph.childrenBy(trigger, "advmod").some((a) => /^home$/i.test(graph.node(a).text))),
  /** "are in Kabul", "were at the airport of Juba": the copula puts them in a place that is named. */
  "placed-there": (graph, { trigger, slots, fillers }) => {
    const { relation, head } = graph.node(trigger);
    const there = ["in", "at", "on", "off"];
    const put = relation.startsWith("cop")
      ? [head].filter((n) => there.includes(graph.preposition(n)))
      : there.flatMap((slot) => slots.get(slot) ?? []);
    const named = [...(fillers.get("host") ?? []), ...(fillers.get("organization") ?? [])];
    return put.some((n) => named.some((f) => f.node === n || graph.subtree(n, false).includes(f.node)));
  },
  /** Armed people, or a mission of them. */
  "force-or-mission-words": (graph, { theme, trigger }) =>
    FORCES.test(phraseText(graph, theme ?? trigger)) ||
    saysIn(graph, trigger, MISSIONS) ||
    saysIn(graph, theme ?? trigger, /\b(?:mission|operation|force) (?:in|for) (?:the )?\p{Lu}/u),
  /** A mission of peacekeepers, observers or allied troops is spoken of. */
  "mission-words": (graph, { fillers, trigger }) =>
    (fillers.get("organization") ?? []).some((f) => isMission(f.actor)) || saysIn(graph, trigger, MISSIONS),
};

/** What troops leave, where it bears no name. */
const LEFT =
  /^(?:it|them|there|mission|force|operation|country|island|islands|territory|region|area|town|city|capital|base|camp|home|coalition|contingent)$/i;

function isStationedAside(graph: SentenceGraph, trigger: number): boolean {
  const { relation, xpos } = graph.node(trigger);
  return /^(?:station|base|garrison)$/.test(graph.lemma(trigger)) && relation === "acl" && xpos === "VBN" && hasNoTime(graph, trigger);
}

/** Neither when it was done nor by whom is said. */
function hasNoTime(graph: SentenceGraph, verb: number): boolean {
  return !graph
    .childrenBy(verb, "obl", "obl:agent", "nmod")
    .some((c) => graph.node(c).unit?.kind === "date" || graph.preposition(c) === "by");
}

/** "Residents plan to leave, but they": people who are no force are spoken of before. */
function areOthers(graph: SentenceGraph, they: number): boolean {
  return graph.nodes.some((n, k) => k < they && n.relation.startsWith("nsubj") && CIVILIANS.test(graph.lemma(k)));
}
const CIVILIANS =
  /^(?:resident|villager|refugee|civilian|worker|student|settler|migrant|inhabitant|citizen|family|people|farmer|fisherman|passenger|tourist|journalist|diplomat|minister|leader|child|woman|doctor|nurse|teacher)$/;
