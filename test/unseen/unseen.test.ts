import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CLAIM_TYPES, type ClaimType, FACTUALITIES, PHASES, PLOVER_EVENTS } from "../../src/claims/claim.ts";
import { PHASES_OF } from "../../src/claims/claim-schema.ts";

// Checks the form of the sets that are annotated apart from the rules. It prints identifiers and line numbers, never content.

interface GoldClaim {
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
  readonly hard?: readonly string[];
}

interface Post {
  readonly id: number;
  readonly content: { readonly rendered: string };
}

interface Paragraph {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly text: string;
  readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly actors: readonly string[];
    readonly form: string;
    readonly optional?: boolean;
  }[];
  readonly traps: readonly string[];
}

const ACTOR = /^(?:[A-Z]{3}|(?:org|group|region|x):[a-z0-9]+(?:-[a-z0-9]+)*)$/;
const EDTF_DATE = /^(?:\d{4}|\d{3}X|\d{2}XX|\d{4}-\d{2}|\d{4}-\d{2}-\d{2}|XXXX-\d{2}(?:-\d{2})?)[~?%]?$/;
const ENDPOINT_ROLES: Readonly<Record<string, readonly string[]>> = {
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
const FILLED: Readonly<Record<string, readonly string[]>> = {
  aid: ["instrument"],
  agreement: ["instrument"],
  figure: ["measure", "value"],
  statement: ["stance", "topic"],
  arms: ["item"],
  membership: ["standing"],
  office: ["office"],
  founding: ["name"],
  project: ["kind"],
  conflict: ["kind"],
  sanction: ["kind"],
  visit: ["rank"],
};
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  "agreement.instrument": "free-trade trade investment cooperation memorandum security defence peace contract declaration other".split(" "),
  "aid.instrument": "grant loan credit-line fund humanitarian technical military".split(" "),
  "visit.rank": "head-of-state head-of-government foreign-minister minister official delegation military".split(" "),
  "meeting.format": "bilateral ministerial summit assembly forum conference seminar workshop".split(" "),
  "statement.stance": "supports praises criticises accuses demands requests pledges threatens rejects apologises".split(" "),
  "project.kind": "programme study publication exercise training infrastructure".split(" "),
  "conflict.kind": "war clash raid attack occupation border-dispute".split(" "),
  "figure.measure": "trade exports imports investment aid arms-share population missions other".split(" "),
  "membership.standing": "member observer associate dialogue-partner strategic-partner elected-member".split(" "),
  "mission.level":
    "embassy high-commission legation consulate-general consulate honorary-consulate permanent-mission representative-office trade-office".split(
      " ",
    ),
};
const FORMS = ["name", "demonym", "capital", "city", "body", "office", "person", "reference"];

function readLines<T>(path: string): T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}

function decodeEntities(text: string): string {
  const named: Readonly<Record<string, string>> = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    rsquo: "’",
    lsquo: "‘",
    ldquo: "“",
    rdquo: "”",
    ndash: "–",
    mdash: "—",
    middot: "·",
    rsaquo: "›",
    copy: "©",
    oacute: "ó",
    eacute: "é",
    ocirc: "ô",
  };
  return text.replace(/&(#\d+|[a-z]+);/gi, (whole, code: string) =>
    code.startsWith("#") ? String.fromCodePoint(Number(code.slice(1))) : (named[code.toLowerCase()] ?? whole),
  );
}

function stripWiki(text: string): string {
  let plain = text.replace(/<ref[^>]*\/>/g, "").replace(/<ref[^>]*>[\s\S]*?<\/ref>/g, "");
  plain = plain.replace(/\[\[(?:File|Category):[^\]]*\]\]/g, " ").replace(/\{\{flag\|([^}]*)\}\}/g, "$1");
  for (let i = 0; i < 3; i++) plain = plain.replace(/\{\{[^{}]*\}\}/g, "");
  return plain
    .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, "$1")
    .replace(/'{2,}/g, "")
    .replace(/\|\||^\|[-+}]?|^!|!!|^\{\|.*$/gm, " ");
}

/** Text as a reader of the page would see it, roughly: enough to look quotes up in it. */
function normalise(text: string): string {
  const noMarks = text.replace(/(\w)[-‐]\s*\n\s*(?=[a-z])/g, "$1").replace(/\*\*|(?<=\s)\*(?=\w)|(?<=\w)\*(?=\W)/g, "");
  return noMarks.replace(/\s+/g, " ");
}

