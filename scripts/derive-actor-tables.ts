import { readFileSync, writeFileSync } from "node:fs";
import { readTable } from "../src/actors/read-table.ts";

/**
 * Writes memberships.tsv, leaders.tsv and leaders-countryinfo.tsv from the shared data packs.
 *
 * Memberships come from the last edition of the World Factbook, with the first edition that has them from the run of all editions, then
 * memberships-by-hand.tsv. Leaders of source REIGN have no licence and are left out; those of CountryInfo go to a file of their own.
 */
export function deriveTables(shared: string, folder: string): void {
  const read = (path: string) => readTable(readFileSync(path, "utf8"));
  deriveMemberships(read, shared, folder);
  deriveLeaders(read, shared, folder);
}

type Read = (path: string) => ReturnType<typeof readTable>;

const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  ADB: ["AsDB"],
  IDB: ["IDB"],
  CAN: ["CAN", "AG"],
  Interpol: ["INTERPOL", "Interpol"],
  ICCt: ["ICCt", "ICCT"],
  OIF: ["OIF", "Francophonie", "ACCT"],
  CABEI: ["BCIE", "CABEI"],
  AU: ["AU"],
  EAEU: ["EAEU", "EEU"],
  "World Bank Group": ["IBRD"],
};

function deriveMemberships(read: Read, shared: string, folder: string): void {
  const organisations = read(`${folder}organisations.tsv`);
  const now = read(`${shared}organisations-membership.tsv`);
  const editions = read(`${shared}organisations-membership-editions.tsv`);
  const known = new Set([...read(`${folder}states.tsv`), ...read(`${folder}former-states.tsv`)].map((row) => row.id!));
  const byHand = read(`${folder}memberships-by-hand.tsv`);
  const decided = new Set(byHand.map((row) => `${row.organisation} ${row.member}`));
  const replaced = new Set(byHand.filter((row) => row.source === "all by hand").map((row) => row.organisation));
  const lines: string[][] = [];
  for (const organisation of organisations) {
    if (replaced.has(organisation.id)) continue;
    for (const key of (organisation.factbook ?? "").split(",").filter(Boolean)) {
      const spells = editions.filter((row) => [key, ...(VARIANTS[key] ?? [])].includes(row.as_written!));
      const seen = new Set<string>();
      for (const row of now.filter((r) => r.organisation === key)) {
        if (!known.has(row.iso3!) || decided.has(`${organisation.id} ${row.iso3}`) || seen.has(`${row.iso3}${row.standing}`)) continue;
        if (["ngos-only", "national-committee", "subbureau", "other"].includes(row.standing!)) continue;
        seen.add(`${row.iso3}${row.standing}`);
        const first = spells.filter((s) => s.iso3 === row.iso3 && s.standing === row.standing).map((s) => Number(s.first_edition));
        lines.push([organisation.id!, row.iso3!, row.standing!, first.length > 0 ? String(Math.min(...first)) : "", "", "factbook"]);
      }
      for (const spell of spells) {
        if (Number(spell.last_edition) >= 2024 || !known.has(spell.iso3!) || decided.has(`${organisation.id} ${spell.iso3}`)) continue;
        if (seen.has(`${spell.iso3}${spell.standing}`) || !["member", "observer", "associate"].includes(spell.standing!)) continue;
        seen.add(`${spell.iso3}${spell.standing}`);
        lines.push([organisation.id!, spell.iso3!, spell.standing!, spell.first_edition!, spell.last_edition!, "factbook editions"]);
      }
    }
  }
  for (const row of byHand) lines.push([row.organisation!, row.member!, row.standing!, row.from!, row.to!, "by hand"]);
  const unique = [...new Map(lines.map((line) => [line.slice(0, 3).join(" "), line])).values()];
  unique.sort((a, b) => a[0]!.localeCompare(b[0]!) || a[1]!.localeCompare(b[1]!) || a[2]!.localeCompare(b[2]!));
  write(`${folder}memberships.tsv`, ["organisation", "member", "standing", "from", "to", "source"], unique);
}

function deriveLeaders(read: Read, shared: string, folder: string): void {
  const known = new Set([...read(`${folder}states.tsv`), ...read(`${folder}former-states.tsv`)].map((row) => row.id!));
  const factbook: string[][] = [];
  const countryinfo: string[][] = [];
  for (const row of read(`${shared}leaders.tsv`)) {
    const source = row.source!;
    if (source.startsWith("REIGN")) continue;
    const office = officeOf(row.office!, row.role!);
    if (!office || !/\p{L}{2}.*\s\p{L}/u.test(row.person!) || /^(?:vacant|note|none)/i.test(row.person!)) continue;
    const isCountryInfo = source.startsWith("CountryInfo");
    let state = row.iso3!;
    if (isCountryInfo && state === "RUS" && row.to !== "" && row.to! < "1991-12-27") state = "SUN";
    if (!known.has(state) || territories.has(state)) continue;
    if (state !== "GBR" && /Elizabeth II|Charles III/.test(row.person!)) continue;
    const person = row
      .person!.replace(/\s+/g, " ")
      .replace(/[,;].*$/, "")
      .trim();
    (isCountryInfo ? countryinfo : factbook).push([
      state,
      person,
      "",
      office,
      row.from!,
      row.to!,
      isCountryInfo ? "CountryInfo" : "factbook",
    ]);
  }
  const header = ["state", "person", "surname", "office", "from", "to", "source"];
  write(`${folder}leaders.tsv`, header, factbook);
  write(`${folder}leaders-countryinfo.tsv`, header, countryinfo);
}

/** Heads of state of territories are those of another state. */
const territories = new Set(
  "ABW AIA ASM BES BLM BMU COK CUW CYM FLK FRO GIB GGY GLP GRL GUF GUM HKG IMN JEY MAC MAF MNP MSR MTQ MYT NCL NIU PRI PYF REU SHN SJM SPM SXM TCA TKL VGB VIR WLF ATA".split(
    " ",
  ),
);

function officeOf(office: string, role: string): string | null {
  if (role === "foreign-minister")
    return /secretary,|senior|acting|deputy|vice/i.test(office) && !/minister/i.test(office) ? null : "foreign-minister";
  if (role !== "head-of-state-or-government") return role === "effective-leader" ? "leader" : role;
  if (/vice|deputy/i.test(office)) return null;
  if (/prime minister|premier|chancellor|council of ministers|head of government|chief minister/i.test(office)) return "head-of-government";
  if (/president|king|queen|emir|sultan|emperor|head of state|monarch|prince|grand duke|pope|shah|regent/i.test(office))
    return "head-of-state";
  return "leader";
}

function write(path: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  writeFileSync(path, `${[header, ...rows].map((row) => row.join("\t")).join("\n")}\n`);
}
