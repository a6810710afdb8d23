import { loadActors } from "../actors/load-actors.ts";
import type { Mention } from "../actors/mention.ts";
import { ReferenceReader } from "../actors/resolve-references.ts";
import { StatesThen } from "../actors/states-then.ts";
import type { Document } from "../document/document.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import type { Sentence } from "../language/sentence.ts";
import { answered, answerTo, asStated } from "./answered-questions.ts";
import { bareEntries, withoutReadEntries } from "./bare-entries.ts";
import { bareVisits } from "./bare-visits.ts";
import { buildClaims } from "./build-claims.ts";
import type { Claim, ClaimDate } from "./claim.ts";
import { ClaimDates, NO_DATE } from "./claim-dates.ts";
import { dateByGathering, dateByNoun } from "./date-by-gathering.ts";
import { dateByOccasion, leadOccasion } from "./date-by-occasion.ts";
import { dateOfJubilee, JUBILEE } from "./date-of-jubilee.ts";
import { openedThen } from "./entry-posts.ts";
import type { FrameSet } from "./frame.ts";
import { dateAsTold, rememberMeetings } from "./go-on-with-meeting.ts";
import { readLastResort } from "./last-resort.ts";
import { isLetterhead } from "./letterhead.ts";
import { leadersOf } from "./list-leaders.ts";
import { type FrameMatch, type FrameMiss, matchFrames } from "./match-frames.ts";
import { isWaitedFor } from "./mend-waiting.ts";
import { isOnlyStance } from "./only-stance.ts";
import { mentionsByName } from "./parse-document.ts";
import { PhraseActors } from "./phrase-actors.ts";
import { loadPloverLexicon } from "./plover-lexicon.ts";
import { readAttendanceLists } from "./read-attendance-lists.ts";
import { readCredentialLists } from "./read-credential-lists.ts";
import { readEnvoyLists } from "./read-envoy-lists.ts";
import { readFigureTables } from "./read-figure-tables.ts";
import { readFigures, withoutCountedAid } from "./read-figures.ts";
import { readFlowTables } from "./read-flow-tables.ts";
import { readInOrder, type SentenceFault } from "./read-in-order.ts";
import { readKeyValues } from "./read-key-values.ts";
import { readListedMemberships } from "./read-listed-memberships.ts";
import { readListedPosts } from "./read-listed-posts.ts";
import { readOfficeLists } from "./read-office-lists.ts";
import { readPactLists } from "./read-pact-lists.ts";
import { readPosts } from "./read-posts.ts";
import type { ReadSentence, SentenceReader } from "./read-sentence.ts";
import { readTables } from "./read-tables.ts";
import { readVisits } from "./read-visits.ts";
import { ENDS_FIGHTING, TURNS_TIES } from "./recall-foes.ts";
import { actsTold, repeatActs } from "./repeat-acts.ts";
import { SentenceGraph } from "./sentence-graph.ts";
import { settleBlocPacts } from "./settle-bloc-pacts.ts";
import { settleCalls } from "./settle-calls.ts";
import { settleCancelled } from "./settle-cancelled.ts";
import { settleDoubles } from "./settle-doubles.ts";
import { settleElections } from "./settle-elections.ts";
import { settleFormerCapitals } from "./settle-former-capitals.ts";
import { settleFuture } from "./settle-future.ts";
import { settleHomeEvents } from "./settle-home-events.ts";
import { settleMediations } from "./settle-mediations.ts";
import { settleMissions } from "./settle-missions.ts";
import { settleReceptions } from "./settle-receptions.ts";
import { settleStanding } from "./settle-standing.ts";
import { settleStatements } from "./settle-statements.ts";
import { settleSwitches } from "./settle-switches.ts";
import { settleTours } from "./settle-tours.ts";
import { rememberNamedPact, rememberSpokenPacts } from "./spoken-pacts.ts";
import { MAY_BE_THEIRS, spokenPair } from "./spoken-pair.ts";
import { ofOrganisations } from "./stands-for.ts";
import { strickenState } from "./stricken-state.ts";
import { Surroundings } from "./surroundings.ts";
import { TopicMemory } from "./topic-memory.ts";
import { unifyClaims } from "./unify-claims.ts";
import { AT_THE_SAME, BELONGS_ON, COMES_AGAIN, COUNTS_ON, FOUNDS, GOES_ON, ON_JOINING, ONE_MORE, REFERS } from "./words-that-go-on.ts";

