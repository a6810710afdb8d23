import { claimId } from "../../src/claims/build-claims.ts";
import { CLAIM_TYPES, type Claim, type Phase } from "../../src/claims/claim.ts";
import { ROLES } from "../../src/claims/roles.ts";
import type { Document } from "../../src/document/document.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { readPlainText } from "../../src/read/plain-text.ts";
import { writeArticles } from "./prose.ts";
import { Random } from "./random.ts";

export type Pair = readonly [string, string];

const SOURCES = 40;
/** Words of quotes that are kept to be looked for. */
const MOST_WORDS = 600;
const ACTORS = (
  "USA CHN RUS GBR FRA DEU JPN KOR PRK TWN IND BRA MEX ARG CHL PER COL ECU VEN BOL PRY URY CUB DOM HTI GTM HND SLV NIC CRI PAN CAN AUS NZL IDN MYS SGP THA VNM PHL " +
  "LAO KHM MMR BGD PAK IRN IRQ ISR TUR EGY SAU ARE QAT KWT JOR LBN SYR MAR DZA TUN LBY NGA GHA SEN KEN ETH UGA TZA ZAF AGO MOZ ZWE ESP PRT ITA NLD BEL CHE AUT SWE NOR DNK FIN POL UKR"
).split(" ");
const PHASES: { readonly [type: string]: readonly Phase[] } = {
  agreement: ["negotiating", "signed", "in-force"],
  visit: ["occurs"],
  meeting: ["occurs"],
  statement: ["occurs"],
  event: ["occurs"],
};

/**
 * Documents with claims whose shape is like a real record's: pairs of actors by Zipf's law, bursts in time, 40 sources, some 25
 * claims a document. The same seed gives the same.
 */
export class RecordMaterial {
  /** Two words each of some quotes, one after the other. */
  readonly words: string[] = [];
  private readonly random = new Random(22);
  private readonly pairs = makePairs(this.random);
  private readonly used = new Set<Pair>();

  /** The pairs that have claims, the likelier first. */
  get known(): Pair[] {
    return this.pairs.filter((p) => this.used.has(p));
  }

  /** A pair drawn as the claims' are. */
  drawPair(random: Random): Pair {
    return this.pairs[random.zipf(this.pairs.length)]!;
  }

  /** So many claims, document by document. */
  async *documents(claims: number): AsyncGenerator<{ document: Document; claims: Claim[] }> {
    const { random, words } = this;
    const articles = writeArticles(23);
    for (let left = claims; left > 0; ) {
      const { value: article } = await articles.next();
      const paragraphs = article.sections.flatMap((s: { paragraphs: readonly string[] }) => s.paragraphs).slice(0, 12);
      const source = `source-${random.zipf(SOURCES)}/${article.number}.txt`;
      const document = readPlainText(MappedText.identity([article.title, ...paragraphs].join("\n\n")), {
        source,
        known: { title: article.title, date: { edtf: article.date, basis: "field" }, language: "en" },
      });
      const made = this.makeClaims(document, Math.min(random.between(5, 45), left));
      if (words.length < MOST_WORDS) words.push(...(random.pick(made).evidence.quote.match(/\p{L}{4,}/gu) ?? []).slice(0, 2));
      left -= made.length;
      yield { document, claims: made };
    }
  }

  private makeClaims(document: Document, count: number): Claim[] {
    const { random } = this;
    const blocks = document.blocks.filter((b) => b.kind === "paragraph");
    // a document is mostly about a few years
    const middle = random.between(1960, 2020);
    const claims: Claim[] = [];
    for (let i = 0; i < count; i++) {
      const type = CLAIM_TYPES[random.zipf(CLAIM_TYPES.length)]!;
      const roles = Object.keys(ROLES[type].roles);
      const pair = this.drawPair(random);
      this.used.add(pair);
      const [a, b] = pair;
      const block = random.pick(blocks);
      const start = block.start + random.between(0, Math.max(0, block.end - block.start - 90));
      const end = Math.min(block.end, start + random.between(40, 160));
      const year = middle + random.between(-3, 3);
      const month = String(random.between(1, 12)).padStart(2, "0");
      const edtf = random.pick([`${year}`, `${year}-${month}`, `${year}-${month}-${String(random.between(1, 28)).padStart(2, "0")}`]);
      const claim: Omit<Claim, "id"> = {
        type,
        phase: random.pick(PHASES[type] ?? ["begins", "holds", "ends"]),
        factuality: random.next() < 0.85 ? "actual" : "planned",
        participants: [
          { role: roles[0]!, actor: a, text: a },
          { role: ROLES[type].mutual ? roles[0]! : roles[1]!, actor: b, text: b },
        ],
        date: { edtf, text: edtf, basis: "stated" },
        place: null,
        details: {},
        plover: { event: null },
        evidence: { document: document.id, source: document.source, start, end, quote: document.text.slice(start, end), section: null },
        why: { rule: `${type}/bench`, confidence: 0.9 },
      };
      claims.push({ id: claimId(claim), ...claim });
    }
    return claims;
  }
}

/** All pairs, the likelier first. */
function makePairs(random: Random): Pair[] {
  return ACTORS.flatMap((a, i) => ACTORS.slice(i + 1).map((b) => [random.next() < 0.5 ? a : b, a, b] as const))
    .map(([first, a, b]) => [first, first === a ? b : a] as const)
    .map((pair) => ({ pair, weight: random.next() * (ACTORS.indexOf(pair[0]) + 1) * (ACTORS.indexOf(pair[1]) + 1) }))
    .sort((x, y) => x.weight - y.weight)
    .map(({ pair }) => pair);
}
