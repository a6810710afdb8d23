import type { Words } from "./words.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Nouns that are counted: "1500 people" is no year. */
const COUNTED = set(
  "people persons men women troops soldiers peacekeepers personnel staff workers employees labourers laborers students pupils children refugees migrants " +
    "immigrants families households delegates participants guests visitors tourists passengers residents inhabitants citizens nationals members " +
    "volunteers officers police policemen marines sailors airmen fighters rebels militants guerrillas combatants experts engineers doctors nurses teachers prisoners detainees hostages civilians " +
    "casualties deaths victims dead wounded injured homes houses buildings villages towns schools hospitals vehicles trucks cars tanks aircraft planes " +
    "helicopters ships vessels boats missiles warheads rockets rifles guns weapons barrels tons tonnes kilos kilograms grams pounds dollars euros yen yuan won pesos rupees francs marks " +
    "miles kilometers kilometres metres meters feet yards hectares acres square cubic megawatts kilowatts mw kw gw km kg mm cm ft mi sq hrs hours minutes seconds " +
    "times copies pages words items articles entries companies firms businesses jobs votes seats points projects scholarships cases rounds horses cattle head " +
    "percent per million billion trillion thousand hundred dozen gmt utc local bc bce bp ah hz mhz rpm calories watts volts degrees shares units pieces samples " +
    "nm nautical knots containers teu bpd visas permits stamps documents tents beds blankets doses vaccines ventilators kits masks computers books tickets rooms",
);

/** Words after which a number names something else. */
const NAMING = set(
  "no nos nr number numbers resolution resolutions flight page pages pp p vol volume chapter article articles section clause law laws decree decrees " +
    "boeing airbus room bus line channel model series type route highway agenda expo vision directive regulation order bill paragraph para paras file " +
    "case docket batch squadron regiment iso windows version code zip box isbn issn tel telephone fax phone ext extension usd eur gbp rs us psi ref " +
    "item items serial lot locomotive platform suite mailbox pin id doc document note cable form asteroid comet pdf suites edition apartment hotel train trains " +
    "engine office formula size grade grid block hill height point sector district precinct postcode po mk mark class chassis hull pennant figure fig table annex appendix",
);

/** Nouns whose years are part of a title: "Action Plan 2015–2019". */
const TITLE_NOUNS = set(
  "plan strategy programme program framework agenda vision roadmap horizon decade action policy budget initiative project cup expo europe erasmus interreg goals prospects outlook report survey almanac yearbook",
);

const AMOUNT_OF = set(
  "total population force number numbers group sum maximum minimum team crew range altitude height distance length capacity fleet army contingent average " +
    "garrison delegation staff workforce membership audience crowd circulation strength depth elevation output batch set minority majority quota target grant loan cost price fee value fine",
);

const CHANGE = set(
  "increased rose grew fell declined reduced cut decreased expanded dropped exceeded outnumbered increase rise grow fall decline decrease drop raised multiplied divided",
);

const YEAR_PREPOSITIONS = set(
  "in since until till during between from before after by of circa around about throughout through early late mid year years for on into prior following ca summer winter spring autumn fall as and or versus vs to",
);

const NOT_BEFORE_NOUN = set("before after between from by of around about for into to and or through over following as");

const FUNCTION = set(
  "the a an and or but in on at of to for with by from as is was were are be been had has have when where which who that it its he she they his her their this these those there both then not also while until since after before during between under over into about because so if than nor yet against along among through within without toward towards upon via per saw marked brought onwards onward alone itself",
);

const DETERMINERS = set("the a an its his her their this that our my your whose 's each another these those");

/** Words that turn the year after or before them into part of a name. */
const NAMED_YEAR = set("agenda vision goals targets sdgs compact");

const BEFORE_SEPARATE = new Set(["$", "€", "£", "¥", "₩", "#", "§", "+", "×", "@", "№", "°", "=", "<", ">", "~", "_", "&"]);

