import { isPurpose } from "./beside-another.ts";
import type { FrameMatch } from "./match-frames.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const EQUIPMENT = /^(?:equipment|vehicle|package|gear|material|materiel|supplies|supply)$/;
const TRUCE = /^(?:truce|cease-?fire|armistice|peace)$/;
const CHARGES = /^(?:accuse|blame|suspect)$/;

/** What another match of the sentence tells already, of matters of war and arms: no second claim. */
export function isToldBesides(match: FrameMatch, all: readonly FrameMatch[], graph: SentenceGraph): boolean {
  const { frame, trigger, theme } = match;
  const path = graph.ancestors(trigger);
  switch (frame.type) {
    case "deployment":
      // "landed to serve under the command", "was set up to monitor the border": what it is for does not stand yet, and the deed is told
      return frame.phase === "holds" && !frame.conditions.includes("council-renews") && isPurpose(trigger, graph);
    case "aid":
      // "donated 50 tonnes of rice": what is given is told by the frame of such things
      if (frame.id === "aid/donate") return all.some((o) => o !== match && o.frame.type === "aid" && o.trigger === trigger);
      // "shipped howitzers and air defence equipment": the equipment is arms as well
      return (
        frame.id === "aid/give" &&
        theme !== null &&
        EQUIPMENT.test(graph.lemma(theme)) &&
        all.some((o) => o.frame.type === "arms" && o.trigger === trigger)
      );
    case "agreement":
      // "are mediating to reach a ceasefire": those who mediate reach none
      if (all.some((o) => o.frame.type === "mediation" && path.slice(0, 2).includes(o.trigger) && sharesDoer(match, o))) return true;
      // "flew to Doha to discuss a truce": a truce of others
      return (
        theme !== null &&
        graph.lemma(trigger) === "discuss" &&
        TRUCE.test(graph.lemma(theme)) &&
        all.some((o) => o.frame.type === "visit" && path.includes(o.trigger))
      );
    case "conflict": {
      // "accused the troops of shelling a post", by whomever: it is only said
      const charged = path.findIndex((n) => CHARGES.test(graph.lemma(n)));
      const within = path.slice(0, charged);
      if (charged >= 0 && [trigger, ...within].every((n) => graph.node(n).relation !== "acl:relcl")) return true;
      // "clashed in the first such conflict between them": the clash again
      return (
        frame.id === "conflict/war" && all.some((o) => o !== match && o.frame.type === "conflict" && isOver(o.trigger, trigger, graph))
      );
    }
    default:
      return false;
  }
}

/** The one who acts in both. */
function sharesDoer(pact: FrameMatch, mediation: FrameMatch): boolean {
  const mediators = new Set((mediation.fillers.get("mediator") ?? []).map((f) => f.actor));
  return (pact.fillers.get("party") ?? []).some((f) => mediators.has(f.actor));
}

/** Whether a verb governs the word, with no relative clause between. */
function isOver(verb: number, word: number, graph: SentenceGraph): boolean {
  const path = graph.ancestors(word);
  const at = path.indexOf(verb);
  return at >= 0 && graph.isVerb(verb) && [word, ...path.slice(0, at)].every((n) => graph.node(n).relation !== "acl:relcl");
}
