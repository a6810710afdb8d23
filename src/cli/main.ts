import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { VERSION } from "../version.ts";
import { EXIT, UsageError } from "./exit-codes.ts";

const RECORD = "record.chancery";
/** Claims that are shown of each list, unless more are asked for. */
const SHOWN_CLAIMS = 20;

function recordOption(): Option {
  return new Option(
    "-r, --record <file or address>",
    "the record: a file, or a PostgreSQL database, postgres://USER@HOST/DATABASE",
  ).default(process.env.CHANCERY_RECORD ?? RECORD);
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError(`expected a whole number, not "${text}".`);
  return value;
}

function workerCount(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 64)
    throw new InvalidArgumentError(`expected a number of threads from 1 to 64, not "${text}".`);
  return value;
}

function workersOption(): Option {
  return new Option(
    "-w, --workers <number>",
    "threads that extract; by default one for each core, at most 4, and one for little input",
  ).argParser(workerCount);
}

function portNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65535) throw new InvalidArgumentError(`expected a port from 0 to 65535, not "${text}".`);
  return value;
}

function dayText(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError(`expected a day such as 2008-03-05, not "${text}".`);
  return text;
}

function onOption(): Option {
  return new Option("--on <day>", "the day asked about, such as 2008-03-05; today when not given").argParser(dayText);
}

function knownOption(): Option {
  return new Option("--known <day>", "as the record knew it at the end of this day (UTC)").argParser(dayText);
}

