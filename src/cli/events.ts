import { nameOfActor } from "../actors/name-of.ts";
import { decidedClaims } from "../answers/decided-claims.ts";
import { CLAIM_TYPES } from "../claims/claim.ts";
import { type Ambiguous, type Event, groupEvents } from "../reasoning/events.ts";
import { Record } from "../record/record.ts";
import { EXIT, UsageError } from "./exit-codes.ts";
import { nameActor } from "./name-actor.ts";
import { printWords } from "./print-claim.ts";
import { paint } from "./text.ts";

export interface EventsOptions {
  readonly record: string;
  readonly known?: string;
  readonly type?: readonly string[];
  readonly json: boolean;
}

/** `chancery events [A [B]]`: what happened, each happening once, with the claims of every document that tells of it. */
export async function events(names: readonly string[], options: EventsOptions): Promise<number> {
  if (names.length > 2) throw new UsageError(`events are asked for one actor or between two; ${names.length} were named.`);
  const unknown = options.type?.find((t) => !(CLAIM_TYPES as readonly string[]).includes(t));
  if (unknown) throw new UsageError(`"${unknown}" is no claim type. Expected one of: ${CLAIM_TYPES.join(", ")}.`);
  const actors = names.map((n) => nameActor(n).id);
  const record = await Record.open(options.record);
  try {
    const { entries, preferences } = await decidedClaims(record, actors, { types: options.type, known: options.known });
    const { events: found, ambiguous } = groupEvents(entries, preferences);
    for (const event of found) {
      if (options.json) console.log(JSON.stringify(toJson(event, ambiguous)));
      else printEvent(event);
    }
    if (options.json) return EXIT.done;
    if (ambiguous.length > 0) console.log(paint("bold", "\nMay tell of any one of several of these:"));
    for (const { claim, events: fitting } of ambiguous) printWords(`${fitting.length} fit`, claim);
    if (found.length === 0) console.log("The record has no event here. That says nothing about whether anything happened.");
    return EXIT.done;
  } finally {
    await record.close();
  }
}

function printEvent({ type, phase, factuality, participants, edtf, title, claims, sources, id }: Event): void {
  const who = participants.map((p) => `${p.role} ${nameOfActor(p.actor)}`).join(", ");
  const fact = factuality === "actual" ? "" : ` · ${factuality}`;
  const told = `${claims.length} claim${claims.length === 1 ? "" : "s"}, ${sources.length} independent source${sources.length === 1 ? "" : "s"}`;
  console.log(
    `${paint("bold", (edtf ?? "undated").padEnd(12))} ${type} ${phase}${fact} · ${who}${title ? ` · ${title}` : ""} · ${told} · ${id}`,
  );
  for (const entry of claims) printWords("told", entry);
}

function toJson({ claims, sources, bounds, ...event }: Event, ambiguous: readonly Ambiguous[]): object {
  return {
    ...event,
    earliest: bounds.from,
    latest: bounds.to,
    claims: claims.map((e) => e.claim.id),
    sources: sources.map((s) => ({ name: s.name, documents: s.documents.map((d) => d.id) })),
    ambiguous: ambiguous.filter((a) => a.events.some((e) => e.id === event.id)).map((a) => a.claim.claim.id),
  };
}
