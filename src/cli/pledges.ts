import { nameOfActor } from "../actors/name-of.ts";
import { decidedClaims } from "../answers/decided-claims.ts";
import { type Outcome, type Pledge, tracePledges } from "../reasoning/pledges.ts";
import { Record } from "../record/record.ts";
import { EXIT, UsageError } from "./exit-codes.ts";
import { nameActor } from "./name-actor.ts";
import { printWords } from "./print-claim.ts";
import { paint } from "./text.ts";

export interface PledgesOptions {
  readonly record: string;
  readonly on?: string;
  readonly known?: string;
  readonly outcome?: readonly string[];
  readonly json: boolean;
}

const OUTCOMES: readonly Outcome[] = ["fulfilled", "overdue", "abandoned", "denied", "open"];
const WORDS: { readonly [outcome in Outcome]: string } = {
  fulfilled: "fulfilled",
  overdue: "overdue: nothing in the record tells of it",
  abandoned: "abandoned",
  denied: "denied",
  open: "open",
};

/** `chancery pledges [A [B]]`: what was planned, proposed or promised, and what the record knows came of it. */
export async function pledges(names: readonly string[], options: PledgesOptions): Promise<number> {
  if (names.length > 2) throw new UsageError(`pledges are asked for one actor or between two; ${names.length} were named.`);
  const unknown = options.outcome?.find((o) => !(OUTCOMES as readonly string[]).includes(o));
  if (unknown) throw new UsageError(`"${unknown}" is no outcome. Expected one of: ${OUTCOMES.join(", ")}.`);
  const actors = names.map(nameActor);
  const day = options.on ?? new Date().toISOString().slice(0, 10);
  const record = await Record.open(options.record);
  try {
    const ids = actors.map((a) => a.id);
    const { entries, preferences } = await decidedClaims(record, ids, { known: options.known });
    const found = tracePledges(entries, day, preferences).filter((p) => !options.outcome?.length || options.outcome.includes(p.outcome));
    for (const pledge of found) {
      if (options.json) console.log(JSON.stringify(toJson(pledge)));
      else printPledge(pledge);
    }
    if (found.length === 0 && !options.json) console.log("The record has no such pledge. That says nothing about whether there was one.");
    return EXIT.done;
  } finally {
    await record.close();
  }
}

function printPledge({ event, madeOn, dueOn, dueBy, outcome, after, late, shownBy }: Pledge): void {
  const who = event.participants.map((p) => `${p.role} ${nameOfActor(p.actor)}`).join(", ");
  const due = dueOn ? ` · due ${dueOn}${dueBy === "horizon" ? " (usual time for its kind)" : ""}` : "";
  console.log(
    `${paint("bold", madeOn ?? "undated")} ${event.factuality === "actual" ? "promised" : `${event.factuality} ${event.type} ${event.phase}`} · ${who}${event.title ? ` · ${event.title}` : ""}${due}`,
  );
  for (const entry of event.claims) printWords("said", entry);
  console.log(
    `  ${paint(outcome === "fulfilled" ? "green" : "yellow", `${WORDS[outcome]}${sayDelay(after)}${late ? ", later than it was due" : ""}`)}`,
  );
  for (const entry of shownBy) printWords(outcome === "open" || outcome === "overdue" ? "not yet" : "shown", entry);
}

function sayDelay(after: Pledge["after"]): string {
  if (after === null) return "";
  return after.least === after.most ? ` after ${after.most} days` : ` after ${after.least} to ${after.most} days`;
}

function toJson({ event, shownBy, ...rest }: Pledge): object {
  const { type, phase, factuality, participants, edtf, title } = event;
  return {
    type,
    phase,
    factuality,
    participants,
    edtf,
    title,
    ...rest,
    claims: event.claims.map((c) => c.claim.id),
    shownBy: shownBy.map((c) => c.claim.id),
  };
}
