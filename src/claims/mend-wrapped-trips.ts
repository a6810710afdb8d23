import type { Draft } from "./mend-parse.ts";

const TRIP = /^(?:visit|trip|tour|journey|stay|swing)$/i;
/** Nouns that only say at which point of a trip something is, by the preposition before them. */
const POINTS: ReadonlyMap<string, RegExp> = new Map([
  ["as", /^part$/i],
  ["in", /^(?:course|framework|context)$/i],
  ["within", /^(?:framework|context)$/i],
  ["during", /^course$/i],
]);

/** "met him as part of his visit to China", "in the framework of a tour": what happened then happened on the trip. */
function unwrapTrips({ nodes, set, childOf }: Draft): void {
  nodes.forEach((trip, i) => {
    if (trip.relation !== "nmod" || !TRIP.test(trip.lemma) || trip.head > i) return;
    const point = trip.head;
    const { relation, head } = nodes[point]!;
    const [link, of] = [childOf(point, "case"), childOf(i, "case")];
    if (!/^(?:obl|nmod)$/.test(relation) || head < 0 || link < 0 || link > point || nodes[of]?.text.toLowerCase() !== "of") return;
    if (!POINTS.get(nodes[link]!.text.toLowerCase())?.test(nodes[point]!.text)) return;
    set(i, head, relation);
    set(link, i, "case");
    set(point, link, "fixed");
    set(of, link, "fixed");
  });
}

/** "China-Nauru foreign ministers meet": the ministers of both. */
function joinByHyphen({ nodes, isActor, isOffice, set }: Draft): void {
  nodes.forEach((node, i) => {
    const first = nodes[i - 2];
    if (!first || !/^[-–]$/.test(nodes[i - 1]!.text) || !/s$/.test(node.text) || !isActor(first) || !isActor(node) || !isOffice(node))
      return;
    if (first.relation === "compound" && first.head === i) set(i - 2, node.head, node.relation);
    else if (node.relation !== "flat" || node.head !== i - 2) return;
    set(i, i - 2, "conj");
  });
}

/** "President A with Minister B will leave for": the name before "with" is no part of the one behind it. */
function freeFromCompany({ nodes, isActor, set, childOf }: Draft): void {
  nodes.forEach((node, i) => {
    const companion = nodes[i + 2];
    if (!/^(?:flat|compound)$/.test(node.relation) || node.head !== i + 2 || !isActor(node) || !companion) return;
    if (!/^(?:with|and)$/i.test(nodes[i + 1]!.text) || companion.relation !== "obl" || companion.head < i + 2) return;
    if (childOf(companion.head, "nsubj", "csubj", "expl") >= 0) return;
    const verb = companion.head;
    set(i, verb, childOf(verb, "aux:pass") >= 0 ? "nsubj:pass" : "nsubj");
  });
}

export const TRIP_PASSES: readonly ((draft: Draft) => void)[] = [unwrapTrips, joinByHyphen, freeFromCompany];