/** Marks or words beside the number at i that rule out a year whatever else speaks for one. */
export function cannotBeYear(w: Words, i: number): boolean {
  const before = w.at(i - 1);
  const after = w.at(i + 1);
  const here = w.at(i);
  if (BEFORE_SEPARATE.has(before.text)) return true;
  if (before.text === "." && /^(?:no|nos|nr|art|vol|pp?|para|res|fig|doc|op|ch|sec|tel|ext|rs)$/.test(w.word(i - 2))) return true;
  if (!here.spaced && (before.text === "." || before.text === ":" || before.text === ",") && w.at(i - 2).value >= 0) return true;
  if (!here.spaced && before.text === "-" && !before.spaced && !endsRange(w, i) && /^(?:word|other|number)$/.test(w.at(i - 2).kind))
    return true;
  if (!here.spaced && before.text === "/" && w.at(i - 2).kind !== "word") return true;
  if (NAMING.has(w.word(i - 1))) return true;
  if (
    (before.text === ":" || before.text === ".") &&
    /^(?:tel|telephone|phone|fax|isbn|issn|zip|ext|mobile|ref|code|id)$/.test(w.word(i - 2))
  )
    return true;
  if (!after.spaced && /^[%°‰$€£′″×=@_]$/.test(after.text)) return true;
  if (/^[$€£¥₩]$/.test(after.text)) return true;
  if (
    !after.spaced &&
    (after.text === "." || after.text === ":") &&
    !w.at(i + 2).spaced &&
    w.at(i + 2).value >= 0 &&
    w.at(i + 2).kind !== "word"
  )
    return true;
  if (
    before.text === "(" &&
    w.at(i - 2).kind === "number" &&
    w.is(i - 3, "resolution", "resolutions", "and", ",", "no", ".", "decision", "res")
  )
    return true;
  if (after.text === "(" && w.at(i + 2).kind === "number" && w.fourDigits(i + 2) > 0 && w.at(i - 1).kind === "word" && w.at(i - 1).capital)
    return true;
  if (isCitation(w, i)) return true;
  if (w.isBeforeChrist(i + 1)) return true;
  if (NAMED_YEAR.has(w.word(i + 1)) && w.at(i + 1).capital) return true;
  if (
    !after.spaced &&
    after.text === "-" &&
    !w.at(i + 2).spaced &&
    (w.at(i + 2).kind === "other" || w.at(i + 2).kind === "word") &&
    !/^(?:present|early|mid|late|era|style|based|only|born)$/.test(w.word(i + 2)) &&
    w.month(i + 2) === 0
  )
    return true;
  return false;
}

/** A year that dates a book or article cited: "(Example, 1998, p. 4; Other & Third, 2002)", "Example et al. (2004)"; in a paper that cites so, "Example (1988)" too. */
function isCitation(w: Words, i: number): boolean {
  if (w.is(i + 1, ",") && w.is(i + 2, "p", "pp", "chap", "ch") && w.is(i + 3, ".")) return true;
  const closes = w.is(i + 1, ")", ";", ":", "]") || (w.is(i + 1, ",") && w.fourDigits(i + 2) > 0);
  if (closes && !w.is(i - 1, "(", ";", "[")) {
    let j = i - 1;
    let names = 0;
    while (
      j >= 0 &&
      i - j < 24 &&
      ((w.at(j).kind === "word" && (w.at(j).capital || w.is(j, "and", "et", "al", "de", "von", "van", "see", "e", "g", "cf"))) ||
        w.is(j, "&", ".", "-", "'", ","))
    ) {
      if (w.at(j).capital) names++;
      j--;
    }
    if (names && w.is(j, "(", ";", "[") && w.month(i - 1) === 0 && w.month(i - 2) === 0) return true;
  }
  if (!w.is(i - 1, "(") || !w.is(i + 1, ")")) return false;
  if (w.is(i - 2, ".") && w.is(i - 3, "al")) return true;
  let name = i - 2;
  if (w.is(name, "s") && w.is(name - 1, "'")) name -= 2;
  if (w.at(name).kind !== "word" || !w.at(name).capital) return false;
  if (CITING.test(w.word(i + 2))) return true;
  return w.authorYears && !namesGathering(w, name);
}

const CITING =
  /^(?:argue|note|state|understood|understand|propose|suggest|find|found|show|claim|define|describe|explain|observe|point|identif|conclude|stress|maintain|contend|consider|emphasi|wrote|write|call|distinguish)/;
const DATED_THINGS =
  /^(?:treaty|convention|agreement|declaration|protocol|summit|conference|accord|accords|pact|act|war|charter|meeting|forum|statement|communiqué|memorandum|resolution|constitution|crisis|games|olympics|cup|assembly|election|elections|communique|report|session|ministerial|plenum|plenary|dialogue|talks)$/;

