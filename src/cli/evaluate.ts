import { readFileSync, writeFileSync } from "node:fs";
import type { Document } from "../document/document.ts";
import { casesOf, compareRuns, type RunCases } from "../evaluation/compare-runs.ts";
import { GoldError, readGold } from "../evaluation/read-gold.ts";
import { documentOf, type ScoredClaim, type Unit, unitsOf } from "../evaluation/score-claims.ts";
import { GROUPINGS, type Grouping, scoreGroups } from "../evaluation/score-groups.ts";
import { readSentences } from "../language/split-sentences.ts";
import { extractorVersion } from "../pipeline.ts";
import { EXIT, UsageError } from "./exit-codes.ts";
import { extractInOrder } from "./extract-in-order.ts";
import { openExtraction } from "./extraction.ts";
import { formatJson, printChanges, printErrors, printSum, printTable } from "./print-scores.ts";
import { documentsOf, openInputs } from "./read-inputs.ts";

export { printScores } from "./print-scores.ts";

export interface EvaluateOptions {
  readonly gold: string;
  /** Groupings, with commas between. */
  readonly by?: string;
  readonly misses: number;
  readonly save?: string;
  readonly against?: string;
  readonly json: boolean;
}

/** A run as `--save` keeps it. */
interface SavedRun extends RunCases {
  readonly kind: "chancery evaluation";
  readonly extractor: string;
  readonly gold: number;
  readonly scores: readonly object[];
}

/** `chancery evaluate --gold FILE PATH…`: precision, recall and F1 of extraction against anybody's gold claims. */
export async function evaluate(paths: readonly string[], options: EvaluateOptions): Promise<number> {
  const by = groupingsIn(options.by ?? "");
  const gold = loadGold(options.gold).flatMap(unitsOf);
  const then = options.against === undefined ? null : readRun(options.against);
  const named = new Set(gold.map((u) => u.document));
  const run = await openInputs(paths, { allowPrivate: false, quiet: true });
  const extraction = openExtraction({ bytes: run.bytes });
  const predicted: Unit[] = [];
  const documents = new Map<string, Document>();
  let besides = 0;
  try {
    for await (const { note, answer } of extractInOrder(documentsOf(run.inputs), extraction)) {
      run.tellFaults(note.input, note.document, answer!);
      const units = answer!.claims.flatMap(unitsOf);
      const name = documentOf({ evidence: { source: note.document.source } } as ScoredClaim);
      if (named.has(name)) documents.set(name, note.document);
      predicted.push(...units.filter((u) => named.has(u.document)));
      besides += units.filter((u) => !named.has(u.document)).length;
    }
  } finally {
    await extraction.close();
  }
  const unread = [...named].filter((name) => !documents.has(name)).sort();
  if (unread.length > 0)
    console.error(
      `chancery: the gold has claims of ${unread.length} documents that are not among the inputs, and count as missed: ${unread.slice(0, 8).join(", ")}${unread.length > 8 ? " …" : ""}. A document is known by the name of its file without the ending.`,
    );
  const formats = new Map([...documents].map(([name, { format }]) => [name, format]));
  const scores = scoreGroups(gold, predicted, by, formats);
  const all = scores[1]!.score;
  if (options.json) console.log(formatJson(scores));
  else {
    printTable(scores);
    if (besides > 0) console.log(`\n${besides} more were extracted from documents of which the gold has no claim; they are not counted`);
    printErrors(all, options.misses, (u) => sentenceOf(u, documents.get(u.document)));
    if (then) printChanges(compareRuns(casesOf(all), then), `${options.against} (${then.extractor})`);
    printSum(scores);
  }
  if (options.save !== undefined) {
    const saved: SavedRun = {
      kind: "chancery evaluation",
      extractor: extractorVersion(),
      gold: all.gold,
      scores: JSON.parse(formatJson(scores)) as object[],
      ...casesOf(all),
    };
    saveRun(options.save, saved);
  }
  return run.failed > 0 ? EXIT.someUnread : EXIT.done;
}

function groupingsIn(text: string): Grouping[] {
  return text
    .split(",")
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const known = GROUPINGS.find((grouping) => grouping === part.trim());
      if (!known) throw new UsageError(`--by: “${part}” is not known. Expected one of ${GROUPINGS.join(", ")}, or several with commas.`);
      return known;
    });
}

/** The sentence that a unit's quote stands in; null when its document was not read or does not have the words. */
function sentenceOf({ claim }: Unit, document: Document | undefined): string | null {
  if (!document) return null;
  const quote = claim.quote ?? claim.evidence?.quote ?? "";
  const at = (claim.evidence as { readonly start?: number } | undefined)?.start ?? document.text.indexOf(quote);
  if (at < 0 || quote === "") return null;
  const sentence = readSentences(document).find((s) => s.start <= at && at < s.end);
  return sentence ? document.text.slice(sentence.start, sentence.end) : null;
}

function loadGold(path: string): ScoredClaim[] {
  try {
    return readGold(readText(path, "the gold claims"), path);
  } catch (error) {
    if (error instanceof GoldError) throw new UsageError(error.message);
    throw error;
  }
}

function readRun(path: string): SavedRun {
  const wrong = (says: string): UsageError => new UsageError(`${path}: ${says}; expected a run that \`chancery evaluate --save\` wrote`);
  let value: unknown;
  try {
    value = JSON.parse(readText(path, "the earlier run"));
  } catch (error) {
    throw error instanceof UsageError ? error : wrong("not JSON");
  }
  const run = value as Partial<SavedRun> | null;
  if (run?.kind !== "chancery evaluation" || !Array.isArray(run.found) || !Array.isArray(run.wrong)) throw wrong("no saved evaluation");
  return run as SavedRun;
}

function saveRun(path: string, run: SavedRun): void {
  try {
    writeFileSync(path, `${JSON.stringify(run, null, 1)}\n`);
  } catch (error) {
    throw new UsageError(`${path}: the run cannot be saved there: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readText(path: string, what: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`${path}: ${what} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
