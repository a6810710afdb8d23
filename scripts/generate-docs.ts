/**
 * Writes what the documentation says about the program from the program itself: docs/claim-types.md, the list of conditions
 * in docs/frames.md, and what the commands of README.md print. Run `node scripts/generate-docs.ts` after a change to frames,
 * roles, conditions or the samples; a test compares.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CLAIM_TYPES, type ClaimType, FACTUALITIES, PHASES, type Phase } from "../src/claims/claim.ts";
import type { Frame } from "../src/claims/frame.ts";
import { loadFrames } from "../src/claims/load-frames.ts";
import { codePlover } from "../src/claims/plover.ts";
import { ROLES } from "../src/claims/roles.ts";
import { loadTableTemplates } from "../src/claims/table-template.ts";

const ROOT = join(import.meta.dirname, "..");
const MOST_TRIGGERS = 12;

/** The files that are generated, by their path from the root, with what they should hold. */
export function generatedDocs(): Map<string, string> {
  const frames = readFileSync(join(ROOT, "docs", "frames.md"), "utf8");
  return new Map([
    ["docs/claim-types.md", claimTypesPage()],
    ["docs/frames.md", withConditions(frames)],
    ["README.md", withSessions(readFileSync(join(ROOT, "README.md"), "utf8"))],
  ]);
}

function claimTypesPage(): string {
  const contract = readContract();
  const { frames } = loadFrames();
  const rows = CLAIM_TYPES.map((type) => {
    const own = frames.filter((f) => f.type === type);
    return `| [${type}](#${type}) | ${contract.get(type)!.roles} | ${contract.get(type)!.phases.join(" · ")} | ${own.length} | ${templatesOf(type).length} |`;
  });
  return `# Claim types

Made by \`node scripts/generate-docs.ts\` from docs/record.md, src/claims/roles.ts, data/frames and data/tables; do not edit.
What a claim is, and when words make one, is in [record.md](record.md); how frames are written is in [frames.md](frames.md).

| type | roles | phases | frames | table templates |
| --- | --- | --- | --- | --- |
${rows.join("\n")}

Every claim has a factuality: ${FACTUALITIES.join(" · ")}. All phases: ${PHASES.join(" · ")}.
“PLOVER” is the event code of an \`actual\` claim; a planned, proposed or possible one is mostly AGREE, asking for it REQUEST, a denied one REJECT.
Examples are sentences that the tests hold each frame to. A phase that no frame reads is said so.

${CLAIM_TYPES.map((type) => typeSection(type, contract.get(type)!, frames)).join("\n")}`;
}

function typeSection(type: ClaimType, contract: ContractRow, frames: readonly Frame[]): string {
  const roles = Object.entries(ROLES[type].roles).map(([role, kinds]) => `| \`${role}\` | ${kinds.join(", ")} |`);
  const phases = contract.phases.map((phase) => phaseSection(type, phase, frames));
  const templates = templatesOf(type).map((t) => `\`${t.id}\` (${t.phase})`);
  return `## ${type}

${ROLES[type].mutual ? "Mutual: the parties are equal." : "Directed."} ${contract.details ? `Details and limits: ${contract.details}.` : "No details of its own."}

| role | filled by |
| --- | --- |
${roles.join("\n")}

${phases.join("\n")}
${templates.length > 0 ? `\nRows of tables: ${templates.join(", ")}.\n` : ""}`;
}