function buildProgram(): Command {
  const program = new Command("chancery")
    .description("Reads documents about relations between states, writes down every claim they make, and answers from them.")
    .version(VERSION)
    .showHelpAfterError("(--help says more)")
    .exitOverride()
    .addHelpText(
      "after",
      `
Exit codes: 0 done · 1 some input could not be read, the rest was done · 2 the command was not understood
            3 the record cannot be opened, read or written · 70 a fault of Chancery itself

States and organisations are named as people write them: "South Korea", "korea republic", KOR, KR, ECLAC, CEPAL.
The record is ${RECORD} in this folder unless --record or CHANCERY_RECORD names another.`,
    );

  program
    .command("extract")
    .description("claims of documents as JSON lines on standard output; no record needed")
    .argument(
      "<paths...>",
      "files, folders, globs, addresses (https://…); - reads JSON lines {id, text, date, title, url, language} from standard input",
    )
    .option("--allow-private", "addresses may point to private networks", false)
    .option("--quiet", "no progress and no diagnostics on standard error", false)
    .addOption(workersOption())
    .action(async (paths: string[], options) => finish((await import("./extract.ts")).extract(paths, options)));

  program
    .command("ingest")
    .description("reads documents into a record; what is there already is left as it is")
    .argument("<paths...>", "files, folders, globs, addresses")
    .addOption(recordOption())
    .option("--allow-private", "addresses may point to private networks", false)
    .option("--quiet", "no progress and no diagnostics on standard error", false)
    .option("--json", "a summary as JSON on standard output", false)
    .addOption(workersOption())
    .action(async (paths: string[], options) => finish((await import("./ingest.ts")).ingest(paths, options)));

  program
    .command("serve")
    .description("serves the web app and the API over a record on 127.0.0.1")
    .addOption(recordOption())
    .option("-p, --port <number>", "port; 0 takes a free one", portNumber, 4840)
    .option("--any-port", "take a free port when that one is taken", false)
    .action(async (options) => finish((await import("./serve.ts")).serve(options)));

  program
    .command("chronology")
    .description("what the record says happened between two actors, in order, with quotes")
    .argument("<a>", "a state or organisation")
    .argument("<b>", "another one")
    .addOption(recordOption())
    .option("-t, --type <types...>", "only claims of these types")
    .option("--from <year>", "from this year on", wholeNumber)
    .option("--to <year>", "up to this year", wholeNumber)
    .addOption(knownOption())
    .option("--limit <number>", "at most so many claims", wholeNumber)
    .option("--skip <number>", "without the first of them", wholeNumber)
    .option("--json", "claims as JSON lines", false)
    .action(async (a: string, b: string, options) => finish((await import("./chronology.ts")).chronology(a, b, options)));

  program
    .command("status")
    .description("what held between two actors on a day: relations, missions, memberships, agreements, with the claims it rests on")
    .argument("<a>", "a state or organisation")
    .argument("<b>", "another one")
    .addOption(recordOption())
    .addOption(onOption())
    .addOption(knownOption())
    .option("--stale <years>", "years after which evidence without a later word is called stale", wholeNumber)
    .option("--kind <kinds...>", "only matters of these kinds: relations, mission, agreement …")
    .option("--limit <number>", "at most so many matters", wholeNumber)
    .option("--skip <number>", "without the first of them", wholeNumber)
    .option("--claims <number>", "at most so many claims of a beginning, an end, what lies between", wholeNumber, SHOWN_CLAIMS)
    .option("--json", "as JSON lines", false)
    .action(async (a: string, b: string, options) => finish((await import("./status.ts")).status(a, b, options)));

  program
    .command("pledges")
    .description("what was planned, proposed or promised, and what the record knows came of it")
    .argument("[actors...]", "a state or organisation, or two; all of the record when none is named")
    .addOption(recordOption())
    .addOption(onOption())
    .addOption(knownOption())
    .option("--outcome <outcomes...>", "only these: fulfilled, overdue, abandoned, denied, open")
    .option("--json", "as JSON lines", false)
    .action(async (actors: string[], options) => finish((await import("./pledges.ts")).pledges(actors, options)));

  program
    .command("contradictions")
    .description("claims about standing matters that cannot all be true, both sides with their words")
    .argument("[actors...]", "a state or organisation, or two; all of the record when none is named")
    .addOption(recordOption())
    .addOption(new Option("--on <day>", "only those that leave open what held on this day").argParser(dayText))
    .addOption(knownOption())
    .option("--limit <number>", "at most so many", wholeNumber)
    .option("--skip <number>", "without the first of them", wholeNumber)
    .option("--claims <number>", "at most so many claims of either side", wholeNumber, SHOWN_CLAIMS)
    .option("--json", "as JSON lines", false)
    .action(async (actors: string[], options) => finish((await import("./contradictions.ts")).contradictions(actors, options)));

  program
    .command("coverage")
    .description("what the record has and has not of two actors: years, types, sources")
    .argument("<a>", "a state or organisation")
    .argument("<b>", "another one")
    .addOption(recordOption())
    .addOption(new Option("--on <day>", "only what was dated by this day; today when not given").argParser(dayText))
    .addOption(knownOption())
    .option("--json", "as JSON", false)
    .action(async (a: string, b: string, options) => finish((await import("./coverage.ts")).coverage(a, b, options)));

  program
    .command("search")
    .description("quotes or documents that hold words, best first")
    .argument(
      "<words...>",
      'words that must all be there; "side by side", one OR another, -without, begin*; without regard to case and accents',
    )
    .addOption(recordOption())
    .addOption(new Option("--in <where>", "what is searched").choices(["quotes", "documents"]).default("quotes"))
    .option("--limit <number>", "the most answers", wholeNumber, 20)
    .option("--retired", "also claims that a newer extraction retired, and texts that a newer version superseded", false)
    .addOption(knownOption())
    .option("--json", "as JSON lines", false)
    .action(async (words: string[], options) => finish((await import("./search.ts")).search(words, options)));

  program
    .command("events")
    .description("what happened, each happening once: the claims of all documents that tell of it, best date, independent sources")
    .argument("[actors...]", "a state or organisation, or two; all of the record when none is named")
    .addOption(recordOption())
    .addOption(knownOption())
    .option("-t, --type <types...>", "only claims of these types")
    .option("--json", "as JSON lines", false)
    .action(async (actors: string[], options) => finish((await import("./events.ts")).events(actors, options)));

  program
    .command("sources")
    .description("who says it: documents, claims and dates of each source, which of them copy another, which is preferred")
    .argument("[actors...]", "a state or organisation, or two; all of the record when none is named")
    .addOption(recordOption())
    .addOption(knownOption())
    .option("--json", "as JSON lines", false)
    .action(async (actors: string[], options) => finish((await import("./sources.ts")).sources(actors, options)));

  program
    .command("decide")
    .description("confirm, correct or reject a claim, merge or split events, prefer a source, undo a decision, list decisions")
    .argument("<what>", "confirm, reject, correct, merge, split, prefer, undo or list")
    .argument("[names...]", "claims, and what to correct in them; a source; a decision")
    .addOption(recordOption())
    .addOption(new Option("--by <who>", "who decides; CHANCERY_BY when not given").default(process.env.CHANCERY_BY))
    .option("--why <words>", "the reason; nothing is decided without one")
    .option("--over <source>", "prefer: only over this source")
    .option("--pair <actors...>", "prefer: only between these two")
    .option("--matter <kind>", "prefer: only in matters of this kind, such as relations or mission")
    .addOption(knownOption())
    .option("--json", "as JSON lines", false)
    .addHelpText(
      "after",
      `
  decide confirm CLAIM…                  the words say what the claim says
  decide reject CLAIM…                   they do not; the claim leaves every answer
  decide correct CLAIM FIELD=VALUE…      date=1962-10-05 · phase=ends · factuality=denied · type=visit · place="Quito (Ecuador)"
                                         level=embassy (a detail; "level=" takes it away) · host=Peru · host:Chile=Peru · host+=Peru
  decide merge CLAIM CLAIM…              they tell of one happening
  decide split CLAIM CLAIM…              no two of them do
  decide prefer SOURCE [--over SOURCE] [--pair A B] [--matter KIND]
                                         where sources contradict each other, this one is to be believed
  decide undo DECISION                   revokes a decision; undoing that brings it back
  decide list [--known DAY]              every decision, and whether it takes effect

Decisions are kept for ever, with who, when and why, and outlive a newer reading of the documents. Of two that conflict the later wins.`,
    )
    .action(async (what: string, names: string[], options) => finish((await import("./decide.ts")).decide(what, names, options)));

  program
    .command("history")
    .description("what became of a claim: extractions, versions of its document, decisions, when it was retired and why")
    .argument("<claim>", "the claim's id, or enough of its beginning")
    .addOption(recordOption())
    .option("--json", "as JSON lines", false)
    .action(async (id: string, options) => finish((await import("./history.ts")).history(id, options)));

  program
    .command("copy")
    .description("copies a whole record into a new one: a file into PostgreSQL, or back, with all that was retired or decided")
    .argument("<from>", "the record: a file, or postgres://USER@HOST/DATABASE")
    .argument("<to>", "where the copy goes: a new file, or a database without tables; an empty record will do")
    .option("--quiet", "no progress and no summary on standard error", false)
    .option("--json", "the rows of each table as JSON on standard output", false)
    .action(async (from: string, to: string, options) => finish((await import("./copy.ts")).copy(from, to, options)));

  program
    .command("documents")
    .description("the documents of a record")
    .addOption(recordOption())
    .option("--json", "as JSON lines", false)
    .action(async (options) => finish((await import("./documents.ts")).documents(options)));

  program
    .command("show")
    .description("one claim with its words in their place, and why it was read so")
    .argument("<claim>", "the claim's id, or enough of its beginning")
    .addOption(recordOption())
    .option("--json", "as JSON", false)
    .action(async (id: string, options) => finish((await import("./show.ts")).show(id, options)));

  program
    .command("explain")
    .description("how a sentence was read: parse, mentions, dates, and why each frame matched or did not")
    .argument("<claim or sentence>", "a claim's id, or a sentence in quotation marks")
    .addOption(recordOption())
    .option("--date <day>", "the date of the document that the sentence would stand in")
    .option("--title <title>", "the title of that document")
    .action(async (words: string, options) => finish((await import("./explain.ts")).explain(words, options)));

  program
    .command("try-rule")
    .description("what one frame finds in documents: each sentence with its trigger and roles marked, and the claims it would make")
    .argument("<id>", "the frame's id, such as visit/pay; docs/claim-types.md lists them")
    .argument("<paths...>", "files, folders, globs, addresses")
    .option("--misses", "also where its trigger words stand and it did not match, and why", false)
    .option("--frames <folder>", "frame files to try in place of those that come with Chancery")
    .option("--json", "as JSON lines", false)
    .option("--allow-private", "addresses may point to private networks", false)
    .option("--quiet", "no progress and no diagnostics on standard error", false)
    .action(async (id: string, paths: string[], options) => finish((await import("./try-rule.ts")).tryRule(id, paths, options)));

  program
    .command("code")
    .description("the PLOVER event between two marked actors, as JSON lines {id, event, factuality, rule}")
    .argument("<file>", "JSON lines {id, text, source: {start, end}, target: {start, end}}; - reads standard input")
    .action(async (path: string) => finish((await import("./code.ts")).code(path)));

  program
    .command("evaluate")
    .description("precision, recall and F1 of extraction against gold claims (JSON lines as docs/record.md describes)")
    .argument("<paths...>", "the documents that the gold claims are about")
    .requiredOption("-g, --gold <file>", "gold claims, one a line")
    .option("--by <what>", "a row for each type, document or format; several with commas")
    .option("--misses <number>", "print so many of the worst errors of each kind, with their sentences", wholeNumber, 0)
    .option("--save <file>", "keep this run in a file")
    .option("--against <file>", "print what was gained and lost since the run kept in this file")
    .option("--json", "as JSON", false)
    .action(async (paths: string[], options) => finish((await import("./evaluate.ts")).evaluate(paths, options)));

  program
    .command("doctor")
    .description("checks this installation and a record, and says what to do about faults")
    .addOption(recordOption())
    .option("--export <record>", "write what can still be read of a damaged record into this new one")
    .option("--json", "as JSON", false)
    .action(async (options) => finish((await import("./doctor.ts")).doctor(options)));

  return program;
}

