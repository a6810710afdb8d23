import type { Claim } from "../claims/claim.ts";
import type { ClaimEntry } from "../record/record.ts";
import { agree, type Event, groupEvents } from "./events.ts";
import type { Preference } from "./preferences.ts";
import { isPromise, keepsPromise } from "./promises.ts";
import { addYears, daysBetween, intersection, isBefore, mayCoincide, timeOf, writtenOn } from "./time-bounds.ts";

export type Outcome = "fulfilled" | "overdue" | "abandoned" | "denied" | "open";

/** Something planned or proposed, and what the record knows of its fate. That no evidence came is never "broken". */
export interface Pledge {
  /** The planned or proposed happening, with every claim that tells of it. */
  readonly event: Event;
  /** The first day on which it was said, null when no document has a date. */
  readonly madeOn: string | null;
  /** The day by which it was to happen: the stated date, else the horizon of its type. */
  readonly dueOn: string | null;
  readonly dueBy: "stated" | "horizon" | null;
  readonly outcome: Outcome;
  /** The claims that show the outcome; of one that is open or overdue those that say that it has not happened yet. */
  readonly shownBy: readonly ClaimEntry[];
  /** Days from the pledge to its fulfilment, at least and at most, by how exact the dates are; null when dates are missing. */
  readonly after: { readonly least: number; readonly most: number } | null;
  /** Whether it was surely fulfilled only after it was due. */
  readonly late: boolean;
}

/** Years after which something of a type that has not been heard of again is called overdue. */
export const HORIZON_YEARS: Readonly<Record<Claim["type"], number>> = {
  relations: 3,
  recognition: 3,
  mission: 3,
  envoy: 1,
  membership: 5,
  office: 2,
  agreement: 5,
  visit: 1,
  meeting: 1,
  founding: 3,
  aid: 2,
  arms: 5,
  deployment: 2,
  project: 3,
  figure: 5,
  statement: 2,
  conflict: 1,
  sanction: 1,
  mediation: 1,
  event: 1,
};

/** Phases that fulfil a pledge of a phase: what was to be negotiated is so when it is signed. */
const STEPS = ["proposed", "studied", "negotiating", "concluded", "signed", "ratified", "in-force"] as const;

/** What was planned, proposed or promised by the day, and what the claims say came of it up to that day (ISO 8601). */
export function tracePledges(entries: readonly ClaimEntry[], day: string, preferences: readonly Preference[] = []): Pledge[] {
  const { events } = groupEvents(
    entries.filter(({ claim }) => claim.factuality === "planned" || claim.factuality === "proposed" || isPromise(claim)),
    preferences,
  );
  const answers = entries.filter((e) => (e.claim.factuality === "actual" || e.claim.factuality === "denied") && knownBy(e, day));
  // a promise is kept by claims of any type, all else by those of its own
  const byType = Map.groupBy(answers, (e) => e.claim.type);
  return events.flatMap((event) => {
    const pledge = trace(event, isPromise(event.claims[0]!.claim) ? answers : (byType.get(event.type) ?? []), day);
    return pledge.madeOn !== null && pledge.madeOn > day ? [] : [pledge];
  });
}

function trace(event: Event, answers: readonly ClaimEntry[], day: string): Pledge {
  const base = { event, ...termsOf(event) };
  const isPromised = isPromise(event.claims[0]!.claim);
  const asked = isPromised ? (a: ClaimEntry) => keepsPromise(event, a.claim) : answering(event);
  const later = answers.filter((a) => !tellsOfBefore(a, base.madeOn) && asked(a));
  const fulfilling = firstOf(
    event,
    later.filter((a) => a.claim.factuality === "actual" && (isPromised || fulfils(event, a.claim))),
  );
  if (fulfilling.length > 0) {
    return { ...base, outcome: "fulfilled", shownBy: fulfilling, ...delayOf(fulfilling, base) };
  }
  const end = (outcome: Outcome, shownBy: readonly ClaimEntry[]): Pledge => ({ ...base, outcome, shownBy, after: null, late: false });
  const actual = later.filter((a) => a.claim.factuality === "actual");
  const denied = later.filter((a) => a.claim.factuality === "denied" && (a.claim.phase === event.phase || fulfils(event, a.claim)));
  const abandoning = [
    ...actual.filter((a) => a.claim.phase === "stalled" || a.claim.phase === "suspended"),
    ...denied.filter((a) => GIVEN_UP.test(a.claim.evidence.quote)),
  ];
  if (abandoning.length > 0) return end("abandoned", abandoning);
  const [notYet, denying] = [true, false].map((yet) => denied.filter((a) => NOT_YET.test(a.claim.evidence.quote) === yet));
  if (denying!.length > 0) return end("denied", denying!);
  return end(base.dueOn !== null && base.dueOn < day ? "overdue" : "open", notYet!);
}

