import type { Frame } from "./frame.ts";
import type { Filler } from "./match-frames.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** What those do who only stand by while others sign. */
const STANDS_BY = /^(?:look|watch|preside|stand|sit|smile|applaud|attend|witness|observe|chair|beam|act)$/;

/** "Kenya and Laos sign the accord with the Thai premier looking on": who stands by is no party. */
export function dropOnlookers(graph: SentenceGraph, frame: Frame, fillers: Map<string, Filler[]>): void {
  if (frame.type === "meeting") seatBody(graph, fillers);
  if (frame.type !== "agreement") return;
  const parties = fillers.get("party") ?? [];
  const left = parties.filter((f) => !(f.slot === "with" && standsBy(graph, f.node)));
  if (left.length === parties.length || new Set(left.map((f) => f.actor)).size < 2) return;
  fillers.set("party", left);
}

const AS_MEMBERS = /^As (?:[^,]{0,30} )?(?:members?|observers?|chair|hosts?|partners?) (?:\S+ ){0,2}?of (?:the )?$/i;

/** "As members of the Forum, Niue and Tonga attended the session": the body that they are of is no guest, it meets. */
function seatBody(graph: SentenceGraph, fillers: Map<string, Filler[]>): void {
  const came = fillers.get("participant") ?? [];
  const ahead = ({ mention }: Filler): string =>
    graph.nodes
      .filter((n) => n.end <= mention.start)
      .map((n) => `${n.text} `)
      .join("");
  const body = came.find((f) => kindOf(f.actor) === "org" && AS_MEMBERS.test(ahead(f)));
  if (!body || came.length === 1) return;
  fillers.set(
    "participant",
    came.filter((f) => f !== body),
  );
  if (!fillers.has("organization")) fillers.set("organization", [body]);
}

function standsBy(graph: SentenceGraph, person: number): boolean {
  const next = graph.nodes[person + 1];
  return next?.xpos === "VBG" && STANDS_BY.test(next.lemma.toLowerCase());
}