function readDocuments(folder: string): Map<string, string> {
  const texts = new Map<string, string>();
  const stripTags = (html: string): string =>
    decodeEntities(
      html
        .replace(/<(style|script)[\s\S]*?<\/\1>/g, " ")
        .replace(/<\/?(?:p|td|th|tr|li|h\d|div|ol|ul|blockquote)\b[^>]*>/g, " ")
        .replace(/<[^>]*>/g, ""),
    );
  for (const file of readdirSync(folder)) {
    const raw = readFileSync(join(folder, file), "utf8");
    const base = file.replace(/\.[a-z]+$/, "");
    if (file.endsWith(".html")) texts.set(base, normalise(stripTags(raw)));
    else if (file.endsWith(".wiki")) texts.set(base, normalise(stripWiki(raw)));
    else if (file.endsWith(".jsonl"))
      for (const item of readLines<{ id: string; text: string }>(join(folder, file))) texts.set(item.id, normalise(item.text));
    else if (file.endsWith(".json")) {
      const read = JSON.parse(raw) as Post | Post[];
      if (Array.isArray(read)) for (const post of read) texts.set(`${file}#${post.id}`, normalise(stripTags(post.content.rendered)));
      else texts.set(base, normalise(stripTags(read.content.rendered)));
    } else if (raw.includes("<feed"))
      for (const entry of raw.match(/<entry>[\s\S]*?<\/entry>/g) ?? []) {
        const id = /<id>([^<]*)</.exec(entry)?.[1] ?? "";
        const body = /<content[^>]*>([\s\S]*?)<\/content>/.exec(entry)?.[1] ?? "";
        texts.set(`${file}#${id}`, normalise(stripTags(decodeEntities(body))));
      }
    else if (raw.includes("<rss"))
      for (const item of raw.match(/<item>[\s\S]*?<\/item>/g) ?? []) {
        const id = /<guid[^>]*>([^<]*)</.exec(item)?.[1] ?? "";
        const body = /<!\[CDATA\[([\s\S]*?)\]\]>/.exec(item)?.[1] ?? "";
        texts.set(`${file}#${id}`, normalise(stripTags(body)));
      }
    else if (raw.includes("<mediawiki"))
      for (const page of raw.match(/<page>[\s\S]*?<\/page>/g) ?? []) {
        const id = /<id>(\d+)<\/id>/.exec(page)?.[1] ?? "";
        const body = /<text[^>]*>([\s\S]*?)<\/text>/.exec(page)?.[1] ?? "";
        texts.set(`${file}#${id}`, normalise(stripWiki(decodeEntities(body))));
      }
    else texts.set(base, normalise(raw));
  }
  return texts;
}

function faultsOf(claim: GoldClaim, texts: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const roles = ENDPOINT_ROLES[claim.type];
  if (!(CLAIM_TYPES as readonly string[]).includes(claim.type) || !roles) return ["type"];
  if (!(PHASES_OF[claim.type as ClaimType] as readonly string[]).includes(claim.phase)) faults.push("phase");
  if (!(FACTUALITIES as readonly string[]).includes(claim.factuality)) faults.push("factuality");
  if (claim.plover !== null && !(PLOVER_EVENTS as readonly string[]).includes(claim.plover)) faults.push("plover");
  const text = texts.get(claim.document);
  if (text === undefined) return [...faults, "document"];
  for (const p of claim.participants) {
    if (!roles.includes(p.role)) faults.push(`role ${p.role}`);
    if (!ACTOR.test(p.actor)) faults.push("actor");
    if (!text.includes(normalise(p.text))) faults.push(`participant text (${p.actor})`);
  }
  if (claim.participants.length < 2 && !["founding", "agreement", "statement", "event"].includes(claim.type))
    faults.push("one participant");
  if (claim.date !== null) {
    const ends = claim.date.split("/");
    if (ends.length > 2 || !ends.every((e, i) => EDTF_DATE.test(e) || (e === ".." && i === (ends[0] === ".." ? 0 : 1))))
      faults.push("edtf");
    if (ends.some((e) => /^\d{4}-\d{2}/.test(e) && (Number(e.slice(5, 7)) < 1 || Number(e.slice(5, 7)) > 12))) faults.push("month");
    if (ends.some((e) => /^\d{4}-\d{2}-\d{2}/.test(e) && Number.isNaN(Date.parse(e.slice(0, 10))))) faults.push("day");
  } else if (claim.date_text !== null) faults.push("date text without date");
  for (const key of FILLED[claim.type] ?? []) if (claim.details[key] === undefined) faults.push(`detail ${key}`);
  for (const [key, value] of Object.entries(claim.details)) {
    const choice = CHOICES[`${claim.type}.${key}`];
    if (choice && !choice.includes(String(value))) faults.push(`detail ${key}`);
  }
  if (!text.includes(normalise(claim.quote))) faults.push("quote");
  const words = claim.quote.split(/\s+/).length;
  if (words > 30) faults.push("quote too long");
  return faults;
}

