import type { Mention } from "../actors/mention.ts";
import type { Span } from "../document/document.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import type { Parse, Sentence, Unit } from "../language/sentence.ts";
import { attachShares } from "./attach-shares.ts";
import { attachTitles } from "./attach-titles.ts";
import { chronicleParts, mayLead } from "./chronicle-parts.ts";
import type { ClaimDate } from "./claim.ts";
import { type Amount, findAmounts } from "./find-amounts.ts";
import { findUnits } from "./find-units.ts";
import { mendAsides } from "./mend-asides.ts";
import { mendBareConjuncts } from "./mend-bare-conjuncts.ts";
import { mendBareVerbs } from "./mend-bare-verbs.ts";
import { mendByActors } from "./mend-by-actors.ts";
import { mendByPhrases } from "./mend-by-phrases.ts";
import { mendCase } from "./mend-case.ts";
import { mendClefts } from "./mend-clefts.ts";
import { mendControl } from "./mend-control.ts";
import { mendCountedSubjects } from "./mend-counted-subjects.ts";
import { mendDating } from "./mend-dating.ts";
import { mendDoers } from "./mend-doers.ts";
import { mendEnclosed } from "./mend-enclosed.ts";
import { joinSubjectBehindSemicolon } from "./mend-far-subject.ts";
import { mendFronted } from "./mend-fronted.ts";
import { mendHappening } from "./mend-happening.ts";
import { mendInForce } from "./mend-in-force.ts";
import { mendInterposedTime } from "./mend-interposed-time.ts";
import { mendJoinedActs } from "./mend-joined-acts.ts";
import { mendKept } from "./mend-kept.ts";
import { mendLateObjects } from "./mend-late-objects.ts";
import { mendLostVerbs } from "./mend-lost-verbs.ts";
import { mendModals } from "./mend-modals.ts";
import { mendModifiers } from "./mend-modifiers.ts";
import { mendNaming } from "./mend-naming.ts";
import { mendInFavourOf, mendOutOf, mendParticles, mendPastNouns, mendWayHome } from "./mend-particles.ts";
import { mendPeriphrasis } from "./mend-periphrasis.ts";
import { mendPossessives } from "./mend-possessives.ts";
import { mendPresence } from "./mend-presence.ts";
import { mendProVerbs } from "./mend-pro-verbs.ts";
import { mendPronounSubjects } from "./mend-pronoun-subjects.ts";
import { mendQuantities } from "./mend-quantities.ts";
import { mendSharedHeads } from "./mend-shared-heads.ts";
import { mendSums } from "./mend-sums.ts";
import { mendTelegrams } from "./mend-telegrams.ts";
import { mendTimesInFront } from "./mend-times-in-front.ts";
import { mendUnderWay } from "./mend-under-way.ts";
import { mendWaiting } from "./mend-waiting.ts";
import { mendWorth } from "./mend-worth.ts";
import { repairHeadline } from "./repair-headline.ts";
import { repairHeadlineToBe } from "./repair-headline-to-be.ts";
import { repairReduced } from "./repair-reduced.ts";
import { repairReducedSubject } from "./repair-reduced-subject.ts";
import { repairVerbless } from "./repair-verbless.ts";

/** Where words, dates and parses come from; a test can bring its own. */
export interface WordReader {
  readonly parse: (text: string, sentence: Sentence, units: readonly Unit[]) => Parse;
  readonly findDates: (text: string, span: Span, context: DateContext) => DateExpression[];
}

/**
 * A sentence, or an entry of a chronicle in it without its date, as far as it is read by its own words: what was said before it, and who
 * is meant, has no part in it yet.
 */
export interface ParsedPart {
  readonly sentence: Sentence;
  /** The date that leads the entry of a chronicle. */
  readonly lead: ClaimDate | null;
  readonly dates: readonly DateExpression[];
  readonly amounts: readonly Amount[];
  readonly parse: Parse;
  /** The same, mended by the actors that it names; null where that is left to who needs it. */
  readonly mended: Parse | null;
}

/**
 * A sentence parsed whole, or the entries of a chronicle in it each by itself. `mentions` are those by name; `ahead`: by these, too, the
 * parse is mended.
 */
export function parseParts(
  text: string,
  sentence: Sentence,
  mentions: readonly Mention[],
  context: DateContext,
  reader: WordReader,
  ahead = false,
): ParsedPart[] {
  const parts = mayLead(text, sentence)
    ? chronicleParts(text, sentence, reader.findDates(text, sentence, context))
    : [{ sentence, date: null }];
  return parts.map((part): ParsedPart => {
    const dated = part.date?.edtf ? { ...context, heading: part.date.edtf } : context;
    const dates = reader.findDates(text, part.sentence, dated);
    const amounts = findAmounts(text, part.sentence);
    const meant = meantIn(part.sentence, part.date, mentions, amounts);
    const parse = parseWords(text, part.sentence, meant, dates, amounts, reader);
    return {
      sentence: part.sentence,
      lead: part.date,
      dates,
      amounts,
      parse,
      mended: ahead ? mendByActors(parse, meant) : null,
    };
  });
}

/** The mentions of a part of a sentence; the "US" of "US$" is no state. */
export function meantIn(
  part: Sentence,
  lead: ClaimDate | null,
  mentions: readonly Mention[],
  amounts: readonly Amount[],
): readonly Mention[] {
  const within = lead ? mentions.filter((m) => m.start >= part.start && m.end <= part.end) : mentions;
  return within.filter((m) => !amounts.some((a) => a.start < m.end && a.end > m.start));
}

/** The parse of a sentence in which names, dates and amounts are single nodes, mended by its words. */
export function parseWords(
  text: string,
  sentence: Sentence,
  meant: readonly Mention[],
  dates: readonly DateExpression[],
  amounts: readonly Amount[],
  reader: WordReader,
): Parse {
  const units = findUnits(sentence, meant, dates, amounts, text).filter((unit) => isWhole(text, sentence, unit));
  return mendByWords(reader.parse(text, sentence, units));
}

/** A parse mended by its words alone. */
export function mendByWords(parse: Parse): Parse {
  return WORD_MENDS.reduce((mended, mend) => mend(mended), parse);
}

/** What is mended by the words alone, in this order, before it is known who is an actor. */
const WORD_MENDS: readonly ((parse: Parse) => Parse)[] = [
  attachTitles,
  mendPastNouns,
  mendParticles,
  mendOutOf,
  mendInFavourOf,
  mendCountedSubjects,
  mendLostVerbs,
  mendWayHome,
  mendKept,
  mendCase,
  mendTimesInFront,
  mendDating,
  mendInterposedTime,
  mendPronounSubjects,
  mendSharedHeads,
  mendJoinedActs,
  mendEnclosed,
  mendPeriphrasis,
  mendWaiting,
  mendHappening,
  mendBareConjuncts,
  mendControl,
  mendFronted,
  mendQuantities,
  mendPossessives,
  mendSums,
  mendWorth,
  mendModals,
  mendModifiers,
  mendLateObjects,
  mendDoers,
  mendByPhrases,
  mendInForce,
  joinSubjectBehindSemicolon,
  mendUnderWay,
  mendAsides,
  attachShares,
  mendNaming,
  mendClefts,
  mendPresence,
  repairVerbless,
  repairHeadlineToBe,
  repairHeadline,
  mendBareVerbs,
  mendTelegrams,
  repairReduced,
  repairReducedSubject,
  mendProVerbs,
];

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
