import { decisionStates } from "../answers/decided-claims.ts";
import { correctFields, type Grounds, judgeClaims, preferSource, ruleOnEvents, undoDecision } from "../answers/take-decision.ts";
import type { DecisionState } from "../reasoning/apply-decisions.ts";
import { sayRuling } from "../reasoning/say-ruling.ts";
import { claimsOfRuling, type Decision } from "../record/decision.ts";
import { Record } from "../record/record.ts";
import { EXIT, UsageError } from "./exit-codes.ts";
import { nameClaim } from "./name-claim.ts";
import { placeOf } from "./print-claim.ts";
import { readPair } from "./read-pair.ts";
import { clip, paint } from "./text.ts";

export interface DecideOptions {
  readonly record: string;
  readonly by?: string;
  readonly why?: string;
  readonly over?: string;
  readonly pair?: readonly string[];
  readonly matter?: string;
  readonly known?: string;
  readonly json: boolean;
}

const WHAT = ["confirm", "reject", "correct", "merge", "split", "prefer", "undo", "list"] as const;
type What = (typeof WHAT)[number];

/** `chancery decide WHAT NAMES…`: writes down what somebody decided, and says what it does. */
export async function decide(first: string, others: readonly string[], options: DecideOptions): Promise<number> {
  // the claim may stand before what is decided about it
  const swapped = first.startsWith("c_") && WHAT.some((w) => w === others[0]);
  const [word, names] = swapped ? [others[0]!, [first, ...others.slice(1)]] : [first, others];
  const what = WHAT.find((w) => w === word);
  if (!what)
    throw new UsageError(
      `"${word}" is nothing to decide. Expected ${WHAT.join(", ")}${word.startsWith("c_") ? `, as in: chancery decide confirm ${word}` : ""}.`,
    );
  for (const option of ["over", "pair", "matter"] as const)
    if (what !== "prefer" && options[option] !== undefined) throw new UsageError(`--${option} goes with prefer only.`);
  if (what !== "list" && options.known !== undefined) throw new UsageError("--known goes with list only: a decision is taken now.");
  if (what === "list") {
    if (names.length > 0)
      throw new UsageError("decide list takes no names; `chancery history CLAIM` shows what was decided about one claim.");
    return listDecisions(options);
  }
  const grounds = groundsOf(options);
  if (names.length === 0) throw new UsageError(`decide ${what}: ${EXPECTED[what]}.`);
  const record = await Record.open(options.record);
  try {
    for (const decision of await take(record, what, names, grounds, options)) {
      if (options.json) console.log(JSON.stringify(decision));
      else console.log(`${paint("bold", decision.id)} ${sayRuling(decision)} by ${decision.by}: ${decision.why}`);
    }
    return EXIT.done;
  } finally {
    await record.close();
  }
}

const EXPECTED: { readonly [what in Exclude<What, "list">]: string } = {
  confirm: "expected a claim, by its id",
  reject: "expected a claim, by its id",
  correct: "expected a claim, by its id, and what to correct in it, such as date=1962-10-05",
  merge: "expected two claims or more, by their ids",
  split: "expected two claims or more, by their ids",
  prefer: "expected a source, as `chancery sources` prints it",
  undo: "expected a decision, by its id; `chancery decide list` prints them",
};

function groundsOf({ by, why }: DecideOptions): Grounds {
  if (!by?.trim()) throw new UsageError("who decides? Expected --by NAME, or the environment variable CHANCERY_BY.");
  if (!why?.trim()) throw new UsageError('why? Expected --why "the reason": those who come later will ask.');
  return { by, why };
}

async function take(
  record: Record,
  what: Exclude<What, "list">,
  names: readonly string[],
  grounds: Grounds,
  options: DecideOptions,
): Promise<Decision[]> {
  const claims = (ids: readonly string[]) => Promise.all(ids.map((id) => nameClaim(record, id)));
  switch (what) {
    case "confirm":
    case "reject":
      return judgeClaims(record, what, await claims(names), grounds);
    case "correct":
      return [await correctFields(record, await nameClaim(record, names[0]!), names.slice(1), grounds)];
    case "merge":
    case "split":
      return [await ruleOnEvents(record, what, await claims(names), grounds)];
    case "prefer": {
      if (names.length > 1)
        throw new UsageError(
          `one source is preferred at a time; ${names.length} were named. Quotation marks keep a name of several words together.`,
        );
      const { over = null, matter = null } = options;
      return [await preferSource(record, { source: names[0]!, over, pair: readPairOption(options.pair), matter }, grounds)];
    }
    case "undo": {
      const undone: Decision[] = [];
      for (const name of names) undone.push((await undoDecision(record, name, grounds)).decision);
      return undone;
    }
  }
}

function readPairOption(pair: readonly string[] | undefined): [string, string] | null {
  if (pair === undefined) return null;
  if (pair.length !== 2) throw new UsageError(`--pair takes two actors; ${pair.length} ${pair.length === 1 ? "was" : "were"} named.`);
  const [a, b] = readPair(pair[0]!, pair[1]!, "A preference");
  return [a.id, b.id];
}

const STATES: { readonly [state in DecisionState["state"]]: string } = {
  "in-force": "in force",
  undone: "undone",
  overruled: "overruled",
  unanchored: "unanchored: what it was about is not there any more",
  ambiguous: "ambiguous: several claims may be what it was about",
};

async function listDecisions(options: DecideOptions): Promise<number> {
  const record = await Record.open(options.record);
  try {
    const states = await decisionStates(record, options.known);
    if (states.length === 0 && !options.json) console.log("Nothing was decided in this record.");
    for (const state of states) {
      if (options.json) console.log(JSON.stringify(toJson(state)));
      else printState(state);
    }
    return EXIT.done;
  } finally {
    await record.close();
  }
}

function printState({ decision, state, by, claims, says }: DecisionState): void {
  const { id, ruling, recordedAt, why } = decision;
  const through = by ? ` by ${by.id} of ${by.by}` : "";
  console.log(`${paint("bold", id)} ${recordedAt.slice(0, 16).replace("T", " ")} ${decision.by}: ${sayRuling(decision)}`);
  console.log(`    why      ${clip(why, 300)}`);
  console.log(`    ${paint(state === "in-force" ? "green" : "yellow", `${STATES[state]}${through}`)}${says ? `. ${says}` : ""}`);
  for (const said of claimsOfRuling(ruling)) {
    console.log(`    about    “${clip(said.evidence.quote, 200)}”`);
    console.log(
      paint("dim", `             ${said.type} ${said.phase} ${said.date.edtf ?? "undated"} · ${said.evidence.source} · ${said.id}`),
    );
  }
  const others = claims.filter((e) => claimsOfRuling(ruling).every((said) => said.id !== e.claim.id));
  for (const entry of others) console.log(paint("dim", `    ${state === "ambiguous" ? "may be  " : "now     "} ${placeOf(entry)}`));
}

function toJson({ decision, state, by, claims, says }: DecisionState): object {
  return { ...decision, state, through: by?.id ?? null, claims: claims.map((e) => e.claim.id), says };
}