async function finish(work: Promise<number>): Promise<void> {
  process.exitCode = await work;
}

async function main(): Promise<void> {
  // a reader that stops early (head, less) is no fault
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.done);
    throw error;
  });
  try {
    await buildProgram().parseAsync(withoutExclusions(process.argv));
  } catch (error) {
    process.exitCode = explain(error);
  }
}

/** In the words of a search `-word` is no option; a minus sign proper keeps it from being read as one. */
function withoutExclusions(argv: readonly string[]): string[] {
  return argv[2] === "search" ? argv.map((a) => (/^-[^-\s]\S/u.test(a) ? `\u2212${a.slice(1)}` : a)) : [...argv];
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  const name = error instanceof Error ? error.name : "";
  if (error instanceof UsageError || name === "UsageError" || name === "DecisionError") {
    console.error(`chancery: ${(error as Error).message}`);
    return EXIT.usage;
  }
  if (name === "RecordError") {
    console.error(`chancery: ${(error as Error).message}`);
    return EXIT.record;
  }
  if (name === "ReadError") {
    console.error(`chancery: ${(error as Error).message}`);
    return EXIT.someUnread;
  }
  console.error("chancery: a fault of Chancery itself; please report it with this text:");
  console.error(error);
  return EXIT.internal;
}

await main();