/** Words that say of what did not happen that it will not. */
const GIVEN_UP = /\b(?:cancel|call(?:ed|s|ing)? off|abandon|shelv|scrap|g[ai]ve up|dropp?ed)/i;
/** Words that say of what did not happen that it may still. */
const NOT_YET = /\b(?:yet|still|(?:has|have|had) (?:not|never)|(?:has|have|had)n['’]t)\b/i;

function delayOf(fulfilling: readonly ClaimEntry[], { madeOn, dueOn }: Pick<Pledge, "madeOn" | "dueOn">): Pick<Pledge, "after" | "late"> {
  const dated = fulfilling.filter((a) => a.claim.date.edtf !== null).map(timeOf);
  const bounds = dated.length > 0 ? dated.reduce(intersection) : null;
  const late = dueOn !== null && bounds?.from != null && bounds.from > dueOn;
  if (madeOn === null || bounds?.from == null || bounds.to === null) return { after: null, late };
  const [least, most] = [bounds.from, bounds.to].map((day) => Math.max(0, daysBetween(madeOn, day)));
  return { after: { least: least!, most: most! }, late };
}

/** When a pledge was made and is due. A document that tells of a plan of the past gives the time of the plan, not a date to keep. */
function termsOf(event: Event): Pick<Pledge, "madeOn" | "dueOn" | "dueBy"> {
  const written = event.claims.flatMap((c) => writtenOn(c.document.date)?.from ?? []).sort()[0] ?? null;
  const horizon = (from: string | null) => (from === null ? null : addYears(from, HORIZON_YEARS[event.type]));
  const looksBack = event.edtf !== null && written !== null && event.bounds.to !== null && event.bounds.to < written;
  if (looksBack) return { madeOn: event.bounds.from, dueOn: horizon(event.bounds.to), dueBy: "horizon" };
  if (event.edtf !== null && event.bounds.to !== null) return { madeOn: written, dueOn: event.bounds.to, dueBy: "stated" };
  return { madeOn: written, dueOn: horizon(written), dueBy: written === null ? null : "horizon" };
}

/** Of the claims that would fulfil a pledge, those of what happened on the stated date, else those of the first happening. */
function firstOf(event: Event, claims: readonly ClaimEntry[]): readonly ClaimEntry[] {
  const happenings = groupEvents(claims).events;
  const onTime = event.edtf === null ? [] : happenings.filter((h) => h.edtf !== null && mayCoincide(h.bounds, event.bounds));
  if (onTime.length > 0) return onTime.flatMap((h) => h.claims);
  return happenings[0]?.claims ?? claims.filter((c) => c.claim.phase === "holds");
}

/** Whether a claim tells of the same kind of thing between the same actors, with no detail that differs. */
function answering(event: Event): (answer: ClaimEntry) => boolean {
  const planned = new Set(event.participants.map((p) => `${p.role} ${p.actor}`));
  const least = Math.min(2, planned.size);
  const { details } = event.claims[0]!.claim;
  const told = ["level", "city", "title", "instrument", "standing", "series", "number", "name", "office"].filter(
    (key) => details[key] !== undefined,
  );
  return ({ claim }) => {
    if (claim.type !== event.type) return false;
    const common = claim.participants.filter((p) => planned.has(`${p.role} ${p.actor}`));
    if (new Set(common.map((p) => p.actor)).size < least) return false;
    return told.every((key) => agree(details[key], claim.details[key]));
  };
}

function fulfils(event: Event, claim: Claim): boolean {
  if (event.type !== "agreement")
    return (
      claim.phase === event.phase ||
      (claim.phase === "holds" && event.phase === "begins") ||
      (claim.phase === "begins" && event.phase === "holds")
    );
  const [wanted, reached] = [event.phase, claim.phase].map((phase) =>
    (STEPS as readonly string[]).indexOf(phase === "holds" ? "in-force" : phase),
  );
  return wanted! >= 0 && reached! >= wanted! && (reached! > 0 || claim.phase === event.phase);
}

/** What happened before the pledge was made does not fulfil it. */
function tellsOfBefore(answer: ClaimEntry, madeOn: string | null): boolean {
  if (madeOn === null) return false;
  const when = answer.claim.date.edtf !== null ? timeOf(answer) : writtenOn(answer.document.date);
  const wentOn = when?.to === null && when.from !== null && when.from < madeOn;
  return when === null || wentOn || isBefore(when, { from: madeOn, to: madeOn });
}

/** By the day the thing had happened, or at least the document was written. */
function knownBy(answer: ClaimEntry, day: string): boolean {
  const from = timeOf(answer).from ?? writtenOn(answer.document.date)?.from ?? null;
  return from === null || from <= day;
}