export type { SentenceFault } from "./read-in-order.ts";

/** All claims of a document, in the order of their evidence. */
export function extractClaims(
  document: Document,
  sentences: readonly Sentence[],
  found: readonly Mention[],
  contexts: readonly DateContext[],
  reader: SentenceReader,
  onFault?: (fault: SentenceFault) => void,
): Claim[] {
  const claims: Claim[] = [];
  const named = ofOrganisations(found);
  const place = new Surroundings(document, named);
  const mentions = claimsInOrder(document, sentences, named, contexts, reader, place, {
    take: (read, told) => claims.push(...told.filter((claim) => !isLetterhead(claim, document.blocks[read.sentence.block], document.text))),
    onFault,
  });
  const contextOf = new Map<number, DateContext>();
  sentences.forEach((sentence, i) => {
    if (!contextOf.has(sentence.block)) contextOf.set(sentence.block, contexts[i]!);
  });
  claims.push(...readVisits(document, mentions, contextOf, place, place.outline, reader.findDates));
  claims.push(...readPosts(document, mentions, reader.frames.lexicon));
  claims.push(...readKeyValues(document, place, reader.findDates));
  claims.push(...readEnvoyLists(document, place, reader.findDates));
  claims.push(...readCredentialLists(document, mentions, contextOf, reader.findDates));
  claims.push(...readListedMemberships(document, mentions, place, reader.findDates));
  claims.push(...readOfficeLists(document, mentions, place, reader.findDates));
  claims.push(...readListedPosts(document, mentions, reader.frames.lexicon, place));
  claims.push(...readFigureTables(document, mentions, reader.frames.lexicon, place, reader.findDates));
  claims.push(...readFlowTables(document, mentions, reader.frames.lexicon, place, reader.findDates));
  claims.push(...readTables(document, mentions, reader.tables, reader.frames.lexicon, place, reader.findDates, contextOf));
  claims.push(...readAttendanceLists(document, mentions, claims, place));
  const spread = readPactLists(
    document,
    mentions,
    withoutReadEntries(claims, document, place.outline),
    place,
    reader.frames.lexicon,
    reader.findDates,
    contextOf,
  );
  const told = settleFuture(
    dateByOccasion(
      dateByGathering(unifyClaims(settleMissions(settleFormerCapitals(settleReceptions(settleBlocPacts(spread))))), document),
      document,
      leadOccasion(document, sentences, mentions, contexts, reader.findDates),
    ),
    document,
  );
  return settleHomeEvents(
    settleMediations(
      settleElections(
        settleStanding(settleSwitches(settleCalls(document, settleDoubles(settleTours(unifyClaims(settleCancelled(told, document))))))),
      ),
    ),
  );
}

/** A frame that fitted a place in a sentence, and what came of it: no claim where another reading of the same words stands instead. */
export interface FrameHit {
  readonly match: FrameMatch;
  readonly claims: readonly Claim[];
}

/** Who looks on while the sentences of a document are read. */
interface Watch {
  readonly take: (read: ReadSentence, claims: readonly Claim[]) => void;
  /** Frames that nearly matched. */
  readonly onMiss?: (read: ReadSentence, miss: FrameMiss) => void;
  readonly onHit?: (read: ReadSentence, hit: FrameHit) => void;
  readonly onFault?: ((fault: SentenceFault) => void) | undefined;
  /** Sentences to read even if they name nobody. */
  readonly always?: (sentence: Sentence) => boolean;
}

/**
 * Reads sentence after sentence and hands over what each one claims; what was said before is remembered as far as a text may
 * lean on it.
 *
 * @returns all mentions of the document, references included, in order
 */
