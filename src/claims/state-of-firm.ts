import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** "Sweden's Bofors sold guns", "the Swedish maker Bofors sold guns": a firm that is told to be a state's supplies arms for that state. */
export function nameStateOfFirm(graph: SentenceGraph, actors: PhraseActors, fillers: Map<string, readonly Filler[]>): void {
  const suppliers = fillers.get("supplier");
  if (!suppliers?.some((f) => kindOf(f.actor) === "group")) return;
  const states = suppliers.filter((f) => kindOf(f.actor) === "state");
  const isApposed = (firm: Filler): boolean =>
    states.some((s) => graph.ancestors(firm.node).includes(s.node) || graph.ancestors(s.node).includes(firm.node));
  fillers.set(
    "supplier",
    suppliers
      .filter((f) => kindOf(f.actor) !== "group" || !isApposed(f))
      .map((firm) => {
        if (kindOf(firm.actor) !== "group") return firm;
        const slots = graph.slots(firm.node);
        const owners = [...(slots.get("poss") ?? []), ...(slots.get("mod") ?? [])].flatMap((n) => actors.actorsOf(n));
        const [owner] = owners.filter((o) => kindOf(o.actor) === "state");
        return owner ? { ...firm, actor: owner.actor } : firm;
      }),
  );
}