/** Whether the capital words that end at i name something that has a date of its own: "Treaty of Example (1951)". */
function namesGathering(w: Words, i: number): boolean {
  for (let j = i; j >= 0 && i - j < 8 && (w.at(j).capital || w.is(j, "of", "on", "the", "for", "and", "in")); j--)
    if (DATED_THINGS.test(w.word(j))) return true;
  return false;
}

/** Whether the year at i stands right after a dash and an earlier year or a month: "1958–1961", "12-Mar-1999". */
function endsRange(w: Words, i: number): boolean {
  if (w.at(i - 3).text === "-" && !w.at(i - 2).spaced && w.month(i - 2) === 0) return false;
  const first = w.fourDigits(i - 2);
  return (first > 0 && first < w.fourDigits(i)) || w.month(i - 2) > 0 || /^(?:mid|early|late|pre|post)$/.test(w.word(i - 2));
}

/** "about 2000 troops", "rose by 1999", "fell from 2010 to 1995": an amount or a change, whatever preposition stands before it. */
export function isCountOrChange(w: Words, i: number): boolean {
  const year = w.fourDigits(i);
  if (COUNTED.has(w.word(i + 1))) return true;
  if (w.is(i - 1, "by") && CHANGE.has(w.word(i - 2))) return true;
  return w.is(i - 1, "from") && w.is(i + 1, "to") && w.fourDigits(i + 2) > 0 && w.fourDigits(i + 2) < year;
}

/** Whether the four digits at i are meant as a year, told from the words around. */
export function isYear(w: Words, i: number): boolean {
  const year = w.fourDigits(i);
  if (!year || cannotBeYear(w, i)) return false;
  const before = w.at(i - 1);
  const word = w.word(i - 1);
  const next = w.word(i + 1);
  const counted = COUNTED.has(next);
  const modern = year >= 1800 && year <= 2100;
  if (i === 0 && i === w.all.length - 1) return modern || year >= 1400;
  if (YEAR_PREPOSITIONS.has(word)) {
    if (counted)
      return (
        word === "in" && before.capital && modern && year % 100 !== 0 && !/^(?:percent|per|million|billion|bc|bce|ah|km|hours)$/.test(next)
      );
    if (
      word === "in" ||
      word === "since" ||
      word === "until" ||
      word === "during" ||
      word === "year" ||
      word === "circa" ||
      word === "early" ||
      word === "late"
    )
      return year >= 1000;
    if (!modern && year < 1400) return false;
    if (word === "of" && AMOUNT_OF.has(w.word(i - 2))) return false;
    if (isCountOrChange(w, i)) return false;
    if (word === "as") return w.is(i - 2, "early", "late", "recently") && w.is(i - 3, "as");
    if (word === "to")
      return (
        w.is(
          i - 2,
          "back",
          "date",
          "dates",
          "dated",
          "dating",
          "postponed",
          "forward",
          "off",
          "rescheduled",
          "deferred",
          "extended",
          "delayed",
        ) && !counted
      );
    if (word === "on") return false;
    if (isYearRange(w, i)) return true;
    if (word === "for" || word === "into" || word === "versus" || word === "vs") return modern && (w.ends(i + 1) || FUNCTION.has(next));
    if (word === "and" || word === "or") return year >= 1400 && isYearPlace(w, w.is(i - 2, ",") ? i - 3 : i - 2);
    if (NOT_BEFORE_NOUN.has(word) && next && !FUNCTION.has(next) && w.at(i + 1).kind === "word" && !modern) return false;
    return true;
  }
  if (counted) return false;
  if (!modern && year < 1400) return false;
  if (before.text === "(" || before.text === "[")
    return w.ends(i + 1) || w.isDash(i + 1) || w.is(i + 1, "/", "to", "and", "under", "in", "at", "by");
  if (before.text === "." && w.is(i - 2, "est", "estd", "fl", "b", "d", "m", "r")) return modern;
  if (before.text === "\t") return modern && (w.ends(i + 1) || w.isDash(i + 1));
  if (isYearRange(w, i) && !TITLE_NOUNS.has(word) && before.kind !== "other") return true;
  if (modern && w.isDash(i + 1) && w.is(i + 2, "present", "today") && before.kind !== "other") return true;
  if (i === 0) {
    return (
      modern &&
      (w.is(i + 1, ":", "\t", "-", "–", ".", ")", ",") ||
        /^(?:was|saw|marked|brought|is|has|will|also|to|and|witnessed|began|ended)$/.test(next))
    );
  }
  if (DETERMINERS.has(word) || before.text === "'s" || (before.text === "'" && !before.spaced))
    return modern && (isNoun(w, i + 1) || (w.is(i + 1, "to", "and") && w.fourDigits(i + 2) > year));
  if (word === "s" && w.is(i - 2, "'")) return modern && isNoun(w, i + 1);
  if (before.text === ",") {
    if (isYearPlace(w, i - 2)) return true;
    return (
      modern &&
      (w.ends(i + 1) || /^(?:when|and|with|by|to|the)$/.test(next)) &&
      w.at(i - 2).kind === "word" &&
      w.at(i - 2).capital &&
      !/^(?:isbn|no|ref)$/.test(w.word(i - 2))
    );
  }
  if (before.text === ";" || before.text === ":") return modern && (w.ends(i + 1) || w.isDash(i + 1));
  if (before.text === "-" && before.spaced && w.at(i).spaced) return modern && w.ends(i + 1);
  // "a successful 2020 Review Conference"
  if (
    before.kind === "word" &&
    !before.capital &&
    !FUNCTION.has(word) &&
    year >= 1900 &&
    year <= 2100 &&
    /^(?:successful|upcoming|ill-fated|historic|landmark|failed|disputed|original|annual|recent|previous|earlier|new|planned|joint|bilateral|first|second|third|controversial|deadly|devastating|seminal|final|subsequent|brief|bloody|violent|abortive)$/.test(
      word,
    )
  )
    return isNoun(w, i + 1);
  if (
    /^(?:dated|est|established|founded|born|died|created|formed|opened|closed|joined|signed|ratified|adopted|concluded|launched|inaugurated|acceded|admitted|under|pursuant|despite|per|with|only|again|finally|its)$/.test(
      word,
    )
  )
    return modern && !before.capital;
  return false;
}