const PARAGRAPHS = ["development", "unseen"]
  .map((name) => ({ name, path: join(import.meta.dirname, "..", name, "mentions.txt") }))
  .filter(({ path }) => existsSync(path));

describe.each(PARAGRAPHS)("$name mentions", ({ path }) => {
  const paragraphs = readLines<Paragraph>(path);

  it("holds forty paragraphs with enough mentions, references and traps", () => {
    expect(paragraphs).toHaveLength(40);
    expect(new Set(paragraphs.map((p) => p.id)).size).toBe(40);
    const required = paragraphs.flatMap((p) => p.mentions).filter((m) => !m.optional);
    expect(required.length).toBeGreaterThan(400);
    expect(required.filter((m) => m.form === "reference").length).toBeGreaterThan(100);
    expect(paragraphs.flatMap((p) => p.traps).length).toBeGreaterThan(60);
  });

  it.each(paragraphs.map((p) => [p.id, p] as const))("%s: offsets, actors and traps are right", (_id, p) => {
    expect(/^\d{4}-\d{2}-\d{2}$/.test(p.date)).toBe(true);
    let at = 0;
    for (const m of p.mentions) {
      expect(m.start).toBeGreaterThanOrEqual(at);
      expect(p.text.slice(m.start, m.end) === m.text).toBe(true);
      expect(m.actors.length > 0 && m.actors.every((a) => ACTOR.test(a))).toBe(true);
      expect(FORMS).toContain(m.form);
      at = m.end;
    }
    for (const trap of p.traps) {
      const start = p.text.indexOf(trap);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(p.mentions.every((m) => m.end <= start || m.start >= start + trap.length)).toBe(true);
    }
  });
});

const SETS = [
  { name: "development", folder: join(import.meta.dirname, "..", "development"), documents: 14, claims: 300 },
  { name: "unseen", folder: import.meta.dirname, documents: 23, claims: 750 },
];

describe.each(SETS)("$name claims", ({ name, folder, documents, claims: promised }) => {
  const texts = readDocuments(join(folder, "documents"));
  const claims = readLines<GoldClaim>(join(folder, "claims.jsonl"));

  it("is as large as promised", () => {
    expect(readdirSync(join(folder, "documents")).length).toBeGreaterThanOrEqual(documents);
    expect(claims.length).toBeGreaterThanOrEqual(promised);
    const hard = claims.filter((c) => c.hard?.length).length / claims.length;
    expect(hard).toBeGreaterThan(1 / 3);
    const found = new Set(claims.map((c) => c.type));
    expect(CLAIM_TYPES.filter((t) => !found.has(t))).toEqual([]);
    if (name === "unseen") expect(hard).toBeLessThan(2 / 3);
    if (name === "development") {
      const phases = new Set(claims.map((c) => c.phase));
      expect(PHASES.filter((p) => !phases.has(p))).toEqual([]);
      const factualities = new Set(claims.map((c) => c.factuality));
      expect(FACTUALITIES.filter((f) => !factualities.has(f))).toEqual([]);
    }
  });

  it("leaves at least a quarter of the sentences without a claim", () => {
    let all = 0;
    let bare = 0;
    for (const [id, text] of texts) {
      const quotes = claims.filter((c) => c.document === id).map((c) => normalise(c.quote));
      for (const sentence of text.split(/(?<=[.?!]["”’)]?)\s+(?=["“(]?[A-Z])/)) {
        if (sentence.length < 25) continue;
        all++;
        if (!quotes.some((q) => sentence.includes(q) || q.includes(sentence.slice(0, 40)))) bare++;
      }
    }
    expect(bare / all).toBeGreaterThan(0.25);
  });

  it("has claims of the right form, whose words stand in their documents", () => {
    const faults = claims.flatMap((c, i) => faultsOf(c, texts).map((f) => `line ${i + 1} (${c.document}, ${c.type}): ${f}`));
    expect(faults).toEqual([]);
  });

  it("says nothing twice", () => {
    const seen = new Map<string, number>();
    const twice: string[] = [];
    for (const [i, c] of claims.entries()) {
      const key = JSON.stringify([
        c.document,
        c.type,
        c.phase,
        c.factuality,
        c.participants.map((p) => `${p.role} ${p.actor}`).sort(),
        c.date,
        c.details,
      ]);
      const before = seen.get(key);
      if (before !== undefined) twice.push(`lines ${before + 1} and ${i + 1}`);
      seen.set(key, i);
    }
    expect(twice).toEqual([]);
  });
});
