import type { Claim } from "../claims/claim.ts";
import type { Event } from "./events.ts";
import { fold } from "./matters.ts";

/** A promise of what has no type of its own: a statement that pledges something. */
export function isPromise({ type, factuality, details }: Claim): boolean {
  return type === "statement" && factuality === "actual" && details.stance === "pledges";
}

/** Letters by which two forms of a word are taken for one: "build", "building". */
const STEM = 4;
const LEAST_COMMON = 2;
const LEAST_SHARE = 0.75;
const EMPTY: ReadonlySet<string> = new Set(
  "also among been between from have into more most other over some such than that their them then they this those toward towards upon very what when which will with within would".split(
    " ",
  ),
);

/**
 * Whether a claim tells of what was promised: something other than a statement that happened between the same two, in words
 * that have three quarters of the words of the promise in common, and two at least.
 */
export function keepsPromise(promise: Event, claim: Claim): boolean {
  if (claim.type === "statement" || claim.type === "figure" || claim.factuality !== "actual") return false;
  const promised = new Set(promise.participants.map((p) => p.actor));
  const actors = new Set(claim.participants.map((p) => p.actor));
  if (promised.size < 2 || ![...promised].every((actor) => actors.has(actor))) return false;
  const topic = promise.claims.map((e) => e.claim.details.topic).find((t) => t !== undefined);
  if (topic === undefined) return false;
  const names = stemsOf(promise.claims.flatMap((e) => e.claim.participants.map((p) => p.text)).join(" "));
  const wanted = [...stemsOf(String(topic))].filter((stem) => !names.has(stem));
  const words = stemsOf([claim.evidence.quote, ...Object.values(claim.details)].join(" "));
  const common = wanted.filter((stem) => words.has(stem)).length;
  return common >= LEAST_COMMON && common >= LEAST_SHARE * wanted.length;
}

function stemsOf(text: string): Set<string> {
  const words = fold(text).split(" ");
  return new Set(words.filter((word) => word.length >= STEM && !EMPTY.has(word)).map((word) => word.slice(0, STEM)));
}
