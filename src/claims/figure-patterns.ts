import type { Lexicon } from "./frame.ts";

/**
 * Patterns over a skeleton (figure-skeleton.ts). Groups: `s` subject, `c` counterpart, `pair` both in one slot, `q` the
 * quantity, `m` the words of the measure, `u` the thing counted, `y` words that make it yearly.
 */
export interface FigurePatterns {
  /** Phrases that say what is measured between whom; the quantity stands elsewhere in the clause. */
  readonly measured: readonly RegExp[];
  /** A word that each of those phrases has in its group `m`: without one none of them counts. */
  readonly measure: RegExp;
  /** Phrases that hold their quantity. */
  readonly whole: readonly FigurePattern[];
  /** The same for rows of tables, whose quantity stands in a cell of its own. */
  readonly rows: readonly FigurePattern[];
}

export interface FigurePattern {
  readonly id: string;
  readonly pattern: RegExp;
  /** Of each of these lists one piece of text stands in whatever the pattern matches with a quantity: it need not be tried on others. */
  readonly needs: readonly (readonly string[])[];
}

const known = new WeakMap<Lexicon, FigurePatterns>();

export function figurePatterns(lexicon: Lexicon): FigurePatterns {
  let patterns = known.get(lexicon);
  if (!patterns) {
    patterns = compile(lexicon);
    known.set(lexicon, patterns);
  }
  return patterns;
}

function alternatives(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
}

/** What the sum of a pattern for goods that changed hands measures. */
export const WORTH: Readonly<Record<string, string>> = { "bought-worth": "imports", "traded-worth": "trade", "sold-worth": "exports" };

/** A slot captured as `name`. */
function slot(kind: string, name: string): string {
  return String.raw`(?:the |all |its |their )?‹(?<${name}>${kind}\d+)›`;
}

