import type { Mention } from "../actors/mention.ts";
import type { Span } from "../document/document.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import type { Parse, Sentence, Token, Unit } from "../language/sentence.ts";
import { attachFollowing } from "./attach-following.ts";
import { attachPosts } from "./attach-posts.ts";
import { attachRecipients } from "./attach-recipients.ts";
import { attachShares } from "./attach-shares.ts";
import { attachTitles } from "./attach-titles.ts";
import { chronicleParts, mayLead } from "./chronicle-parts.ts";
import type { ClaimDate } from "./claim.ts";
import { type Amount, findAmounts } from "./find-amounts.ts";
import { findUnits } from "./find-units.ts";
import type { FrameSet } from "./frame.ts";
import { mendArguments } from "./mend-arguments.ts";
import { mendAsides } from "./mend-asides.ts";
import { mendCalques } from "./mend-calques.ts";
import { mendCase } from "./mend-case.ts";
import { mendClauses } from "./mend-clauses.ts";
import { mendClefts } from "./mend-clefts.ts";
import { mendCompanions } from "./mend-companions.ts";
import { mendCoordination } from "./mend-coordination.ts";
import { mendDateline } from "./mend-dateline.ts";
import { mendDating } from "./mend-dating.ts";
import { mendDoers } from "./mend-doers.ts";
import { mendFronted } from "./mend-fronted.ts";
import { mendInForce } from "./mend-in-force.ts";
import { mendInterposedTime } from "./mend-interposed-time.ts";
import { mendLateObjects } from "./mend-late-objects.ts";
import { mendListings } from "./mend-listings.ts";
import { mendModals } from "./mend-modals.ts";
import { mendNaming } from "./mend-naming.ts";
import { mendParse } from "./mend-parse.ts";
import { mendParticles } from "./mend-particles.ts";
import { mendPartners } from "./mend-partners.ts";
import { mendPossessives } from "./mend-possessives.ts";
import { mendPronounSubjects } from "./mend-pronoun-subjects.ts";
import { mendQuantities } from "./mend-quantities.ts";
import { mendTelegrams } from "./mend-telegrams.ts";
import { mendWorth } from "./mend-worth.ts";
import { pairPartners } from "./pair-partners.ts";
import { repairHeadline } from "./repair-headline.ts";
import { repairReduced } from "./repair-reduced.ts";
import { repairVerbless } from "./repair-verbless.ts";
import { type RestoredClause, restoreGaps } from "./restore-gaps.ts";
import { spreadRespectively } from "./spread-respectively.ts";
import type { TableTemplate } from "./table-template.ts";

/** What one sentence brings to the reading of its claims. */
export interface ReadSentence {
  readonly sentence: Sentence;
  readonly parse: Parse;
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateExpression[];
  /** The date that leads the entry of a chronicle and is no part of the words read. */
  readonly lead: ClaimDate | null;
}

/** Where the stages before this one come in; a test can bring its own parses. */
export interface SentenceReader {
  readonly frames: FrameSet;
  readonly tables: readonly TableTemplate[];
  readonly parse: (text: string, sentence: Sentence, units: readonly Unit[]) => Parse;
  readonly findDates: (text: string, span: Span, context: DateContext) => DateExpression[];
}

/** The mentions of a sentence, those added that refer to what was said before it; asked once its first parse is there. */
export type Refer = (named: readonly Mention[], parse: Parse) => readonly Mention[];

/**
 * A sentence as it is read for claims: whole, or the entries of a chronicle in it, each without its date; and where it
 * leaves out what it has said ("Chile opened an embassy in Hanoi, Peru one in Jakarta") each clause with what it shares.
 */
export function readParts(
  text: string,
  sentence: Sentence,
  mentions: readonly Mention[],
  context: DateContext,
  reader: SentenceReader,
  refer: Refer,
): ReadSentence[] {
  const parts = mayLead(text, sentence)
    ? chronicleParts(text, sentence, reader.findDates(text, sentence, context))
    : [{ sentence, date: null }];
  return parts.flatMap((part) => {
    const within = part.date ? mentions.filter((m) => m.start >= part.sentence.start && m.end <= part.sentence.end) : mentions;
    const dated = part.date?.edtf ? { ...context, heading: part.date.edtf } : context;
    return readClauses(text, part.sentence, within, dated, reader, part.date, refer);
  });
}

