import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadActors } from "../../src/actors/load-actors.ts";
import { readTable } from "../../src/actors/read-table.ts";
import { nearActors, resolveActor } from "../../src/actors/resolve-actor.ts";

const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));
const data = fileURLToPath(new URL("../../data/actors/", import.meta.url));
const table = (name: string) => readTable(readFileSync(`${data}${name}.tsv`, "utf8"));

describe("what people type", () => {
  test.each([
    ["South Korea", "KOR"],
    ["korea republic", "KOR"],
    ["republic of korea", "KOR"],
    ["Korea, Republic of", "KOR"],
    ["KOR", "KOR"],
    ["kr", "KOR"],
    ["410", "KOR"],
    ["Corea del Sur", "KOR"],
    ["corea del norte", "PRK"],
    ["대한민국", "KOR"],
    ["日本", "JPN"],
    ["Brasil", "BRA"],
    ["méxico", "MEX"],
    ["mexico", "MEX"],
    ["holanda", "NLD"],
    ["USA", "USA"],
    ["ee.uu.", "USA"],
    ["the united states", "USA"],
    ["bolivian", "BOL"],
    ["Cote d'Ivoire", "CIV"],
    ["ivory coast", "CIV"],
    ["st lucia", "LCA"],
    ["guinea bissau", "GNB"],
    ["burma", "MMR"],
    ["ussr", "SUN"],
    ["gran colombia", "x:gran-colombia"],
    ["celac", "org:celac"],
    ["org:celac", "org:celac"],
    ["the bank IADB", "org:iadb"],
    ["BID", "org:iadb"],
    ["mercosul", "org:mercosur"],
    ["cepal", "org:eclac"],
    ["un", "org:un"],
    ["latin america", "region:latin-america-caribbean"],
    ["farc", "group:farc"],
    ["koica", "org:koica"],
    ["vatican", "VAT"],
    ["kosovo", "XKX"],
  ])("%s is %s", (words, id) => {
    expect(resolveActor(words)?.id).toBe(id);
  });

  test.each(["", "xyzzy", "the", "Hogwarts"])("%j is nobody", (words) => {
    expect(resolveActor(words)).toBeNull();
  });

  test("near matches offer what was meant", () => {
    expect(nearActors("Equador").map((a) => a.id)).toContain("ECU");
    expect(nearActors("Sout Korea").map((a) => a.id)).toContain("KOR");
    expect(nearActors("celca").map((a) => a.id)).toContain("org:celac");
  });

  test("a language breaks a tie", () => {
    expect(resolveActor("Guinea Ecuatorial", { language: "es" })?.id).toBe("GNQ");
  });
});

describe("tables", () => {
  const lexicon = loadActors();

  test("hold all states with their codes, three hundred organisations and more, and members that are known", () => {
    const states = lexicon.actors.filter((a) => a.kind === "state");
    expect(states.length).toBeGreaterThanOrEqual(238);
    for (const state of states) {
      if (state.id !== "XKX") expect(state.numeric, state.id).toMatch(/^\d{3}$/);
      expect(state.iso2, state.id).toMatch(/^[A-Z]{2}$/);
    }
    expect(new Set(states.map((s) => s.iso2)).size).toBe(states.length);
    expect(states.filter((s) => s.cow).length).toBeGreaterThanOrEqual(193);
    const numbers = states.filter((s) => s.cow).map((s) => s.cow);
    expect(new Set(numbers).size).toBe(numbers.length);
    const organisations = lexicon.actors.filter((a) => a.kind === "organisation");
    expect(organisations.length).toBeGreaterThanOrEqual(400);
    for (const actor of lexicon.actors)
      for (const member of actor.members) expect(lexicon.actor(member), `${member} of ${actor.id}`).not.toBeNull();
  });

  test("know who belongs to what, and since when", () => {
    expect(lexicon.actor("org:un")!.members.length).toBe(193);
    expect(lexicon.actor("org:eu")!.members).not.toContain("GBR");
    expect(lexicon.actor("org:pacific-alliance")!.members.toSorted()).toEqual(["CHL", "COL", "MEX", "PER"]);
    expect(lexicon.actor("org:nato")!.members.length).toBe(32);
    expect(lexicon.actor("org:fealac")!.members.length).toBe(36);
    expect(lexicon.actor("org:grulac")!.members.length).toBe(33);
    const rows = table("memberships");
    expect(rows.find((r) => r.organisation === "org:eu" && r.member === "GBR")).toMatchObject({ from: "1973", to: "2020" });
    expect(lexicon.actor("region:latin-america-caribbean")!.members).toEqual(expect.arrayContaining(["BRA", "CUB", "JAM"]));
  });

  test("keep former states with years and successors", () => {
    expect(lexicon.actor("SUN")).toMatchObject({ from: 1922, to: 1991 });
    expect(lexicon.actor("x:gran-colombia")!.successors).toEqual(["COL", "ECU", "VEN", "PAN"]);
  });

  test("let national bodies act for their state", () => {
    expect(lexicon.actor("org:koica")).toMatchObject({ kind: "body", actsFor: "KOR" });
    for (const actor of lexicon.actors) if (actor.kind === "body") expect(actor.actsFor, actor.id).not.toBeNull();
  });

  test("keep share-alike leaders in a file of their own and ship none without a licence", () => {
    expect(table("leaders").every((r) => r.source === "factbook")).toBe(true);
    expect(table("leaders-own").every((r) => r.source === "own")).toBe(true);
    expect(table("leaders-countryinfo").every((r) => r.source === "CountryInfo")).toBe(true);
  });

  test.skipIf(!existsSync(`${shared}record/organisations.tsv`))("have every organisation of the record under its id and its names", () => {
    for (const row of readTable(readFileSync(`${shared}record/organisations.tsv`, "utf8"))) {
      expect(lexicon.actor(row.id!), row.id).not.toBeNull();
      expect(resolveActor(row.name!)?.id, row.name).toBe(row.id);
    }
  });
});

test("the lexicon loads fast", () => {
  const begun = performance.now();
  for (let i = 0; i < 3; i++) JSON.parse(readFileSync(`${data}lexicon.json`, "utf8"));
  expect((performance.now() - begun) / 3).toBeLessThan(500);
});

test("the built files are what the tables give, and the tables have no faults", () => {
  const script = fileURLToPath(new URL("../../scripts/build-actors.ts", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});
