import type { PhraseActors } from "./phrase-actors.ts";
import type { RoleStep } from "./role-step.ts";
import { ROLES } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const OTHERS = /^(?:country|state|nation|government|neighbou?r|power|member|republic|ally|partner)$/i;

/**
 * "President Example of nobody known suspended relations with Japan", "opened relations with 63 countries": where somebody is named or
 * counted of whom nobody knows who it is, whoever was told of before is not in his place.
 */
export const dropStandIns: RoleStep = (graph, actors, frame, trigger, theme, fillers) => {
  const role = Object.keys(ROLES[frame.type].roles)[0]!;
  const found = fillers.get(role);
  if (!found?.some((f) => f.slot === "before" || f.slot === "place")) return;
  if (ROLES[frame.type].mutual && found.every((f) => f.slot === "before" || f.slot === "place") && isByOthers(graph, actors, trigger)) {
    fillers.delete(role);
    return;
  }
  const isOpen =
    isByStranger(graph, actors, trigger) || (frame.type === "relations" && isWithUnnamed(graph, actors, [trigger, theme ?? trigger]));
  if (!isOpen) return;
  fillers.set(
    role,
    found.filter((f) => f.slot !== "before"),
  );
};

/** The subject is a person with an office, and nobody knows in what state. */
function isByStranger(graph: SentenceGraph, actors: PhraseActors, verb: number): boolean {
  if (!graph.isVerb(verb) || graph.isPassive(verb)) return false;
  return (graph.slots(verb).get("agent") ?? []).some(
    (n) =>
      graph.node(n).upos === "PROPN" && actors.mentionsAt(n).some((m) => m.kind === "person" && m.actors.length === 0 && m.office !== null),
  );
}

/** Who deals for himself, and for no state: "the company", "private entities", "the author". */
const PRIVATE =
  /^(?:compan(?:y|ies)|firm|corporation|entit(?:y|ies)|element|business|businessm[ae]n|enterprise|conglomerate|consortium|(?:joint )?venture|subsidiary|start-?up|investor|operator|developer|manufacturer|producer|maker|supplier|contractor|retailer|airline|carrier|broadcaster|network|publisher|studio|label|author|scholar|researcher|scientist|artist|singer|musician|actor|actress|filmmaker|player|footballer|striker|midfielder|goalkeeper|club|refugee|migrant|villager|resident|settler|tourist|student|pupil|worker|farmer|trader|merchant|activist|individual|person|family|association|foundation|charit(?:y|ies)|church|congregation|union|university|college|school|hospital|clinic|museum|hotel)s?$/i;
/** "XCMG", "Tullow Ltd": a name in capitals or of a firm, of nobody known. */
const FIRM =
  /^\p{Lu}{3,6}$|\b(?:Inc|Ltd|Co|Corp|Corporation|Company|Group|Holdings?|Industries|Motors?|Airlines?|Airways|Technologies|Systems|Bank|University|FC|LLC|PLC|plc|GmbH|AG|SA|NV)\.?$/u;

/** What is told is done by somebody private, named or not, in its own clause. */
function isByOthers(graph: SentenceGraph, actors: PhraseActors, trigger: number): boolean {
  const verb = graph.isVerb(trigger) ? trigger : graph.ancestors(trigger).find((n) => graph.isVerb(n));
  if (verb === undefined) return false;
  const doers = graph.slots(verb).get("agent") ?? [];
  return doers.length > 0 && doers.every((n) => actors.actorsOf(n).length === 0 && isPrivate(graph, n));
}

function isPrivate(graph: SentenceGraph, n: number): boolean {
  const { text, upos, lemma } = graph.node(n);
  return upos === "PROPN" ? FIRM.test(text) : PRIVATE.test(lemma);
}

/** "with 63 countries", "with many other states": with others than those told of. */
function isWithUnnamed(graph: SentenceGraph, actors: PhraseActors, places: readonly number[]): boolean {
  return places
    .flatMap((n) => graph.slots(n).get("with") ?? [])
    .some((n) => graph.node(n).xpos === "NNS" && OTHERS.test(graph.node(n).lemma) && actors.actorsOf(n).length === 0);
}