/** "2013-2014", "2013–14": years of one span, a sign of their own. */
function isYearRange(w: Words, i: number): boolean {
  if (!w.isDash(i + 1) || w.at(i + 1).spaced !== w.at(i + 2).spaced) return false;
  const [first, second] = [w.fourDigits(i), w.fourDigits(i + 2)];
  const last = w.at(i + 3);
  if (!last.spaced && (last.text === "-" || last.kind === "number")) return false;
  return first >= 1800 && second > first && second <= 2100;
}

/** Whether the lexeme at i is a year that was itself read as one (for lists: "in 1928, 1955 and 1960"). */
function isYearPlace(w: Words, i: number): boolean {
  return i >= 0 && w.fourDigits(i) > 0 && (isYear(w, i) || w.month(i - 1) > 0 || (w.is(i - 1, ",") && w.day(i - 2) > 0));
}

const MONTH_PREPOSITIONS = set(
  "in of since until till by from last next this early late mid during between through before after around about past end beginning earlier circa throughout following previous preceding only again for",
);

const MONTH_NAMES_OF_EVENTS = set(
  "revolution war movement uprising manifesto surprise coup massacre fifth days group pact league offensive",
);

/** Whether a month name standing without day or year at i means the month. */
export function isBareMonth(w: Words, i: number, ambiguous: boolean): boolean {
  const here = w.at(i);
  const word = w.word(i - 1);
  const before = w.at(i - 1);
  const short = here.end - here.start <= 4 && here.text !== "may" && here.text !== "june" && here.text !== "july";
  if ((w.is(i + 1, "of", "in") && w.at(i + 2).value > 0 && !w.fourDigits(i + 2)) || (i === 0 && w.is(i + 1, "is", "are"))) return false;
  if (word === "every" || word === "each" || word === "dear" || word === "mr" || word === "mrs" || word === "ms") return false;
  if (DETERMINERS.has(word) && w.at(i + 1).kind === "word" && w.at(i + 1).capital && !DATED_THINGS.test(w.word(i + 1))) return false;
  if (MONTH_NAMES_OF_EVENTS.has(w.word(i + 1)) && w.at(i + 1).capital) return false;
  if (w.isDash(i + 1) && !w.at(i + 1).spaced && w.at(i + 2).kind === "word" && w.month(i + 2) === 0) return false;
  if (w.is(i + 1, "-") && w.at(i + 1).spaced === false && w.at(i + 2).kind === "number" && w.fourDigits(i + 2) === 0) return false;
  if (i === 0 && (w.all.length === 1 || w.is(1, ":"))) return true;
  if (w.isDash(i + 1) && w.month(i + 2) > 0) return true;
  if ((before.text === "," || word === "and") && w.month(w.is(i - 2, ",") ? i - 3 : i - 2) > 0) return true;
  if (MONTH_PREPOSITIONS.has(word)) {
    if (short) return w.ends(i + 1) || FUNCTION.has(w.word(i + 1)) || w.at(i + 1).kind === "mark";
    if (word === "by" || word === "for" || word === "after" || word === "before" || word === "of" || word === "about" || word === "since")
      return (
        !ambiguous ||
        (((here.text !== "may" && here.text !== "april" && here.text !== "june" && here.text !== "august") ||
          !/^(?:signed|led|said|made|written|headed|told|announced|chaired|proposed|government|premiership|resignation|visit|speech|leadership|cabinet)$/.test(
            w.word(i - 2),
          )) &&
          !isSurname(w, i + 1))
      );
    return !isSurname(w, i + 1) || word === "in";
  }
  if (ambiguous || short) return false;
  if (before.kind === "word" && before.capital && !DETERMINERS.has(word) && !FUNCTION.has(word)) return false;
  if (w.at(i + 1).kind === "word" && w.at(i + 1).capital && i === 0) return false;
  return (
    i === 0 ||
    DETERMINERS.has(word) ||
    before.text === "," ||
    before.text === "(" ||
    before.text === "'s" ||
    word === "s" ||
    word === "and" ||
    word === "to" ||
    word === "or" ||
    word === "between"
  );
}

