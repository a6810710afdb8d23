import type { Document } from "../document/document.ts";
import type { SentenceContext } from "./build-claims.ts";
import type { Claim } from "./claim.ts";
import type { FrameSet } from "./frame.ts";
import { ofPair } from "./implied-actor.ts";
import type { FrameMatch } from "./match-frames.ts";
import type { Outline } from "./outline.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** What an entry may be the name of: the frame by which such a thing is told, and the role of the two. */
interface Kind {
  readonly nouns: RegExp;
  readonly lacks: RegExp;
  readonly frame: string;
  readonly trigger: string;
  readonly role: string;
}

const DRAFT =
  /\b(?:draft|proposed|proposal|planned|possible|anniversary|violations?|collapse|end|death|review|law|bill|report|constitution\w*)\b/i;
const KINDS: readonly Kind[] = [
  {
    nouns:
      /^(?:agreement|treaty|pact|accord|protocol|convention|memorandum|mou|truce|ceasefire|armistice|concordat|compact|communiqué|declaration|waiver|settlement|arrangement)s?$/i,
    lacks: DRAFT,
    frame: "agreement/dated-title",
    trigger: "treaty",
    role: "party",
  },
  {
    nouns: /^(?:meeting|session|round|consultation|talk|dialogue|summit|commission|committee|conference|cabinet|encounter)s?$/i,
    lacks:
      /\b(?:negotiations?|accession|peace|ceasefire|free[- ]trade|trade agreement|draft|proposed|anniversary|electoral|truth|inquiry)\b/i,
    frame: "meeting/held",
    trigger: "meeting",
    role: "participant",
  },
  {
    nouns: /^(?:war|clashe?|skirmishe?)s?$/i,
    lacks: /\b(?:trade|cold|civil|words|world|prisoners?|end|cod|customs)\b/i,
    frame: "conflict/war",
    trigger: "war",
    role: "party",
  },
  {
    nouns: /^(?:relations|ties)$/i,
    lacks:
      /^(?!.*\bdiplomatic\b)|\b(?:end|rupture|break|breach|suspension|severance|crisis|trade|anniversary|years|improved|strained|without|resumption|restoration|rank|level)\b/i,
    frame: "relations/establish-bare",
    trigger: "establishment",
    role: "party",
  },
];
/** What tells a meeting from the body that meets: a number, a session, a place. */
const SITTING =
  /\b(?:first|second|third|\p{L}+th|\d+(?:st|nd|rd|th)|[IVX]{1,5}|session|meeting|round|consultations?|talks?|dialogue|summit|in)\b|[\d,]/iu;

/**
 * Entries of a chronicle, rows and items, of two states that are the mere name of what the two did: "1964: Cultural agreement", "5 May 2012 |
 * Second session of the joint commission, Accra", "1977 | Border war". Only where nobody else is named and no verb stands.
 */
export function bareEntries({ graph, actors }: SentenceContext, frames: FrameSet, memory: TopicMemory): FrameMatch[] {
  if (!graph.dated || !(memory.listed || memory.entry) || memory.pair.length !== 2) return [];
  if (memory.pair.some((actor) => kindOf(actor) !== "state") || actors.namesAnother(memory.pair)) return [];
  const root = graph.nodes.findIndex((n) => n.head < 0);
  if (root < 0 || graph.nodes.length > 14 || !isName(graph, root, memory.entry)) return [];
  const words = graph.nodes.map((n) => n.text).join(" ");
  const kind = KINDS.find(({ nouns, lacks }) => nouns.test(lastWord(graph.node(root).text)) && !lacks.test(words));
  // "Joint Commission": a body, not a meeting of it
  if (!kind || (kind.role === "participant" && !SITTING.test(words))) return [];
  const frame = frames.byNoun.get(kind.trigger)?.find((f) => f.id === kind.frame);
  if (!frame) return [];
  return [
    {
      frame: { ...frame, id: `${frame.type}/bare-entry`, conditions: [], confidence: 0.74 },
      trigger: root,
      theme: null,
      said: root,
      slots: graph.slots(root),
      fillers: new Map([
        [kind.role, ofPair(memory, graph, root).map((f) => ({ ...f, start: graph.nodes[0]!.start, end: graph.nodes.at(-1)!.end }))],
      ]),
      before: null,
      resumed: null,
    },
  ];
}

/** The entry is one noun with what belongs to it, and begins with a capital or a number; behind the date of a chronicle, however it begins. */
function isName(graph: SentenceGraph, root: number, isEntry: boolean): boolean {
  if (!graph.isNoun(root) && graph.node(root).upos !== "PROPN") return false;
  return (
    (isEntry || /^["“]?[\p{Lu}\d]/u.test(graph.nodes[0]!.text)) &&
    !graph.childrenBy(root, "nmod").some((n) => /^(?:between|with|among)$/.test(graph.preposition(n))) &&
    !graph.nodes.some((n) => /^(?:VB[DZPNG]?|MD)$/.test(n.xpos) || /^(?:[;:]|not|no|never)$/i.test(n.text))
  );
}

function lastWord(text: string): string {
  return text.split(/[\s-]+/).at(-1)!;
}

const PACT_COLUMN = /\b(?:agreements?|treat(?:y|ies)|conventions?|instruments?|pacts?|accords?|documents?)\b/i;

/** Without the entries that a reader of tables or lists told of too, by their columns, or left out on purpose. */
export function withoutReadEntries(claims: readonly Claim[], document: Document, outline: Outline): Claim[] {
  const blockOf = (claim: Claim): number => outline.blockAt(claim.evidence.start);
  const bare = claims.filter((c) => c.why.rule.endsWith("/bare-entry") && c.type !== "visit");
  if (bare.length === 0) return [...claims];
  const read = new Set(claims.filter((c) => /^(?:table|list)\//.test(c.why.rule)).map((c) => `${c.type} ${blockOf(c)}`));
  const isPactTable = ({ evidence }: Claim): boolean =>
    document.tables.some((t) => t.start <= evidence.start && evidence.start < t.end && t.columns.some((c) => PACT_COLUMN.test(c)));
  const doubled = new Set(bare.filter((c) => read.has(`${c.type} ${blockOf(c)}`) || (c.type === "agreement" && isPactTable(c))));
  return claims.filter((c) => !doubled.has(c));
}
