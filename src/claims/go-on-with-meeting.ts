import { claimId } from "./build-claims.ts";
import type { Claim } from "./claim.ts";
import type { Frame } from "./frame.ts";
import type { Filler, FrameMatch } from "./match-frames.ts";
import { numberIn } from "./number-in.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** Frames of taking part in a gathering that may be one told of before. */
const TAKES_PART: ReadonlySet<string> = new Set([
  "meeting/attend",
  "meeting/stay-away",
  "meeting/kept-away",
  "meeting/absent",
  "meeting/sent-someone",
  "meeting/participation",
  "meeting/present",
  "meeting/joined-by",
]);
const POINTS_BACK = /^(?:the|this|that)$/i;
/** What may stand before the noun and tells this gathering from no other. */
const PLAIN = /^(?:the|this|that|two-day|three-day|one-day|day-long|same|annual|whole|special|,)$/i;
/** How many sentences back the gathering may have been told. */
const REACH = 3;
/** The same in the communiqué of that gathering, with those who came in a list. */
const LONG_REACH = 10;

/**
 * "The meeting was attended by Samoa", "New Zealand was represented at ministerial level", "Togo was unable to attend": those who
 * came to the gathering told just before, or stayed away from it. Its organisation is theirs; where it had none, its host and
 * those who came join them. Nothing is added where the words name a gathering of their own.
 *
 * @param about the noun of the gathering, or the verb where none is named
 */
export function goOnWithMeeting(
  graph: SentenceGraph,
  frame: Frame,
  about: number,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
  actors: PhraseActors,
): void {
  if (!TAKES_PART.has(frame.id) || fillers.has("organization") || !fillers.has("participant")) return;
  if (frame.id !== "meeting/sent-someone" && graph.isNoun(about) && !isPlainlyTheOne(graph, about, actors)) return;
  const last = memory.lastGathering(memory.convened ? LONG_REACH : REACH);
  if (!last) return;
  const before = (role: string): Filler[] => (last.get(role) ?? []).map((f) => ({ ...f, slot: "before" }));
  if (last.has("organization")) {
    // the secretary-general of a body is the body itself
    const bodies = before("organization");
    if ((fillers.get("participant") ?? []).every((f) => bodies.some((b) => b.actor === f.actor))) return;
    fillers.set("organization", bodies);
    // "the president of Ghana and chairman of the Union attended": the Union is where he came
    fillers.set(
      "participant",
      (fillers.get("participant") ?? []).filter((f) => !bodies.some((b) => b.actor === f.actor)),
    );
    return;
  }
  // "was represented": without its name a gathering is one of a body
  if (frame.id === "meeting/joined-by" || (frame.id === "meeting/present" && graph.lemma(about) === "represent")) return;
  const came = fillers.get("participant") ?? [];
  // who stayed away did not meet those who came one by one: the host stands for them
  fillers.set("participant", [...came, ...before("participant").filter((f) => !came.some((c) => c.actor === f.actor))]);
}

/** Frames that tell more of a gathering that is known: who came, who led it. */
const TELLS_MORE: ReadonlySet<string> = new Set([...TAKES_PART, "meeting/chair"]);

/** "The Meeting was co-chaired by Oman and Samoa", "Togo participated": a gathering told of before was when that was said to be. */
export function dateAsTold(claim: Claim, { frame, fillers }: FrameMatch, memory: TopicMemory): Claim {
  const [body, other] = fillers.get("organization") ?? [];
  if (claim.date.basis !== "none" || !TELLS_MORE.has(frame.id) || claim.details.number !== undefined) return claim;
  if (!body || other || (body.slot !== "before" && body.slot !== "body")) return claim;
  const told = memory.dateOfMeeting(body.actor, REACH);
  if (!told) return claim;
  const { id: _, ...rest } = claim;
  const made = { ...rest, date: { edtf: told.edtf, text: null, basis: "context" as const } };
  return { id: claimId(made), ...made };
}

/** Keeps when the gatherings of a body were that a sentence tells of. */
export function rememberMeetings(claims: readonly Claim[], memory: TopicMemory): void {
  for (const { type, factuality, date, participants } of claims) {
    const body = participants.find((p) => p.role === "organization");
    if (type === "meeting" && factuality === "actual" && body && date.edtf !== null) memory.rememberMeeting(body.actor, date);
  }
}

/** "the meeting", "the two-day summit": nothing in the phrase says which one. */
function isPlainlyTheOne(graph: SentenceGraph, about: number, actors: PhraseActors): boolean {
  if (graph.node(about).unit?.kind === "name" || numberIn(graph, about) !== null) return false;
  const before = graph.childrenBy(about, "det", "amod", "compound", "nmod:poss", "nummod").filter((c) => c < about);
  if (!before.some((c) => POINTS_BACK.test(graph.node(c).text)) || !before.every((c) => PLAIN.test(graph.node(c).text))) return false;
  const own = graph.childrenBy(about, "nmod").filter((c) => c > about);
  return own.every((c) => graph.subtree(c).every((n) => actors.mentionsAt(n).length === 0));
}
