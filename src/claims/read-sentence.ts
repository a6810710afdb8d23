import type { Mention } from "../actors/mention.ts";
import type { Span } from "../document/document.ts";
import type { DateExpression } from "../language/date-expression.ts";
import type { Parse, Sentence, Token } from "../language/sentence.ts";
import { attachFollowing } from "./attach-following.ts";
import { attachPosts } from "./attach-posts.ts";
import { attachRecipients } from "./attach-recipients.ts";
import type { ClaimDate } from "./claim.ts";
import type { Amount } from "./find-amounts.ts";
import type { FrameSet } from "./frame.ts";
import { mendArguments } from "./mend-arguments.ts";
import { mendByActors } from "./mend-by-actors.ts";
import { mendCalques } from "./mend-calques.ts";
import { pairPartners } from "./pair-partners.ts";
import { meantIn, type ParsedPart, parseWords, type WordReader } from "./parse-parts.ts";
import { restoreAroundAsides } from "./restore-around-asides.ts";
import { restoreDeeds } from "./restore-deeds.ts";
import { type RestoredClause, restoreGaps } from "./restore-gaps.ts";
import { restoreSeries } from "./restore-series.ts";
import { spreadRespectively } from "./spread-respectively.ts";
import type { TableTemplate } from "./table-template.ts";

/** What one sentence brings to the reading of its claims. */
export interface ReadSentence {
  readonly sentence: Sentence;
  readonly parse: Parse;
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateExpression[];
  /** Those of its whole sentence, where a clause of it is read by itself. */
  readonly allDates: readonly DateExpression[];
  /** The date that leads the entry of a chronicle and is no part of the words read. */
  readonly lead: ClaimDate | null;
}

/** Where the stages before this one come in; a test can bring its own parses. */
export interface SentenceReader extends WordReader {
  readonly frames: FrameSet;
  readonly tables: readonly TableTemplate[];
  /** The parts of the sentence with that number, where they were parsed before. */
  readonly parsed?: (index: number) => readonly ParsedPart[] | null;
}

/** The mentions of a sentence, those added that refer to what was said before it; asked once its first parse is there. */
export type Refer = (named: readonly Mention[], parse: Parse) => readonly Mention[];

/**
 * A sentence as it is read for claims: whole, or the entries of a chronicle in it, each without its date; and where it
 * leaves out what it has said ("Chile opened an embassy in Hanoi, Peru one in Jakarta") each clause with what it shares.
 */
export function readParts(
  text: string,
  parts: readonly ParsedPart[],
  mentions: readonly Mention[],
  reader: SentenceReader,
  refer: Refer,
): ReadSentence[] {
  return parts.flatMap((part) => {
    const meant = meantIn(part.sentence, part.lead, mentions, part.amounts);
    const read = readWith(part, meant, part.parse, part.mended, reader, refer);
    const clauses = clausesOf(read);
    return clauses ? clauses.map((clause) => readClause(text, read, clause, part.amounts, reader)) : [read];
  });
}

/** The clauses of a sentence that leaves out what it has said; null where it says all. */
function clausesOf({ parse: { nodes }, mentions }: ReadSentence): readonly RestoredClause[] | null {
  return (
    spreadRespectively(nodes, mentions) ??
    restoreSeries(nodes, mentions) ??
    restoreDeeds(nodes, mentions) ??
    restoreAroundAsides(nodes, mentions) ??
    restoreGaps(nodes, mentions)
  );
}

/** Mends a parse by who is an actor in it, references included. `ahead` is the parse mended by those who are named, where it is there. */
function readWith(
  { sentence, dates, lead }: Pick<ParsedPart, "sentence" | "dates" | "lead">,
  meant: readonly Mention[],
  worded: Parse,
  ahead: Parse | null,
  reader: SentenceReader,
  refer: Refer | null,
): ReadSentence {
  const repaired = mendCalques(worded, reader.frames.lexicon.calques);
  const named = repaired === worded && ahead ? ahead : mendByActors(repaired, meant);
  const mentions = refer ? refer(meant, named) : meant;
  // whoever is referred to is an actor too, where the parse is mended by who is one
  const mended = mentions.length === meant.length ? named : mendByActors(repaired, mentions);
  return {
    sentence,
    mentions,
    dates,
    allDates: dates,
    lead,
    parse: attachFollowing(
      attachRecipients(attachPosts(pairPartners(mendArguments(mended, mentions), mentions, dates), mentions), mentions),
      mentions,
    ),
  };
}

function readClause(
  text: string,
  read: ReadSentence,
  clause: RestoredClause,
  amounts: readonly Amount[],
  reader: SentenceReader,
): ReadSentence {
  const { sentence, parse } = read;
  const tokens = clause.nodes.flatMap((i): Token[] => {
    const node = clause.parts?.get(i) ?? parse.nodes[i]!;
    const within = sentence.tokens.filter((t) => t.start >= node.start && t.end <= node.end);
    return within.length > 0 ? within : [{ start: node.start, end: node.end, text: text.slice(node.start, node.end) }];
  });
  const said = (span: Span): boolean => tokens.some((t) => t.start < span.end && t.end > span.start);
  const own: Sentence = {
    ...sentence,
    start: Math.min(...tokens.map((t) => t.start)),
    end: Math.max(...tokens.map((t) => t.end)),
    tokens,
  };
  const mentions = read.mentions.filter(said).map((m) => meantBy(partOf(text, m, clause), clause));
  const dates = read.dates.filter(said);
  const parsed = parseWords(text, own, mentions, dates, amounts.filter(said), reader);
  return { ...readWith({ sentence: own, dates, lead: read.lead }, mentions, parsed, null, reader, null), allDates: read.dates };
}

/** "the presidents of Peru and Chile" where the clause tells only of the latter. */
function partOf(text: string, mention: Mention, { parts }: RestoredClause): Mention {
  for (const { start, end, actor } of parts?.values() ?? [])
    if (actor && mention.actors.length > 1 && mention.start <= start && mention.end >= end)
      return { ...mention, start, end, text: text.slice(start, end), actors: [actor] };
  return mention;
}

/** "its" of the first clause means the new subject: "Togo recalled its envoy and Ghana [recalled its envoy]". */
function meantBy(mention: Mention, { subject }: RestoredClause): Mention {
  if (!subject || mention.form !== "reference") return mention;
  const same = mention.actors.length === subject.from.length && mention.actors.every((a) => subject.from.includes(a));
  return same ? { ...mention, actors: subject.to } : mention;
}