function readClauses(
  text: string,
  sentence: Sentence,
  mentions: readonly Mention[],
  context: DateContext,
  reader: SentenceReader,
  lead: ClaimDate | null,
  refer: Refer,
): ReadSentence[] {
  const dates = reader.findDates(text, sentence, context);
  const amounts = findAmounts(text, sentence);
  // the "US" of "US$" is no state
  const meant = mentions.filter((m) => !amounts.some((a) => a.start < m.end && a.end > m.start));
  const read = parseWith(text, sentence, meant, dates, amounts, reader, lead, refer);
  const clauses = spreadRespectively(read.parse.nodes, read.mentions) ?? restoreGaps(read.parse.nodes, read.mentions);
  if (!clauses) return [read];
  return clauses.map((clause) => readClause(text, read, clause, amounts, reader));
}

/** What is mended by the words alone, in this order, before it is known who is an actor. */
const WORD_MENDS: readonly ((parse: Parse) => Parse)[] = [
  attachTitles,
  mendParticles,
  mendCase,
  mendDating,
  mendInterposedTime,
  mendPronounSubjects,
  mendFronted,
  mendQuantities,
  mendPossessives,
  mendWorth,
  mendModals,
  mendLateObjects,
  mendDoers,
  mendInForce,
  mendAsides,
  attachShares,
  mendNaming,
  mendClefts,
  repairVerbless,
  repairHeadline,
  mendTelegrams,
  repairReduced,
];

function parseWith(
  text: string,
  sentence: Sentence,
  meant: readonly Mention[],
  dates: readonly DateExpression[],
  amounts: readonly Amount[],
  reader: SentenceReader,
  lead: ClaimDate | null,
  refer: Refer | null,
): ReadSentence {
  const units = findUnits(sentence, meant, dates, amounts, text).filter((unit) => isWhole(text, sentence, unit));
  const worded = WORD_MENDS.reduce((parse, mend) => mend(parse), reader.parse(text, sentence, units));
  const repaired = mendCalques(worded, reader.frames.lexicon.calques);
  const mend = (known: readonly Mention[]): Parse =>
    mendListings(
      mendCoordination(mendClauses(mendCompanions(mendPartners(mendParse(mendDateline(repaired, known), known), known), known), known)),
      known,
    );
  const named = mend(meant);
  const mentions = refer ? refer(meant, named) : meant;
  // whoever is referred to is an actor too, where the parse is mended by who is one
  const mended = mentions.length === meant.length ? named : mend(mentions);
  return {
    sentence,
    mentions,
    dates,
    lead,
    parse: attachFollowing(
      attachRecipients(attachPosts(pairPartners(mendArguments(mended, mentions), mentions, dates), mentions), mentions),
      mentions,
    ),
  };
}

/** The words of the span stand in the sentence one after the other, none left out. */
function isWhole(text: string, { tokens }: Sentence, span: Span): boolean {
  let at = tokens.findIndex((t) => t.start <= span.start && t.end > span.start);
  if (at < 0) return false;
  while (tokens[at]!.end < span.end) {
    const next = tokens[at + 1];
    if (!next || next.start < tokens[at]!.end || text.slice(tokens[at]!.end, next.start).trim() !== "") return false;
    at++;
  }
  return true;
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
  return parseWith(
    text,
    own,
    read.mentions.filter(said).map((m) => meantBy(m, clause)),
    read.dates.filter(said),
    amounts.filter(said),
    reader,
    read.lead,
    null,
  );
}

/** "its" of the first clause means the new subject: "Togo recalled its envoy and Ghana [recalled its envoy]". */
function meantBy(mention: Mention, { subject }: RestoredClause): Mention {
  if (!subject || mention.form !== "reference") return mention;
  const same = mention.actors.length === subject.from.length && mention.actors.every((a) => subject.from.includes(a));
  return same ? { ...mention, actors: subject.to } : mention;
}