export function claimsInOrder(
  document: Document,
  sentences: readonly Sentence[],
  named: readonly Mention[],
  contexts: readonly DateContext[],
  reader: SentenceReader,
  place: Surroundings,
  watch: Watch,
): Mention[] {
  const memory = new TopicMemory(place.subjects, place.voice, place.stage, place.convened);
  memory.strife = place.strife;
  const bygone = new StatesThen(named, sentences, loadActors());
  let entered = -1;
  const enterTo = (i: number): void => {
    while (entered < i) {
      const sentence = sentences[++entered]!;
      memory.enter(place.partAt(sentence), sentence.block);
      memory.pair = bygone.pairAt(place.pairAt(sentence), entered);
      memory.press = place.pressAt(sentence);
      memory.listed = place.isListed(sentence);
      memory.entry = place.isEntry(sentence);
      memory.row = document.blocks[sentence.block]?.kind === "table-row";
      memory.headed = document.blocks[sentence.block]?.kind === "heading";
      memory.guest = place.guestAt(sentence);
    }
  };
  const mentions = mentionsByName(document, named, sentences, place);
  return readInOrder(
    document,
    sentences,
    mentions,
    contexts,
    reader,
    new ReferenceReader(document, mentions, sentences),
    (i, words) => {
      enterTo(i);
      rememberNamedPact(words, memory);
      return (
        memory.pair.length === 2 ||
        REFERS.test(words) ||
        ONE_MORE.test(words) ||
        (memory.lastTold.length + memory.toldBefore.length > 0 && COMES_AGAIN.test(words)) ||
        AT_THE_SAME.test(words) ||
        FOUNDS.test(words) ||
        ON_JOINING.test(words) ||
        ((memory.hasJustTied || memory.lastMatch("agreement", 2) !== null) && GOES_ON.test(words)) ||
        (memory.spokenPair !== null && MAY_BE_THEIRS.test(words)) ||
        (memory.lastSides().length > 0 && (ENDS_FIGHTING.test(words) || TURNS_TIES.test(words))) ||
        (memory.hasJustCounted && COUNTS_ON.test(words)) ||
        (memory.lastMatch("membership", 2) !== null && BELONGS_ON.test(words)) ||
        watch.always?.(sentences[i]!) === true
      );
    },
    (i, read) => {
      enterTo(i);
      if (place.isReference(sentences[i]!) || (memory.headed && read.mentions.length === 0)) return;
      const answer = answerTo(document, sentences, i);
      const stated = answer && asStated(read.parse);
      const asked = stated ? { ...read, parse: stated } : read;
      const found = claimsOfSentence(document, asked, contexts[i]!, reader.frames, memory, watch);
      if (!answer || !stated) return watch.take(read, found);
      const dates = answer.isYes ? reader.findDates(document.text, answer.sentence, contexts[i]!) : [];
      watch.take(
        read,
        found.flatMap((claim) => answered(claim, answer, dates) ?? []),
      );
    },
    watch.onFault,
  );
}