/** What a pattern needs, by its own source: a quantity of its kind, an actor, the one word that its measure may be. */
function withNeeds({ id, pattern }: { id: string; pattern: RegExp }): FigurePattern {
  const kinds = [...(/‹\(\?<q>\[?([A-Z]+)/.exec(pattern.source)?.[1] ?? "")].map((kind) => `‹${kind}`);
  const word = /\(\?<m>([a-z]+)\)/.exec(pattern.source)?.[1];
  return { id, pattern, needs: [kinds, ["‹A"], ...(word ? [[word]] : [])] };
}

function compile(lexicon: Lexicon): FigurePatterns {
  const words = (list: string, value?: string): string =>
    alternatives((lexicon.values.get(list) ?? []).filter(([, v]) => !value || v === value).map(([w]) => w));
  const subject = slot("A", "s");
  const counterpart = slot("A", "c");
  const own = String.raw`(?:['’]s?)?`;
  // up to three words that only narrow the noun down: "total", "annual merchandise"
  const adjective = String.raw`(?:(?!(?:is|are|was|were|has|have|had|and|or|to|from|in|of|by|with|for|on|at|that|which|who)\b)[\p{L}][\p{L}-]* ){0,3}?`;
  const volume = String.raw`(?:(?: (?:volume|value|turnover|flows?|exchanges?|figures?|totals?|in goods(?: and services)?|in services|stock|stocks)\b){0,2})(?! (?:agreement|deal|pact|deficit|surplus|war|relation|office|mission|partner|barrier|dispute|talks|policy|representative|fair|ban|embargo|treaty|minister|delegation|route|balance)|-)`;
  const trade = String.raw`(?<m>${words("measure", "trade")})${volume}`;
  const exports = String.raw`(?<m>${words("measure", "exports")})${volume}(?: of [\p{L} -]{3,40}?)?`;
  const imports = String.raw`(?<m>${words("measure", "imports")})${volume}(?: of [\p{L} -]{3,40}?)?`;
  const invested = String.raw`(?<m>${words("measure", "investment")})${volume}`;
  const near = String.raw`(?:[^‹;]|‹N\d+›){0,45}?`;
  const quantity = String.raw`‹(?<q>[MN]\d+)›`;
  const share = String.raw`‹(?<q>P\d+)›`;
  const count = String.raw`‹(?<q>N\d+)›`;
  const anyMeasure = String.raw`(?<m>${words("measure")}|oil|gas|natural gas|energy|electricity|food|grain|wheat|gold|copper|crude|crude oil|coal|beef|coffee|tea|cotton|sugar|rice|uranium|iron ore|fish|timber|soya|soybeans|cement|fuel|wine|cocoa|tobacco|imported \p{L}+|rubber|meat)`;
  const people = String.raw`(?<u>${words("counted", "persons")}|${words("counted", "students")})`;
  const students = String.raw`(?<u>${words("counted", "students")})`;
  const visitors = String.raw`(?<u>${words("counted", "visitors")}|${words("counted", "persons")})`;
  const companies = String.raw`(?<u>${words("counted", "companies")})`;
  const posts = String.raw`(?<u>${words("counted", "missions")})`;
  const helping = String.raw`(?:(?:are|were|is|was|have|had|has|been|be|being|now|currently|then|still|also|who|that|thought to|believed to|estimated to|said to|known to|to|legally|permanently|officially) )*`;
  const presence = String.raw` ${helping}(?:living|lived|lives|live|resid(?:es|e|ed|ing)|residents?|work(?:s|ed|ing)?|settled|dwell(?:s|ed)?|dwelt|based|registered|stay(?:s|ed|ing)?|present|employed|established|enrolled|study|studies|studied|studying|operat(?:es|e|ed|ing)|active|(?:do|does|doing|did) business|invest(?:ed|ing)?|represented|domiciled|found)(?: (?:and|or) [\p{L}]+)?`;
  const within = String.raw`(?: [\p{L}]+){0,2}? (?:in|at|across|throughout|inside|within) ${counterpart}`;
  const yearly = String.raw`(?<y> (?:annually|each year|every year|a year|per year|yearly|per annum))?`;
  const arrive = String.raw`(?:visit(?:s|ed|ing)?|travel(?:l?ed|s|l?ing)? to|came to|come to|arrived in|went to|enter(?:ed|s)?|holiday(?:ed)? in|flew to|spen[dt] (?:their |a )?(?:holidays?|vacations?) (?:in|on))`;
  const take = String.raw`(?:account(?:s|ed|ing)? for|take[ns]?|took|bu(?:y|ys|ying)|bought|absorb(?:s|ed)?|receive[sd]?|purchase[sd]?|import(?:s|ed)?|makes? up|made up|represent(?:s|ed)?|supplie[sd]|supply|supplying|provide[sd]?|deliver(?:s|ed)?|constitute[sd]?|sells?|sold|ship(?:s|ped)?|generate[sd]?)`;
  const stood = String.raw`(?:(?:has|have|had|already|now|only|then|also|again|still|currently) )*(?:add(?:s|ed)? up to|(?:is|are|was|were)(?= (?:about |some |around |nearly |over |only |just )?‹M)|made up|making up|make up|account(?:s|ed|ing) for|amount(?:s|ed)? to|c[ao]mes? to|(?:is|are|was|were) (?:worth|valued at|at|estimated at)|stands? at|stood at|reach(?:es|ed)|total(?:s|led|ed)|exceed(?:s|ed)|surpass(?:es|ed)|rose to|risen to|rises to|fell to|fallen to|grew to|grown to|climbed to|jumped to|soared to|increased to|dropped to|declined to|remain(?:s|ed) (?:at|below|under|above)|hit|touch(?:es|ed)|crossed|topped|passed|averag(?:es|ed))`;
  // "the turnover for 2023 is"
  const dated = String.raw`(?:,? (?:for|in|of|during|as of) ‹D\d+›,?)?`;
  // what is sold and bought by its worth, where it is no arms supply
  const wares = String.raw`(?:(?!(?:weapon|arms|tank|missile|aircraft|fighter|jet|drone|helicopter|ammunition|shell|frigate|submarine|howitzer|rocket|rifle|militar|defen[cs]e|to|from|in|on|shares?|bonds?|debts?))[\p{L}][\p{L}-]* ?){1,3}`;
  const u = (source: string): RegExp => new RegExp(source, "gu");
  return {
    measure: new RegExp(`investor|${words("measure")}`, "u"),
    measured: [
      u(String.raw`${adjective}${trade} (?:between|among) (?:the )?‹(?<s>A\d+)›(?: and (?:the )?‹(?<c>A\d+)›)?`),
      u(String.raw`‹(?<s>A\d+)›${own} ${adjective}${trade} with ${counterpart}`),
      u(String.raw`${trade} of ${subject} with ${counterpart}`),
      u(String.raw`‹(?<s>A\d+)› ?[-–—] ?‹(?<c>A\d+)› ${adjective}${trade}`),
      u(String.raw`‹(?<s>A\d+)›${own} ${adjective}${exports} to ${counterpart}`),
      u(String.raw`${exports} (?:from|of|by) ${subject} to ${counterpart}`),
      u(String.raw`‹(?<s>A\d+)›${own} ${adjective}${imports} (?:from|of) ${counterpart}`),
      u(String.raw`${imports} (?:by|of|to|into) ${subject} from ${counterpart}`),
      u(String.raw`${imports} from ${counterpart} (?:by|to|into) ${subject}`),
      u(String.raw`‹(?<s>A\d+)›${own} (?:compan(?:y|ies)['’]? |firms['’]? |investors['’]? )?${adjective}${invested} in ${counterpart}`),
      u(String.raw`${invested} (?:by|from|of|made by) ${subject}(?: companies| firms| investors)? in ${counterpart}`),
      u(String.raw`‹(?<s>A\d+)›${own}[^‹;]{0,40}?(?<m>investor)s? in ${counterpart}`),
      u(String.raw`‹(?<s>A\d+)›${own} ${adjective}(?<m>${words("measure", "aid")})${volume} (?:to|for) ${counterpart}`),
      u(String.raw`(?<m>${words("measure", "aid")})${volume} (?:from|of|by) ${subject} to ${counterpart}`),
      u(String.raw`‹(?<s>A\d+)›${own} ${adjective}(?<m>${words("measure", "aid")})${volume}(?=${dated} ${stood} )`),
      u(String.raw`‹(?<s>A\d+)›${own} (?:compan(?:y|ies)['’]? |firms['’]? |investors['’]? )?${adjective}${invested}(?=${dated} ${stood} )`),
      u(String.raw`‹(?<s>A\d+)›${own} ${adjective}(?<m>debts?)(?: owed)? to ${counterpart}`),
      // "of which Kenyan exports made up": the other side was said before
      u(
        String.raw`‹(?<s>A\d+)›${own} ${adjective}(?<m>${words("measure", "exports")}|${words("measure", "imports")})(?=(?:${dated} (?:${stood}|at|making up|worth|totalling|totaling|standing at|valued at) )|(?: [–-]|:) ‹M)`,
      ),
      u(String.raw`${exports} (?:from|of|by) ${subject}(?=${dated} ${stood} )`),
      u(String.raw`${imports} (?:by|into|of) ${subject}(?=${dated} ${stood} )`),
      // "imports added up to": those of the state that speaks or whose page it is
      u(String.raw`(?<m>${words("measure", "exports")}|${words("measure", "imports")})(?=${dated} ${stood} |(?: [–-]|:)? ‹M)`),
      // one side or both are left to the sentence or the page
      u(String.raw`${trade} with ${counterpart}`),
      u(String.raw`${exports} to ${counterpart}`),
      u(String.raw`${imports} from ${counterpart}`),
      // "the exports of Kenya to that market": the other side was said before
      u(String.raw`${exports} (?:from|of|by) ${subject} to (?:that|this|the) (?:market|country|island|republic|kingdom|neighbou?r)`),
      u(
        String.raw`‹(?<s>A\d+)›${own} ${adjective}${exports} (?:to (?:that|this|the) (?:market|country|island|republic|kingdom|neighbou?r)|there)`,
      ),
      u(
        String.raw`‹(?<s>A\d+)›${own} ${adjective}${imports} from (?:that|this|the|there)(?: (?:market|country|island|republic|kingdom|neighbou?r))?`,
      ),
      u(String.raw`(?:bilateral|two-way|mutual|reciprocal) ${adjective}${trade}`),
      u(String.raw`‹(?<pair>A\d+)›${own} ${adjective}${trade}`),
      u(
        String.raw`${trade}(?=${dated} ${stood} |: ‹M|,? (?:of|worth|valued at|totalling|totaling|amounting to|which (?:had |has )?(?:amounted|totalled|totaled|reached|stood|was worth|came)) )`,
      ),
    ],
    rows: [
      {
        id: "population-row",
        pattern: u(String.raw`^(?:number of )?(?:the )?‹(?<s>A\d+)›${own}(?: ${adjective}${people})?(?:${presence})?${within} ${count}`),
      },
      {
        id: "companies-row",
        pattern: u(String.raw`^(?:number of )?‹(?<s>A\d+)›${own} ${adjective}${companies}(?:${presence})?${within} ${count}`),
      },
      {
        id: "visits-row",
        pattern: u(
          String.raw`^(?:number of )?(?:‹(?<s>A\d+)›${own} ${visitors}|(?<u2>tourists|visitors) from ${slot("A", "s2")}) (?:to|in|visiting) ${counterpart} ${count}`,
        ),
      },
    ].map(withNeeds),
    whole: [
      {
        id: "exported",
        pattern: u(String.raw`‹(?<s>A\d+)› [^‹;]{0,25}?(?<m>export)(?:s|ed|ing)? ${near}${quantity}${near} to ${counterpart}`),
      },
      {
        id: "exported-to",
        pattern: u(
          String.raw`‹(?<s>A\d+)› [^‹;]{0,25}?(?<m>export)(?:s|ed|ing)? [^‹;]{0,30}?to ${counterpart}[^‹;]{0,25}?(?:worth|valued at|totalling|totaling)${near}${quantity}`,
        ),
      },
      {
        id: "imported",
        pattern: u(
          String.raw`‹(?<s>A\d+)› [^‹;]{0,25}?(?<m>import)(?:s|ed|ing)? ${near}${quantity}${near} (?:worth |of )?[^‹;]{0,25}?from ${counterpart}`,
        ),
      },
      {
        id: "imported-from",
        pattern: u(
          String.raw`‹(?<s>A\d+)› [^‹;]{0,25}?(?<m>import)(?:s|ed|ing)? [^‹;]{0,30}?from ${counterpart}[^‹;]{0,25}?(?:worth|valued at|totalling|totaling)${near}${quantity}`,
        ),
      },
      {
        id: "invested",
        pattern: u(
          String.raw`‹(?<s>A\d+)›(?: compan(?:y|ies)| firms?| investors)? (?:has |have |had |already )*(?<m>invest)(?:s|ed|ing)? [^‹;]{0,25}?${quantity}[^‹;]{0,30}? in ${counterpart}`,
        ),
      },
      {
        id: "owed",
        pattern: u(
          String.raw`‹(?<s>A\d+)›(?:, [^‹;,]{3,70},)? (?:still |now |also )*(?:owe[sd]?|owing) (?:an? )?${counterpart}${own}[^‹;]{0,25}?${quantity}`,
        ),
      },
      {
        id: "owed-to",
        pattern: u(String.raw`‹(?<s>A\d+)› (?:still |now |also )*(?:owe[sd]?|owing) [^‹;]{0,25}?${quantity}[^‹;]{0,15}? to ${counterpart}`),
      },
      {
        id: "bought-for",
        pattern: u(
          String.raw`‹(?<s>A\d+)› (?:pays|paid|spends|spent) [^‹;]{0,25}?‹(?<q>M\d+)›[^‹;]{0,20}? (?:for|on) ${counterpart}${own} ${adjective}(?:oil|gas|electricity|power|coal|wheat|grain|water|goods|fuel|rice|food)`,
        ),
      },
      {
        id: "sold-to",
        pattern: u(
          String.raw`‹(?<s>A\d+)› (?:earns|earned|made|makes|received|took) [^‹;]{0,25}?‹(?<q>M\d+)›[^‹;]{0,15}? (?:from|with|by) [^‹;]{0,25}?(?:sold|exported|exports|sales|selling|shipped) [^‹;]{0,20}?to ${counterpart}`,
        ),
      },
      {
        id: "bought-worth",
        pattern: u(
          String.raw`‹(?<s>A\d+)› (?:has |have |had |also )*(?:bought|buys|purchased|purchases) [^‹;]{0,30}?(?:goods|products|merchandise|commodities|oil|gas|fuel|grain|wheat|food|electricity|coal|cement|timber|meat)[^‹;]{0,20}? (?:worth|valued at|for|to the value of) ${near}‹(?<q>M\d+)›[^‹;]{0,12} from ${counterpart}`,
        ),
      },
      {
        // "bought 96 million dollars' worth of Ghanaian goods"
        id: "imported-worth-of",
        pattern: u(
          String.raw`‹(?<s>A\d+)› (?:has |have |had |also )*(?:bought|buys|purchased|purchases|imported|imports|took) [^‹;]{0,20}?‹(?<q>M\d+)›['’]?(?: worth)? of ${counterpart}${own} ${wares}`,
        ),
      },
      {
        id: "imported-worth-from",
        pattern: u(
          String.raw`‹(?<s>A\d+)› (?:has |have |had |also )*(?:bought|buys|purchased|purchases|imported|imports|took) [^‹;]{0,20}?‹(?<q>M\d+)›['’]?(?: worth)? of ${wares}from ${counterpart}`,
        ),
      },
      {
        id: "exported-worth-of",
        pattern: u(
          String.raw`‹(?<s>A\d+)› (?:has |have |had |also )*(?:sold|sells|shipped|ships|exported|exports) [^‹;]{0,20}?‹(?<q>M\d+)›['’]?(?: worth)? of ${wares}to ${counterpart}`,
        ),
      },
      {
        id: "sold-worth",
        pattern: u(
          String.raw`‹(?<s>A\d+)› (?:has |have |had |also )*(?:sold|sells|shipped) [^‹;]{0,30}?(?:goods|products|merchandise|commodities|oil|gas|fuel|grain|wheat|food|electricity|coal|cement|timber|meat)[^‹;]{0,20}? (?:worth|valued at|for|to the value of) ${near}‹(?<q>M\d+)›[^‹;]{0,12} to ${counterpart}`,
        ),
      },
      {
        // "sold Georgia goods worth 140 million dollars"
        id: "exported-goods-worth",
        pattern: u(
          String.raw`‹(?<s>A\d+)› (?:has |have |had |also )*(?:sold|sells|shipped|exported) ${counterpart} (?:goods|products|merchandise|commodities|oil|gas|fuel|grain|wheat|food|electricity|coal|cement|timber|meat)[^‹;]{0,20}? (?:worth|valued at|for|to the value of) ${near}‹(?<q>M\d+)›`,
        ),
      },
      {
        id: "traded-worth",
        pattern: u(
          String.raw`‹(?<s>A\d+)› (?:has |have |had |also )*(?:traded|trades|exchanged|exchanges) (?:goods|products|merchandise|commodities)(?: and services)? (?:worth|valued at|to the value of) ${near}‹(?<q>M\d+)›[^‹;]{0,20} with ${counterpart}`,
        ),
      },
      {
        id: "remittances",
        pattern: u(
          String.raw`(?:remittances|money sent home|transfers) (?:sent )?from ${counterpart}[^‹;]{0,30}? ${stood} [^‹;]{0,20}?${share} of (?:the )?‹(?<s>A\d+)›`,
        ),
      },
      {
        id: "share-taken",
        pattern: u(
          String.raw`‹(?<taker>A\d+)› (?:has |have |had |also |now |alone |still |then )*${take} [^‹;]{0,25}?${share} of (?:the )?‹(?<owner>A\d+)›${own} ${adjective}${anyMeasure}`,
        ),
      },
      {
        id: "share-of",
        pattern: u(
          String.raw`‹(?<taker>A\d+)› (?:has |have |had |also |now |alone |still |then )*${take} [^‹;]{0,25}?${share} of (?:the )?${adjective}${anyMeasure} of (?:the )?‹(?<owner>A\d+)›`,
        ),
      },
      {
        id: "share-gone",
        pattern: u(
          String.raw`${share} of (?:the )?‹(?<s>A\d+)›${own} ${adjective}${anyMeasure}[^‹;]{0,35}?(?:to|from|by|with|(?:bound|destined) for) ${counterpart}`,
        ),
      },
      {
        // "Peru's share of Ghanaian exports was 18 per cent"
        id: "share-had",
        pattern: u(
          String.raw`‹(?<taker>A\d+)›['’]?s? share (?:of|in) (?:the )?‹(?<owner>A\d+)›${own} ${adjective}${anyMeasure}(?: (?:in|for|by) ‹D\d+›)? ${stood} [^‹;]{0,20}?${share}`,
        ),
      },
      {
        // "exports to Peru made up 18 per cent of Ghana's total"
        id: "share-to",
        pattern: u(
          String.raw`(?<m>${words("measure", "exports")}|${words("measure", "imports")}|trade) (?:to|from|with) ‹(?<taker>A\d+)› ${take} [^‹;]{0,25}?${share} of (?:the )?‹(?<owner>A\d+)›${own} `,
        ),
      },
      {
        // "ran a trade deficit of $200 million with"
        id: "balance",
        pattern: u(
          String.raw`‹(?<s>A\d+)› (?:has |have |had |also )*(?:ran|runs?|running|had|has|have|record(?:s|ed)|post(?:s|ed)|register(?:s|ed)|enjoy(?:s|ed)|show(?:s|ed)|chalked up) (?:an? |its |the )?${adjective}(?:deficit|surplus) (?:of|worth) [^‹;]{0,20}?‹(?<q>M\d+)›[^‹;]{0,25}? with ${counterpart}`,
        ),
      },
      {
        id: "balance-with",
        pattern: u(
          String.raw`‹(?<s>A\d+)›${own} ${adjective}(?:deficit|surplus) with ${counterpart}(?: (?:in|for|by) ‹D\d+›)?,? (?:${stood}|widened to|narrowed to|shrank to|swelled to|was|of|at) [^‹;]{0,20}?‹(?<q>M\d+)›`,
        ),
      },
      {
        // "drew $500 million of investment from Chad", "received $500 million in Chadian investment"
        id: "invested-drawn",
        pattern: u(
          String.raw`‹(?<c>A\d+)› (?:has |have |had |also )*(?:drew|draws?|received?|receives|attract(?:s|ed)?|got|secured|won) [^‹;]{0,20}?‹(?<q>M\d+)›(?: worth)? (?:of|in) ${adjective}(?:(?:direct )?investments? from ${subject}|‹(?<s2>A\d+)›${own} ${adjective}investments?)`,
        ),
      },
      {
        id: "invested-by",
        pattern: u(
          String.raw`‹(?<c>A\d+)› (?:has |have |had |also )*(?:drew|draws?|received?|receives|attract(?:s|ed)?|got) [^‹;]{0,20}?‹(?<q>M\d+)› from ‹(?<s>A\d+)› (?:investors|companies|firms)`,
        ),
      },
      {
        id: "invested-held",
        pattern: u(
          String.raw`‹(?<s>A\d+)›(?: compan(?:y|ies)| firms?| investors)? (?:has|have|had|held|holds?) [^‹;]{0,20}?‹(?<q>M\d+)› invested in ${counterpart}`,
        ),
      },
      {
        id: "share-of-its",
        pattern: u(
          String.raw`‹(?<s>A\d+)› [^‹;]{0,25}?(?:sends?|sent|sells?|sold|exports?|exported|ships?|shipped|gets?|got|buys?|bought|imports?|imported|receive[sd]?|draws?|drew|obtain(?:s|ed)?|conducts?|conducted) [^‹;]{0,20}?${share} of (?:its |their |‹A\d+› )${adjective}${anyMeasure}[^‹;]{0,25}?(?:to|from|with) ${counterpart}`,
        ),
      },
      {
        id: "population",
        pattern: u(String.raw`${count} ${adjective}‹(?<s>A\d+)›${own}(?: ${adjective}${people})?${presence}${within}`),
      },
      { id: "population-of", pattern: u(String.raw`${count} ${adjective}${people} (?:from|of) ${subject}${presence}${within}`) },
      {
        id: "population-by-origin",
        pattern: u(
          String.raw`${count} ${adjective}${people} (?:(?:(?:is|are|was|were|who are|that are) )?of (?:the )?‹(?<s>A\d+)›${own} ${adjective}(?:birth|origins?|descent|ancestry|nationality|citizenship|extraction|heritage|background|stock|roots)|(?:who were |that were )?born in ${subject})(?:${presence})?${within}`,
        ),
      },
      { id: "population-in", pattern: u(String.raw`${count} ${adjective}‹(?<s>A\d+)›${own}(?: ${adjective}${people})? in ${counterpart}`) },
      {
        id: "number-of",
        pattern: u(
          String.raw`(?:number|population|size|total) of (?:the )?‹(?<s>A\d+)›${own}(?: ${adjective}${people})?(?:${presence})?${within}[^‹;]{0,25}(?:‹D\d+›[^‹;]{0,15})?(?:was|is|were|are|stood at|stands at|reached|number(?:s|ed)|exceed(?:s|ed)|estimated at|rose to|grew to|fell to|:|\()[^‹;]{0,25}${count}`,
        ),
      },
      {
        id: "community",
        pattern: u(
          String.raw`‹(?<s>A\d+)›${own} ${adjective}(?:community|diaspora|population|minority|colony) (?:living |resident |residing )?in ${counterpart}[^‹;]{0,25}(?:number(?:s|ed|ing)?|is|was|totals?|totalled|totaled|estimated|of|has|had|about|amounts? to|stands at|stood at|counts|comprises|consists of|made up of|:|\()[^‹;]{0,30}${count}`,
        ),
      },
      {
        id: "home-to",
        pattern: u(
          String.raw`‹(?<c>A\d+)› (?:is |was |remains |has been |also |now |currently )*(?:home to|hosts?|hosted|hosting|houses|harbours|shelters|sheltered) [^‹;]{0,30}${count} ${adjective}‹(?<s>A\d+)›${own}(?: ${adjective}${people})?(?! [\p{L}-]*(?:troops|soldiers|ships|aircraft|embass))`,
        ),
      },
      {
        id: "students",
        pattern: u(String.raw`${count} ${adjective}‹(?<s>A\d+)›${own} ${adjective}${students}[^‹;]{0,40}? (?:in|at) ${counterpart}`),
      },
      {
        id: "workers",
        pattern: u(
          String.raw`${count} ${adjective}‹(?<s>A\d+)›${own} (?<u>doctors|physicians|medics|nurses|teachers|engineers) ${helping}(?:work(?:s|ing)?|serv(?:e|es|ing)|teach(?:ing)?|practi[sc](?:e|ing)|employed|based|in)(?: \p{L}+){0,2}? ?(?:in|at|across|throughout)? ${counterpart}`,
        ),
      },
      {
        id: "visits",
        pattern: u(
          String.raw`${count} ${adjective}‹(?<s>A\d+)›${own}(?: ${adjective}${visitors})?(?: \p{L}+){0,2}? ${arrive} ${counterpart}(?!['’]s? (?!capital))${yearly}`,
        ),
      },
      {
        id: "visits-from",
        pattern: u(
          String.raw`${count} ${adjective}${visitors} from ${subject}(?: \p{L}+){0,2}? ${arrive} ${counterpart}(?!['’]s? (?!capital))${yearly}`,
        ),
      },
      {
        id: "visits-received",
        pattern: u(
          String.raw`‹(?<c>A\d+)› (?:receive[sd]?|welcome[sd]?|attract(?:s|ed)|hosted|hosts|drew) [^‹;]{0,25}${count} ${adjective}(?:‹(?<s>A\d+)› ${adjective}(?<u>tourists|visitors|travellers|travelers)|(?<u2>tourists|visitors|travellers|travelers) from ${slot("A", "s2")})${yearly}`,
        ),
      },
      {
        id: "companies",
        pattern: u(String.raw`${count} ${adjective}‹(?<s>A\d+)›${own} ${adjective}${companies}(?:${presence})?${within}`),
      },
      {
        id: "companies-here",
        pattern: u(
          String.raw`${count} (?:${adjective}‹(?<s>A\d+)›${own} ${adjective}${companies}|${companies} (?:with|of) ‹(?<s2>A\d+)› (?:capital|participation|ownership|origin|investment))${presence}(?! [^‹;.]{0,20}(?:in|at|across|throughout) (?:the )?‹A)`,
        ),
      },
      {
        id: "students-here",
        pattern: u(
          String.raw`${count} ${adjective}‹(?<s>A\d+)›${own} ${adjective}(?<u>students|scholars|pupils) (?:are |were |is |was |have been |had been |now |currently )*(?:enrolled|studying|studied|study|registered)(?! [^‹;.]{0,40}(?:in|at) (?:the )?‹A)`,
        ),
      },
      // "of which Kenya exported $2 billion and imported $3 billion": the other side was said before
      {
        id: "exported-here",
        pattern: u(String.raw`‹(?<s>A\d+)› (?:has |have |had )?(?<m>export)ed ${near}‹(?<q>M\d+)›(?![^‹;.]{0,40} to (?:the )?‹A)`),
      },
      {
        id: "imported-here",
        pattern: u(
          String.raw`‹(?<s>A\d+)› (?:(?:has |have |had )?exported [^‹;]{0,12}‹M\d+›[^‹;]{0,25} and )?(?:has |have |had )?(?<m>import)ed ${near}‹(?<q>M\d+)›(?![^‹;.]{0,40} from (?:the )?‹A)`,
        ),
      },
      {
        id: "invested-here",
        pattern: u(
          String.raw`‹(?<s>A\d+)›(?: compan(?:y|ies)| firms?| investors)?(?:, [^‹;,]{2,50},)? (?:has |have |had |already )*(?<m>invest)(?:ed|s) [^‹;]{0,25}?${quantity}(?![^‹;.]{0,40} in (?:the )?‹A)`,
        ),
      },
      {
        id: "companies-with-capital",
        pattern: u(
          String.raw`${count} ${adjective}${companies} (?:with|of) ‹(?<s>A\d+)›${own} (?:capital|participation|ownership|origin|investment)(?:${presence})?${within}`,
        ),
      },
      { id: "companies-from", pattern: u(String.raw`${count} ${adjective}${companies} from ${subject}(?:${presence})?${within}`) },
      {
        id: "missions",
        pattern: u(
          String.raw`‹(?<s>A\d+)› (?:has|have|had|maintains?|maintained|operates?|operated|runs?|keeps?|kept) [^‹;]{0,25}?${count} ${adjective}${posts} (?:in|across|throughout) ${counterpart}`,
        ),
      },
    ].map(withNeeds),
  };
}
