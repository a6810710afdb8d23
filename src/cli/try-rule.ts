import { once } from "node:events";
import type { Claim } from "../claims/claim.ts";
import type { Explanation } from "../claims/explain-sentences.ts";
import type { FrameHit } from "../claims/extract-claims.ts";
import { type Frame, FrameError, type FrameSet } from "../claims/frame.ts";
import { loadFrames, loadFramesWith } from "../claims/load-frames.ts";
import type { FrameMiss } from "../claims/match-frames.ts";
import type { Document, Span } from "../document/document.ts";
import { loadExtractor } from "../pipeline.ts";
import { EXIT, UsageError } from "./exit-codes.ts";
import { documentsOf, type InputOptions, openInputs } from "./read-inputs.ts";
import { paint } from "./text.ts";

export interface TryRuleOptions extends InputOptions {
  /** A folder with frame files that stand in for those of Chancery with the same names. */
  readonly frames?: string;
  readonly misses: boolean;
  readonly json: boolean;
}

/** A place in a sentence where a frame fitted, or where its trigger stands and it did not fit. */
interface Trial {
  readonly document: string;
  /** The sentence. Offsets in the document's text. */
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
  readonly trigger: Span & { readonly text: string };
  readonly roles: readonly (Span & { readonly role: string; readonly actor: string; readonly text: string })[];
  readonly claims: readonly Claim[];
  /** Why it did not fit; null when it did. */
  readonly miss: string | null;
}

/** `chancery try-rule ID PATH…`: what one frame finds in documents, and with `--misses` what it passes by and why. */
export async function tryRule(id: string, paths: readonly string[], options: TryRuleOptions): Promise<number> {
  const frames = framesOf(options.frames);
  const frame = frameOf(id, frames);
  const run = await openInputs(paths, options);
  const extractor = loadExtractor(frames);
  const counts = { documents: 0, with: 0, hits: 0, claims: 0, givenUp: 0, misses: new Map<string, number>() };
  for await (const { document } of documentsOf(run.inputs)) {
    if (!document) continue;
    const trials = extractor.explain(document).flatMap((e) => trialsOf(document, e, frame));
    const hits = trials.filter((t) => t.miss === null);
    counts.documents++;
    counts.hits += hits.length;
    counts.with += hits.length > 0 ? 1 : 0;
    counts.claims += hits.reduce((sum, t) => sum + t.claims.length, 0);
    counts.givenUp += hits.filter((t) => t.claims.length === 0).length;
    for (const { miss } of trials) if (miss !== null) counts.misses.set(miss, (counts.misses.get(miss) ?? 0) + 1);
    for (const trial of options.misses ? trials : hits) {
      const lines = options.json ? JSON.stringify(trial) : format(trial);
      if (!process.stdout.write(`${lines}\n`)) await once(process.stdout, "drain");
    }
  }
  run.progress.end();
  if (!options.json) console.log(summarize(frame, counts, options.misses));
  return run.failed > 0 ? EXIT.someUnread : EXIT.done;
}

function framesOf(folder: string | undefined): FrameSet {
  if (folder === undefined) return loadFrames();
  try {
    return loadFramesWith(folder);
  } catch (error) {
    if (error instanceof FrameError) throw new UsageError(error.message);
    throw error;
  }
}

function frameOf(id: string, { frames }: FrameSet): Frame {
  const frame = frames.find((f) => f.id === id);
  if (frame) return frame;
  const type = id.split("/")[0]!;
  const near = frames.filter((f) => f.type === type).map((f) => f.id);
  const types = [...new Set(frames.map((f) => f.type))];
  throw new UsageError(
    `there is no frame “${id}”. ${near.length > 0 ? `Frames of that type: ${near.join(", ")}` : `An id is a type and a name, such as visit/pay; the types are ${types.join(", ")}`}.`,
  );
}

