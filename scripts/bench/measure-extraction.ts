import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findMentions } from "../../src/actors/find-mentions.ts";
import { loadActors } from "../../src/actors/load-actors.ts";
import type { Mention } from "../../src/actors/mention.ts";
import { ReferenceReader } from "../../src/actors/resolve-references.ts";
import { findAmounts } from "../../src/claims/find-amounts.ts";
import { findUnits } from "../../src/claims/find-units.ts";
import type { Document } from "../../src/document/document.ts";
import { dateContexts } from "../../src/language/dates/date-context.ts";
import { findDates } from "../../src/language/dates/find-dates.ts";
import { loadModel } from "../../src/language/model.ts";
import { parseSentence } from "../../src/language/parse-sentence.ts";
import type { Parse, Sentence } from "../../src/language/sentence.ts";
import { readSentences } from "../../src/language/split-sentences.ts";
import { loadExtractor, readSource } from "../../src/pipeline.ts";
import { FORMS, writeFiles } from "./formats.ts";
import { inMegabytes, type Report, timed } from "./measurement.ts";
import { writeArticles } from "./prose.ts";

const JSON_LINES = FORMS.find((form) => form.name === "JSON lines")!;
const BIN = join(import.meta.dirname, "../../bin/chancery");

/** Speed of each stage and of the whole extraction over `bytes` bytes of prose, in this process and as a command. */
export async function measureExtraction(bytes: number, report: Report): Promise<void> {
  const articles = writeArticles(21);
  const [warm] = await writeFiles(JSON_LINES, articles, bytes / 5);
  const [file] = await writeFiles(JSON_LINES, articles, bytes);
  const lexicon = loadActors();
  const model = loadModel("en");
  const before = await readDocuments(warm!.bytes);
  const documents = await readDocuments(file!.bytes);
  const size = documents.reduce((sum, d) => sum + d.text.length, 0);

  const split = (list: readonly Document[]): Sentence[][] => list.map((d) => readSentences(d));
  const mention = (list: readonly Document[]): Mention[][] => list.map((d) => findMentions(d, lexicon));
  const date = (list: readonly Document[], sentences: readonly Sentence[][]) =>
    list.map((d, i) => {
      const contexts = dateContexts(d, sentences[i]!);
      return sentences[i]!.map((s, k) => findDates(d.text, s, contexts[k]!));
    });
  const parse = (
    list: readonly Document[],
    sentences: readonly Sentence[][],
    mentions: readonly Mention[][],
    dates: ReturnType<typeof date>,
  ): Parse[][] =>
    list.map((d, i) =>
      sentences[i]!.map((s, k) => {
        const units = findUnits(s, mentions[i]!, dates[i]![k]!, findAmounts(d.text, s), d.text);
        return parseSentence(d.text, s, units, model);
      }),
    );
  const refer = (list: readonly Document[], sentences: readonly Sentence[][], mentions: readonly Mention[][], parses: Parse[][]): number =>
    list.reduce((sum, d, i) => {
      const references = new ReferenceReader(d, mentions[i]!, sentences[i]!, lexicon);
      for (const [k, s] of sentences[i]!.entries()) {
        const named = mentions[i]!.filter((m) => m.start >= s.start && m.end <= s.end);
        sum += references.read(k, named, parses[i]![k]!).length;
      }
      return sum;
    }, 0);

  const warmSentences = split(before);
  const warmMentions = mention(before);
  refer(before, warmSentences, warmMentions, parse(before, warmSentences, warmMentions, date(before, warmSentences)));

  const sentences = await timed(() => split(documents));
  const count = sentences.result.reduce((sum, list) => sum + list.length, 0);
  const tokens = sentences.result.reduce((sum, list) => sum + list.reduce((n, s) => n + s.tokens.length, 0), 0);
  const line = (name: string, seconds: number): void =>
    report({
      group: "extract",
      name,
      figures: { seconds, "sentences/s": count / seconds, "tokens/s": tokens / seconds, "MB of text/s": inMegabytes(size) / seconds },
    });
  line("split into sentences and tokens", sentences.seconds);
  const mentions = await timed(() => mention(documents));
  line("find mentions", mentions.seconds);
  const dates = await timed(() => date(documents, sentences.result));
  line("find dates", dates.seconds);
  const parsed = await timed(() => parse(documents, sentences.result, mentions.result, dates.result));
  line("tag and parse every sentence", parsed.seconds);
  const references = await timed(() => refer(documents, sentences.result, mentions.result, parsed.result));
  line("resolve references on the parses", references.seconds);

  const extractor = loadExtractor();
  for (const document of before) extractor.extract(document);
  const whole = await timed(() => documents.reduce((sum, d) => sum + extractor.extract(d).length, 0));
  line(`whole extraction (${whole.result} claims)`, whole.seconds);
  for (const workers of [1, 2]) {
    const { seconds, processor } = await timeCommand(file!.bytes, workers);
    report({
      group: "extract",
      name: `\`chancery extract --workers ${workers}\`, the process`,
      figures: {
        sentences: count,
        seconds,
        "sentences/s": count / seconds,
        "seconds of processor": processor,
        "sentences/s of processor": count / processor,
        "tokens/s": tokens / seconds,
        "MB of text/s": inMegabytes(size) / seconds,
      },
    });
  }
}

async function readDocuments(bytes: Uint8Array): Promise<Document[]> {
  const documents: Document[] = [];
  for await (const document of readSource({ source: "bench.jsonl", bytes })) documents.push(document);
  return documents;
}

/** Says at the end of a process how many seconds of processor time its threads took together. Without a blank, for NODE_OPTIONS. */
const TELL_USAGE = `data:text/javascript,${encodeURIComponent(
  'process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stderr.write("processor "+(user+system)/1e6)})',
)}`;

/** Seconds from the start of the command to its end, and of the processor, which other programs on the machine disturb less. */
async function timeCommand(bytes: Uint8Array, workers: number): Promise<{ seconds: number; processor: number }> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-bench-"));
  try {
    const path = join(folder, "bench.jsonl");
    writeFileSync(path, bytes);
    // by the shell, as its users start it: it knows the settings of V8
    const args = [BIN, "extract", path, "--workers", String(workers)];
    const env = { ...process.env, NODE_OPTIONS: `--import=${TELL_USAGE}` };
    const { seconds, result } = await timed(() => spawnSync("sh", args, { encoding: "utf8", maxBuffer: 2 ** 30, env }));
    // threads say it too when they end: the last word is the process's
    const processor = Number(/processor ([\d.]+)$/.exec(result.stderr)?.[1]);
    if (result.status !== 0 || Number.isNaN(processor)) throw new Error(`chancery extract ended with ${result.status}: ${result.stderr}`);
    return { seconds, processor };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
