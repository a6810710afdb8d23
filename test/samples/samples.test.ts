import { existsSync, readdirSync, readFileSync } from "node:fs";
import { PDFDocument } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { makeBriefing, makePaper } from "../../scripts/make-samples.ts";
import { CLAIM_TYPES, FACTUALITIES, PHASES, PLOVER_EVENTS } from "../../src/claims/claim.ts";
import { sampleDocuments, samples, squeeze } from "./sample-text.ts";

interface ExpectedClaim {
  readonly document: string;
  readonly type: string;
  readonly phase: string;
  readonly factuality: string;
  readonly participants: readonly { readonly role: string; readonly actor: string; readonly text: string }[];
  readonly date: string | null;
  readonly date_text: string | null;
  readonly details: Readonly<Record<string, string | number>>;
  readonly plover: string | null;
  readonly quote: string;
}

const files = readdirSync(samples);
const readme = readFileSync(new URL("../../docs/samples.md", import.meta.url), "utf8");
const documents = sampleDocuments();
const expected = readFileSync(new URL("expected.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as ExpectedClaim);

/** The roles of each type, as docs/record.md lists them; a mutual conflict has parties. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  relations: ["party"],
  recognition: ["recognizer", "recognized"],
  mission: ["sender", "host"],
  envoy: ["sender", "host"],
  membership: ["member", "organization"],
  office: ["holder", "organization"],
  agreement: ["party", "organization"],
  visit: ["visitor", "host"],
  meeting: ["participant", "organization"],
  founding: ["founder", "organization"],
  aid: ["donor", "recipient"],
  arms: ["supplier", "recipient"],
  deployment: ["sender", "host", "organization"],
  project: ["party", "organization"],
  figure: ["subject", "counterpart"],
  statement: ["speaker", "addressee"],
  conflict: ["initiator", "target", "party"],
  sanction: ["imposer", "target"],
  mediation: ["mediator", "party"],
  event: ["source", "target"],
};

describe("the sample documents", () => {
  it("are listed one by one in docs/samples.md, and nothing is listed that is not there", () => {
    const listed = [...readme.matchAll(/^\| `([^`]+)`(?: \| [^|]+){3} \|$/gmu)].map((match) => match[1]!);
    expect(listed.toSorted()).toEqual(files.toSorted());
  });

  it("cover every format that is read", () => {
    const endings = new Set(files.map((name) => name.slice(name.lastIndexOf("."))));
    expect([...endings].toSorted()).toEqual([".atom", ".docx", ".html", ".json", ".jsonl", ".md", ".pdf", ".txt", ".wiki", ".xml"]);
    expect(files.length).toBeGreaterThanOrEqual(18);
  });

  it("keep the damage that readers must stand", () => {
    const cut = readFileSync(new URL("wordpress-cut-off.txt", samples), "utf8");
    expect(() => JSON.parse(cut)).toThrow(SyntaxError);
    expect([...cut].filter((c) => c < " ")).toEqual(expect.arrayContaining(["\n", "\t", "\v"]));
    expect(cut.endsWith("the neg")).toBe(true);
    const paper = readFileSync(new URL("summits-forums-funds.txt", samples), "utf8");
    expect(paper).toMatch(/\p{Ll}-\n\p{Ll}/u);
    expect(paper.split("\f").length).toBeGreaterThan(2);
  });

  it("are made anew by the script, byte for byte", async () => {
    const bytes = await makePaper();
    expect(Buffer.compare(Buffer.from(bytes), readFileSync(new URL("korea-eclac-iadb-aladi.pdf", samples)))).toBe(0);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThanOrEqual(3);
    const docx = Buffer.from(await makeBriefing());
    expect(Buffer.compare(docx, readFileSync(new URL("korea-trade-agreements.docx", samples)))).toBe(0);
  });
});

describe("the expected claims", () => {
  it("speak of the documents that are there, and of all of them", () => {
    expect([...new Set(expected.map((claim) => claim.document))].toSorted()).toEqual([...documents.keys()].toSorted());
  });

  it.each(expected.map((claim, index) => [`${index + 1} ${claim.document} ${claim.type}/${claim.phase}`, claim] as const))(
    "line %s: quote and time words stand in the document, names are those of the record",
    (_, claim) => {
      const text = documents.get(claim.document)!;
      expect(text).toContain(squeeze(claim.quote));
      if (claim.date_text) expect(text.toLowerCase()).toContain(squeeze(claim.date_text).toLowerCase());
      expect(CLAIM_TYPES).toContain(claim.type);
      expect(PHASES).toContain(claim.phase);
      expect(FACTUALITIES).toContain(claim.factuality);
      if (claim.plover !== null) expect(PLOVER_EVENTS).toContain(claim.plover);
      else expect(claim.phase === "holds" || claim.type === "event").toBe(true);
      if (claim.date !== null)
        expect(claim.date).toMatch(/^(?:\.\.|\d{3}[\dX](?:-\d\d(?:-\d\d)?)?~?)(?:\/(?:\.\.|\d{4}(?:-\d\d(?:-\d\d)?)?))?$/u);
      for (const { role, actor, text: words } of claim.participants) {
        expect(ROLES[claim.type]).toContain(role);
        expect(actor).toMatch(/^(?:[A-Z]{3}|(?:org|group|region|x):[a-z0-9-]+)$/u);
        expect(words).not.toBe("");
      }
    },
  );

  it("show every type at least twice and every factuality", () => {
    const count = (type: string) => expected.filter((claim) => claim.type === type).length;
    expect(CLAIM_TYPES.filter((type) => count(type) < 2)).toEqual([]);
    expect(new Set(expected.map((claim) => claim.factuality))).toEqual(new Set(FACTUALITIES));
  });

  it("say no claim twice", () => {
    const seen = expected.map((claim) =>
      JSON.stringify([
        claim.document,
        claim.type,
        claim.phase,
        claim.factuality,
        claim.participants.map((p) => [p.role, p.actor]),
        claim.date,
        claim.details,
      ]),
    );
    expect(seen.length - new Set(seen).size).toBe(0);
  });
});

/** Runs of nine words, as lower-case words and figures without marks. */
function nineWordRuns(text: string): Set<string> {
  const words = text
    .replace(/<[^>]+>|\\u[0-9a-f]{4}/gu, " ")
    .toLowerCase()
    .match(/[\p{L}\p{N}']+/gu);
  const runs = new Set<string>();
  for (let i = 0; words && i + 9 <= words.length; i++) runs.add(words.slice(i, i + 9).join(" "));
  return runs;
}

const seeds = new URL("../../../shared/seeds/", import.meta.url);

describe.skipIf(!existsSync(seeds))("the words of the samples", () => {
  it("share no run of nine with the documents they take their facts from", () => {
    const foreign = new Set<string>();
    for (const name of readdirSync(seeds)) {
      const text = readFileSync(new URL(name, seeds), "utf8");
      for (const variant of [text, text.replace(/-\s*\n\s*/gu, "")]) for (const run of nineWordRuns(variant)) foreign.add(run);
    }
    const shared: string[] = [];
    for (const [name, text] of documents) for (const run of nineWordRuns(text)) if (foreign.has(run)) shared.push(`${name}: ${run}`);
    expect(shared).toEqual([]);
  });
});
