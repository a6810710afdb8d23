import type { Words } from "./words.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const FUTURE = set(
  "will shall would scheduled expected due upcoming plan plans planning planned set slated intends hopes aims going forthcoming ahead ll won expects looking may could should begins starts opens expires ends launches convenes",
);
const PAST = set(
  "said told was were met held took began came left went saw made gave became won sent spoke had did wrote paid led rose fell set broke brought opened built found sought flew fled drew grew knew threw chose froze rode drove caught taught bought thought kept lost put shut struck swore stood understood withdrew overthrew underwent undertook overtook sold dealt felt heard laid lay led lent meant ran sat shot showed sank slept spent stole swept wore wound arose awoke bore beat bent bound bred brought forbade forgot forgave hung hid",
);
/** Words of what is always so. */
const HABIT = set("is are usually often always sometimes can every each during");
const NO_INFINITIVE = set("the a an its his her their our this that these those each all both some any");

/** Where the time lies that a verb speaks of, seen from the document's day: "near" is on either side of it, as in "is paying a visit". */
export type Direction = "past" | "future" | "near";

/** Which way a weekday or month at lexeme i points, by the verb of the clause it opens, else the nearest before it, else after it. `otherwise` when nothing tells. */
export function directionAt(w: Words, i: number, otherwise: Direction = "past"): Direction {
  if (i > 0 && w.is(i - 1, "by") && namesDeadline(w, i - 1)) return "future";
  if (i > 0 && w.is(i - 1, "since")) return "past";
  if (i > 0 && w.is(i - 1, "until", "till") && stillDoes(w, i - 1)) return "future";
  if (opensClause(w, i))
    for (let j = i + 1; j < w.all.length && j < i + 12 && !w.is(j, ";", ":"); j++) {
      const found = signOf(w, j);
      if (found) return found;
    }
  for (let j = i - 1; j >= 0 && j > i - 22; j--) {
    const found = signOf(w, j);
    if (found) return found;
    if (w.is(j, ";", ":")) break;
  }
  for (let j = i + 1; j < w.all.length && j < i + 16; j++) {
    const found = signOf(w, j);
    // "held a meeting with … on 27 September to discuss trade": what it was for says less than a verb far in front
    if (found) return (w.is(j, "to") && farBefore(w, i)) || found;
  }
  return farBefore(w, i) ?? otherwise;
}

/** "will visit the United Arab Emirates, Senegal, Rwanda and South Africa from 19 to 24 July": by the verb of a long list. */
function farBefore(w: Words, i: number): Direction | null {
  for (let j = i - 16; j >= 0 && j > i - 60 && !w.is(j, ";", ":"); j--) {
    const found = signOf(w, j);
    if (found) return found;
  }
  return null;
}

/** "announced the opening of an embassy by June", "pledged 2 million dollars by March": what is announced is to come. */
function namesDeadline(w: Words, by: number): boolean {
  for (let j = by - 1; j >= 0 && j > by - 16 && !w.is(j, ";", ":"); j--)
    if (w.is(j, "announced", "agreed", "pledged", "promised", "vowed", "decided", "planned", "ordered")) return true;
    else if (signOf(w, j)) return false;
  return false;
}

const STILL_DOES = set(
  "holds chairs heads presides occupies serves runs lasts stays remains keeps continues leads has is are have applies",
);

const PUTS_OFF = set("extended extends prolonged prolongs renewed renews postponed postpones adjourned elected appointed re-elected");

/** "holds the chair until July", "extended the mandate until May": what goes on at present, or longer than it should, ends later on. */
function stillDoes(w: Words, until: number): boolean {
  for (let j = until - 1; j >= 0 && j > until - 12 && !w.is(j, ";", ":"); j--) {
    if (PUTS_OFF.has(w.word(j))) return true;
    if (STILL_DOES.has(w.word(j))) return !w.word(j + 1)?.endsWith("ed") && !w.is(j + 1, "been");
    if (signOf(w, j)) return false;
  }
  return false;
}

/** "They will not patrol the line, but on 1 December both sides agreed": a time right behind a conjunction is of what follows. */
function opensClause(w: Words, i: number): boolean {
  let j = i - 1;
  while (j > 0 && w.is(j, "on", "in", "by", "during", "early", "late", "last", "this", "the", "then")) j--;
  return j < i - 1 && w.is(j, "but", "and", "while", "whereas") && w.is(j - 1, ",", ";");
}

/** Whether the sentence tells of something that happened or will: "in the summer they met", not "rain falls in the summer". */
export function tellsWhen(w: Words): boolean {
  return w.all.some((_, j) => signOf(w, j) !== null) && !w.all.some((x) => HABIT.has(x.text));
}

/** A verb in the past tense at lexeme j, as far as its form tells. */
export function isPastVerb(w: Words, j: number): boolean {
  return signOf(w, j) === "past";
}