function trialsOf(document: Document, { read, hits, misses }: Explanation, frame: Frame): Trial[] {
  const { sentence, parse } = read;
  const trialAt = (node: number, roles: Trial["roles"], claims: readonly Claim[], miss: string | null): Trial => {
    const { start, end } = parse.nodes[node]!;
    return {
      document: document.source,
      start: sentence.start,
      end: sentence.end,
      sentence: document.text.slice(sentence.start, sentence.end),
      trigger: { start, end, text: document.text.slice(start, end) },
      roles,
      claims,
      miss,
    };
  };
  const own = (trial: FrameHit | FrameMiss): boolean => ("match" in trial ? trial.match.frame : trial.frame).id === frame.id;
  return [
    ...hits.filter(own).map(({ match, claims }) => trialAt(match.trigger, rolesOf(match), claims, null)),
    // the same trigger may miss by several themes
    ...misses
      .filter(own)
      .filter((m, i, all) => all.findIndex((o) => o.trigger === m.trigger && o.reason === m.reason) === i)
      .map((m) => trialAt(m.trigger, [], [], m.reason)),
  ].sort((a, b) => a.trigger.start - b.trigger.start);
}

function rolesOf({ fillers }: FrameHit["match"]): Trial["roles"] {
  return [...fillers].flatMap(([role, list]) => list.map(({ actor, start, end, text }) => ({ role, actor, start, end, text })));
}

function format(trial: Trial): string {
  const lines = [paint("dim", `${trial.document} ${trial.start}–${trial.end}`), `  ${mark(trial)}`];
  if (trial.miss !== null) lines.push(`  ${paint("yellow", "✗")} ${trial.miss}`);
  else if (trial.claims.length === 0) lines.push("  → no claim: another reading of these words stands instead, or they tell of nothing");
  for (const r of trial.roles)
    if (r.start < trial.start || r.end > trial.end) lines.push(`  ${r.role} from before: ${r.text} (${r.actor})`);
  for (const c of trial.claims)
    lines.push(
      `  ${paint("green", "→")} ${c.type} ${c.phase} ${c.factuality} · ${c.participants.map((p) => `${p.role}:${p.actor}`).join(" ")} · ${c.date.edtf ?? "no date"}${Object.keys(c.details).length > 0 ? ` · ${JSON.stringify(c.details)}` : ""} · ${c.why.confidence}`,
    );
  return `${lines.join("\n")}\n`;
}

/** The sentence in one line with the trigger in «guillemets» and each filler as [role words]. */
function mark({ start, end, sentence, trigger, roles }: Trial): string {
  const spans = [
    { ...trigger, before: "«", after: "»" },
    ...roles.map((r) => ({ start: r.start, end: r.end, before: `[${r.role} `, after: "]" })),
  ].filter((s) => s.start >= start && s.end <= end);
  const opening = (at: number): string =>
    spans
      .filter((s) => s.start === at)
      .sort((a, b) => b.end - a.end)
      .map((s) => s.before)
      .join("");
  const closing = (at: number): string =>
    spans
      .filter((s) => s.end === at)
      .sort((a, b) => b.start - a.start)
      .map((s) => s.after)
      .join("");
  let marked = "";
  for (let at = start; at <= end; at++) marked += closing(at) + opening(at) + (sentence[at - start] ?? "");
  return marked.replace(/\s+/g, " ");
}

interface Counts {
  readonly documents: number;
  readonly with: number;
  readonly hits: number;
  readonly claims: number;
  readonly givenUp: number;
  readonly misses: ReadonlyMap<string, number>;
}

function summarize(frame: Frame, counts: Counts, withMisses: boolean): string {
  const missed = [...counts.misses.values()].reduce((sum, n) => sum + n, 0);
  const lines = [
    `${paint("bold", frame.id)}: ${counts.hits} hits in ${counts.with} of ${counts.documents} documents, ${counts.claims} claims; ${counts.givenUp} hits make none; its trigger stands at ${missed} more places`,
  ];
  if (withMisses)
    for (const [reason, n] of [...counts.misses].sort((a, b) => b[1] - a[1]).slice(0, 12))
      lines.push(`  ${String(n).padStart(5)} × ${reason}`);
  return lines.join("\n");
}