function claimsOfSentence(
  document: Document,
  read: ReadSentence,
  context: DateContext,
  frames: FrameSet,
  memory: TopicMemory,
  { onMiss, onHit }: Pick<Watch, "onMiss" | "onHit">,
): Claim[] {
  const graph = new SentenceGraph(read.parse, (read.lead?.edtf ?? context.heading) !== null);
  const actors = new PhraseActors(graph, read.mentions, frames.lexicon, document.text, memory);
  const fallback: ClaimDate = read.lead ?? (context.heading ? { edtf: context.heading, text: null, basis: "context" } : NO_DATE);
  const timely = read.dates.flatMap((d): DateExpression[] => {
    // "for the first time since 1990": nothing happened then
    if (/^since\b/i.test(d.text) && FIRST_SINCE.test(document.text.slice(Math.max(0, d.start - 60), d.start))) return [];
    // "not until 1990 did they exchange ambassadors": in 1990
    if (
      d.edtf.startsWith("../") &&
      /^(?:until|till)\b/i.test(d.text) &&
      (/(?:\bnot|n['’]t)\s+$/i.test(document.text.slice(Math.max(0, d.start - 6), d.start)) || isWaitedFor(document.text, d))
    )
      return [{ ...d, edtf: d.edtf.slice(3) }];
    if (d.role !== "before" && d.role !== "after") return [d];
    // "before the end of 2019" is a time in 2019; "before 2019" is none
    return /^(?:before|by) the end of/i.test(d.text) ? [{ ...d, edtf: d.edtf.replace(/^\.\.\//, "").slice(0, 4), role: "deadline" }] : [];
  });
  const dates = new ClaimDates(
    graph,
    timely,
    document.text,
    timely.length === 0 ? (dateOfTheSame(read, document, memory) ?? fallback) : fallback,
  );
  const sentenceContext = { document, graph, actors, dates, said: read.dates, lexicon: frames.lexicon };
  const stricken = strickenState(graph, actors);
  if (stricken !== null) memory.rememberStricken(stricken);
  const spoken = spokenPair(graph, actors);
  const all = matchFrames(graph, actors, frames, memory, onMiss && ((miss) => onMiss(read, miss)));
  // a row of guests tells their visit by its cells
  const fitting = memory.guest === null ? all : all.filter((m) => m.frame.type !== "visit");
  if (memory.guest === null && !fitting.some((m) => m.frame.type === "visit")) fitting.push(...bareVisits(sentenceContext, frames, memory));
  if (fitting.length === 0) fitting.push(...bareEntries(sentenceContext, frames, memory));
  rememberSpokenPacts(graph, actors, frames.lexicon.lists.get("pact") ?? new Set(), fitting, memory);
  const matches = settleStatements(fitting, graph);
  const pairs = matches
    .filter((m) => !isOnlyStance(m, matches, graph))
    .map((match) => ({
      match,
      claims: buildClaims(match, sentenceContext).flatMap((claim) => {
        const dated = dateAsTold(dateByNoun(claim, context), match, memory);
        const told = memory.entry ? openedThen(dated, fallback) : dated;
        return match.frame.id === JUBILEE ? (dateOfJubilee(told, wordsOf(read, document), read.dates, context.documentDate) ?? []) : told;
      }),
    }));
  if (onHit) for (const match of fitting) onHit(read, { match, claims: pairs.find((pair) => pair.match === match)?.claims ?? [] });
  const claims = pairs.flatMap((pair) => pair.claims);
  rememberMeetings(claims, memory);
  const told = actsTold(pairs, graph);
  const again = repeatActs(sentenceContext, told, memory.lastTold, memory.subjects, memory.toldBefore);
  claims.push(...again.map((act) => act.claim));
  memory.rememberActs([...told, ...again]);
  const figures = readFigures(document, read, graph, dates, frames.lexicon, memory);
  claims.splice(0, claims.length, ...withoutCountedAid(claims, figures), ...figures);
  const events = readLastResort(sentenceContext, loadPloverLexicon(), claims, stancesIn(matches));
  claims.push(...events);
  for (const event of events)
    memory.rememberSides(
      event.type,
      Map.groupBy(event.participants, (p) => p.role),
      graph.nodes.length,
    );
  if (spoken) memory.rememberSpoken(spoken);
  memory.rememberNamed(actors.allNamed());
  if (!memory.listed || /:\s*$/.test(document.text.slice(read.sentence.start, read.sentence.end)))
    memory.leaders = leadersOf(graph, actors, document.text, memory);
  const organization = actors.lastOrganization();
  if (organization) memory.organization = [organization];
  const region = actors.lastRegion();
  if (region.length > 0) memory.region = region;
  return claims;
}

function wordsOf({ sentence }: ReadSentence, { text }: Document): string {
  return text.slice(sentence.start, sentence.end);
}

/** "On the sidelines of the same event a memorandum was signed": when that was told to be. */
function dateOfTheSame({ sentence }: ReadSentence, { text }: Document, memory: TopicMemory): ClaimDate | null {
  if (!AT_THE_SAME.test(text.slice(sentence.start, sentence.end))) return null;
  const told = memory.lastTold.findLast(({ claim }) => claim.date.edtf !== null && claim.factuality === "actual");
  return told ? { ...told.claim.date, basis: "context" } : null;
}

const FIRST_SINCE = /\bfirst (?:(?!(?:and|but|has|have|had|is|are|was|were|been)\b)[\p{L}-]+ ){0,6}$/iu;

/** The nodes of the words that make statements: what stands under them is said, not told. */
function stancesIn(matches: readonly FrameMatch[]): ReadonlySet<number> {
  return new Set(matches.filter((m) => m.frame.type === "statement").map((m) => m.trigger));
}