function signOf(w: Words, j: number): Direction | null {
  const word = w.word(j);
  if (!word) return null;
  // "takes its seat on 1 January": a timetable tells the future in the present
  if (
    word === "takes" &&
    (w.is(j + 1, "office", "over") || (NO_INFINITIVE.has(w.word(j + 1)) && w.is(j + 2, "seat", "chair", "helm", "presidency")))
  )
    return "future";
  if (LEAVES.has(word) || (GOES.has(word) && w.is(j + 1, "on", "to", "for", "off"))) return "future";
  if ((word === "takes" && w.is(j + 1, "effect", "place")) || (word === "enters" && w.is(j + 1, "into"))) return "future";
  if (word === "to" && w.is(j - 1, "is", "are") && isBareWord(w, j + 1)) return "future";
  if (word === "to" && w.is(j - 1, "was", "were") && isBareWord(w, j + 1)) return "past";
  // "a summit to be held on 24 July"
  if (word === "to" && w.is(j + 1, "be") && w.is(j + 2, "held", "hosted", "organised", "organized", "convened", "signed")) return "future";
  // "is pleased to welcome the president in May"
  if (word === "to" && w.is(j - 2, "is", "are", "am") && GLAD.has(w.word(j - 1) ?? "") && isBareWord(w, j + 1)) return "near";
  // "is hosting on 21 October", "who is paying visits between 17 and 20 October"
  if (w.is(j, "is", "are") && w.word(j + 1)?.endsWith("ing") && !w.is(j + 1, "during", "being", "having") && !w.at(j + 1).capital)
    return "near";
  // "is on an official visit from 6 to 9 August", "stays in a working visit"
  if (w.is(j, "is", "are") && w.is(j + 1, "on") && w.is(j + 2, "a", "an", "his", "her", "their")) return "near";
  if (w.is(j, "pays", "stays", "hosts", "tours")) return "near";
  if (word === "set" && !w.is(j + 1, "to", "for")) return null;
  if (word === "may" && w.at(j).capital) return null;
  // "announced the plan on Monday"
  if (/^plan(?:s|ned)?$/.test(word) && (NO_INFINITIVE.has(w.word(j - 1) ?? "") || w.is(j - 1, "'s", "’s"))) return null;
  if (FUTURE.has(word)) return "future";
  if (PAST.has(word)) return w.is(j - 1, "be") ? null : "past";
  if (
    word === "to" &&
    w.word(j + 1) &&
    !w.at(j + 1).capital &&
    !NO_INFINITIVE.has(w.word(j + 1)) &&
    !w.word(j + 1).endsWith("ing") &&
    isVerbLike(w.word(j + 1))
  )
    return isDoneFor(w, j) ? null : "future";
  // "agreed on Friday to reopen the road by June": what is willed is to come
  if (word === "to" && isBareWord(w, j + 1) && !/[^s]s$/.test(w.word(j + 1)) && isWilled(w, j)) return isOffered(w, j) ? "near" : "future";
  if (
    word.length > 4 &&
    word.endsWith("ed") &&
    !w.at(j).capital &&
    !/^(?:united|need|indeed|proposed|hundred|aged|related|based|advanced)$/.test(word) &&
    !w.is(j - 1, "be")
  )
    return "past";
  return null;
}

const GLAD = set("pleased happy glad delighted honoured honored proud ready excited privileged thrilled");
const DOES_FOR = set(
  "applied flew travelled traveled went came arrived returned gathered convened helped managed tried failed refused declined voted began started continued ceased used journeyed sailed drove stopped",
);

/** "flew to Lima to sign a treaty in May", "applied to join in August": the infinitive is of the time of the verb before it. */
function isDoneFor(w: Words, to: number): boolean {
  for (let k = to - 1; k >= 0 && k > to - 9 && !w.is(k, ",", ";", ":", "will", "would", "had", "which", "who", "that"); k--) {
    if (WILLS.has(w.word(k))) return false;
    if (DOES_FOR.has(w.word(k))) return !w.is(k - 1, "be", "is", "are", "been", "plans");
  }
  return false;
}

const WILLS = set(
  "agreed agree agrees decided decides decision promised promises promise pledged pledges pledge vowed vows committed undertook resolved offered offers invited invites ordered orders instructed authorised authorized wants want wanted wishes proposed proposes deal pact agreement",
);

/** Whether the infinitive whose "to" stands at j is what somebody agreed, promised or wants to do; a day may stand between. */
function isWilled(w: Words, j: number): boolean {
  for (let k = j - 1; k >= 0 && k > j - 7 && !w.is(k, ",", ";", ":"); k--) {
    if (WILLS.has(w.word(k))) return true;
    if (w.is(k, "that", "which", "who", "and", "but")) return false;
  }
  return false;
}

/** "offered to mediate in August": an offer may be as old as the month, or look ahead to it. */
function isOffered(w: Words, to: number): boolean {
  return w.is(to - 1, "offered", "proposed") && w.word(to + 1) !== "be";
}

/** Verbs of setting out, which in the present tell of a journey to come. */
const LEAVES = set("arrives departs flies travels leaves proceeds");
const GOES = set("goes continues heads returns moves sets");

/** An infinitive may stand here: a small word that is no article and no gerund. */
function isBareWord(w: Words, j: number): boolean {
  const word = w.word(j);
  return word !== "" && word !== undefined && !w.at(j).capital && !NO_INFINITIVE.has(word) && !word.endsWith("ing");
}

const VERBS = set(
  "be visit meet hold attend sign discuss take begin start open join host travel arrive leave send convene launch deliver make participate pay speak return resume conclude receive establish finalise finalize sit vote go come hold",
);

function isVerbLike(word: string): boolean {
  return VERBS.has(word);
}