function isSurname(w: Words, i: number): boolean {
  return w.is(i, "'s");
}

const NOT_AFTER_WEEKDAY = set(
  "times prayers prayer herald school schools mail telegraph express mirror world sermon market markets mass worship agreement club people league supplement roast post tribune review independent sun morning's group movement",
);
const NOT_BEFORE_WEEKDAY = set(
  "black good bloody easter palm super ash cyber maundy holy shrove fat whit every each ruby giving girl man red blue per most",
);

/** Whether a weekday's name at i means a day. */
export function isWeekday(w: Words, i: number): boolean {
  const here = w.at(i);
  const next = w.at(i + 1);
  if (NOT_BEFORE_WEEKDAY.has(w.word(i - 1)) || NOT_AFTER_WEEKDAY.has(w.word(i + 1))) return false;
  const short = here.end - here.start <= 5 && here.text !== "today";
  if (w.is(i - 1, "a", "an") || (w.is(i + 1, "the") && w.at(i + 2).kind === "ordinal" && !w.is(i + 3, "of"))) return false;
  if (next.text === "." && !next.spaced && w.at(i + 2).kind === "word" && !w.at(i + 2).spaced) return false;
  if (i === 0 && next.kind === "word" && next.capital && w.month(1) === 0 && !/^(?:morning|afternoon|evening|night)$/.test(next.text))
    return false;
  const full = here.text.endsWith("day");
  if (full)
    return !(
      next.kind === "word" &&
      next.capital &&
      !/^(?:morning|afternoon|evening|night)$/.test(next.text) &&
      w.month(i + 1) === 0 &&
      w.word(i - 1) !== "on" &&
      w.word(i - 1) !== "last" &&
      i > 0 &&
      !w.ends(i - 1) &&
      w.at(i - 1).capital
    );
  return short && (w.at(i + 1).text === "." || w.at(i + 1).text === ",") && w.word(i - 1) === "on";
}

/** Whether the words before i make what follows the date of a named thing: an article or owner right before, and a noun right after `to`. */
export function isAttribute(w: Words, from: number, to: number): boolean {
  const before = w.at(from - 1);
  const owned =
    DETERMINERS.has(w.word(from - 1)) ||
    before.text === "'s" ||
    (before.text === "'" && !before.spaced) ||
    (w.word(from - 1) === "s" && w.is(from - 2, "'"));
  return owned && isNoun(w, to);
}

function isNoun(w: Words, i: number): boolean {
  const x = w.at(i);
  return x.kind === "other" ? x.capital : x.kind === "ordinal" ? w.at(i + 1).kind === "word" : x.kind === "word" && !FUNCTION.has(x.text);
}

export function isFunctionWord(word: string): boolean {
  return FUNCTION.has(word);
}
