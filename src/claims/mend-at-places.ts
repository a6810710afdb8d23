import type { Mention } from "../actors/mention.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** "was held at Lomé", "signed at Lima": at a town is in it. */
export function mendAtPlaces(parse: Parse, known: readonly Mention[]): Parse {
  if (!parse.nodes.some((n) => n.relation === "case" && /^at$/i.test(n.text))) return parse;
  const isTown = ({ start, end }: Node): boolean =>
    known.some((m) => m.start === start && m.end <= end && (m.form === "capital" || m.form === "city") && m.actors.length === 1);
  const nodes = parse.nodes.map((n, i): Node => {
    const place = parse.nodes[n.head];
    const isBefore = n.relation === "case" && /^at$/i.test(n.text) && n.head === i + 1;
    if (!isBefore || place?.upos !== "PROPN" || !isTown(place)) return n;
    // a ship calls at a port
    return parse.nodes[place.head]?.lemma === "call" ? n : { ...n, text: "in", lemma: "in" };
  });
  return { ...parse, nodes };
}