function phaseSection(type: ClaimType, phase: Phase, frames: readonly Frame[]): string {
  const own = frames.filter((f) => f.type === type && (f.phase === phase || f.progressive === phase));
  const templates = templatesOf(type).filter((t) => t.phase === phase);
  const code = codePlover(type, phase, "actual", {});
  const head = `* **${phase}**${code ? ` · PLOVER ${code}` : ""}`;
  if (type === "figure") return `${head} · read without frames, by patterns over amounts and shares (src/claims/figure-patterns.ts)`;
  if (own.length === 0) return `${head} · ${templates.length > 0 ? "read from tables only" : "no frame reads it yet"}`;
  return `${head}\n${own.map((f) => `  * \`${f.id}\` ${triggersOf(f)}: “${f.yes[0]}”`).join("\n")}`;
}

function triggersOf(frame: Frame): string {
  const words = [...new Set([...frame.verbs, ...frame.nouns, ...frame.adjectives])];
  const shown = words.slice(0, MOST_TRIGGERS).join(", ");
  return words.length > MOST_TRIGGERS ? `${shown} … (${words.length})` : shown;
}

function templatesOf(type: ClaimType) {
  return loadTableTemplates().filter((t) => t.type === type);
}

interface ContractRow {
  readonly roles: string;
  readonly phases: readonly Phase[];
  /** The contract's own words. */
  readonly details: string;
}

/** The table of types in docs/record.md: phases and details of each. Throws when a type is missing. */
function readContract(): Map<ClaimType, ContractRow> {
  const text = readFileSync(join(ROOT, "docs", "record.md"), "utf8");
  return new Map(
    CLAIM_TYPES.map((type) => {
      const rows = text.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
      const cells = rows.find((row) => row[1] === `\`${type}\`` && row.length >= 6);
      if (!cells) throw new Error(`docs/record.md: the table of types has no row for ${type} with four cells`);
      const named = [...cells[3]!.matchAll(/`([a-z-]+)`/g)].map((m) => m[1]!);
      return [type, { roles: cells[2]!, phases: PHASES.filter((p) => named.includes(p)), details: cells[4]!.replace(/\.$/, "") }] as const;
    }),
  );
}

const MARKS = ["<!-- conditions: made by scripts/generate-docs.ts -->", "<!-- end of conditions -->"] as const;

/** The page with the list of conditions between its marks, from the comments in src/claims/conditions.ts and the files it gathers. */
function withConditions(page: string): string {
  const folder = join(ROOT, "src", "claims");
  const files = readdirSync(folder).filter((f) => /^(?:[a-z]+-)?conditions\.ts$/.test(f));
  const source = files
    .sort((a, b) => (a === "conditions.ts" ? -1 : b === "conditions.ts" ? 1 : a.localeCompare(b)))
    .map((f) => readFileSync(join(folder, f), "utf8"))
    .join("\n");
  const listed = [...source.matchAll(/^ {2}\/\*\*((?:(?!\*\/)[\s\S])+)\*\/\n {2}"?([a-z-]+)"?:/gm)].map(
    ([, says, name]) => `| \`${name}\` | ${says!.replace(/\s*\n\s*\*?\s*/g, " ").trim()} |`,
  );
  const [from, to] = [page.indexOf(MARKS[0]), page.indexOf(MARKS[1])];
  if (from < 0 || to < from) throw new Error(`docs/frames.md: the marks ${MARKS.join(" and ")} are missing`);
  const table = ["", "| condition | holds when |", "| --- | --- |", ...listed, ""].join("\n");
  return `${page.slice(0, from + MARKS[0].length)}\n${table}\n${page.slice(to)}`;
}

/** The page with what its commands really print: every line `$ …` of a console block is run over a record of the samples. */
function withSessions(page: string): string {
  const folder = mkdtempSync(join(tmpdir(), "chancery-readme-"));
  const path = [join(ROOT, "bin"), dirname(process.execPath), process.env.PATH].join(":");
  const run = (command: string): string => {
    const done = spawnSync("bash", ["-c", command], { cwd: folder, encoding: "utf8", env: { ...process.env, PATH: path } });
    if (done.status !== 0) throw new Error(`README.md: "${command}" ended with ${done.status}: ${done.stderr}`);
    return done.stdout.replace(/[ \t]+$/gm, "");
  };
  try {
    symlinkSync(join(ROOT, "samples"), join(folder, "samples"));
    run("chancery ingest samples --record samples.chancery --quiet || test $? = 1");
    return page.replace(/(?<=^```console\n)[\s\S]*?(?=^```$)/gm, (block) =>
      block
        .split("\n")
        .filter((line) => line.startsWith("$ "))
        .map((line) => `${line}\n${run(line.slice(2))}`)
        .join("\n"),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The page with its tables unpadded: two pages that differ only in how their tables are laid out become the same. */
export function withoutPadding(page: string): string {
  return page.replace(/^\|.*$/gm, (row) => row.replace(/\s+/g, " ").replace(/-{3,}/g, "---").trimEnd());
}

if (import.meta.main)
  for (const [path, text] of generatedDocs()) {
    const file = join(ROOT, path);
    const current = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (withoutPadding(current) !== withoutPadding(text)) writeFileSync(file, text);
  }
