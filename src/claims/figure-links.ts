// How quantities are tied to what they measure, in the skeleton of a sentence (figure-skeleton.ts).

const LINK =
  /\b(?:reach\w*|amount\w*|total\w*|stands?|stood|ris\w+|rose|fall\w*|fell|grow\w*|grew|went|gone|increas\w+|decreas\w+|declin\w+|drop\w*|climb\w*|jump\w*|soar\w*|surg\w+|expand\w*|doubl\w+|tripl\w+|quadrupl\w+|worth|valued?|estimated|exceed\w*|surpass\w*|topp\w+|pass\w*|touch\w*|cross\w*|hit|came|comes?|is|are|was|were|at|averag\w+|remain\w*|number\w*|account\w*|ma[dk]e up|represent\w*|to|with|of|than|over|raise\w*)\b|[:(,]\s*$/u;
const BLOCK =
  /\b(?:loans?|credits?|grants?|contracts?|agreements?|deals?|funds?|projects?|tariffs?|deficits?|surplus\w*|gdp|debts?|costs?|subsid\w+|fines?|sanctions?)\b/u;
const CHAIN =
  /^[^‹;]{0,4}(?:\(?(?:in |by |for |during )?(?:the year )?‹D\d+›\)?)?,?(?: and| to| from| up from| down from| compared (?:with|to)| against|,| then|;? rising| falling| growing| increasing| or)*(?: to| from| of| at| a record| about| some| nearly| almost| over| more than| just| only| around)* ?$/u;

/** "was 90 million in 2014, and in 2017 it rose to": the same measure goes on in a clause of its own. */
const GOES_ON =
  /^(?: in ‹D\d+›)?,? (?:and|but) (?:(?:in |over |by |during )?‹D\d+›,? )?(?:(?:it|(?:this|that|the) (?:figure|number|volume|total|sum)) )?(?:has |had |(?:is|are) (?:expected|projected|forecast|set) to |will )?(?:reach\w*|r[io]se\w*|gr[eo]w\w*|increas\w+|f[ea]ll\w*|drop\w*|declin\w+|climb\w*|jump\w*|surg\w+|soar\w*|amounted|totall?ed|stood|exceed\w*|hit)(?: to| at| about| some| nearly| almost| over| more than| just| only| around)* $/u;

/** "grew by 8 per cent to": a change before the level that it led to. */
const CHANGE = /(?: by)?(?: about| some| nearly| almost| over| more than| around)? ‹P\d+›(?: in ‹D\d+›)?(?= to )/u;

/** Whether what stands between two quantities says that the same measure goes on. */
export function goesOn(gap: string): boolean {
  return CHAIN.test(gap) || (gap.length < 110 && GOES_ON.test(gap));
}

/** Whether what stands between a measure and a quantity says that it is its level: "grew by 8 per cent to". */
export function linked(words: string): boolean {
  const gap = words.replace(CHANGE, "");
  if (gap.length > 110 || gap.includes(";") || BLOCK.test(gap) || /‹[MP]\d+›/.test(gap)) return false;
  // "rose by 3 million" is a change, not a level
  if (/\bby (?:about |some |nearly |almost |over |more than |around |an estimated )?$/.test(gap)) return false;
  return LINK.test(gap);
}

/** Whether a quantity with `before` in front and `between` it and a measure is of that measure: "300 million of exports", "at 1.2 billion in 2010, trade". */
export function leadsTo(before: string, between: string): boolean {
  if (/^ (?:worth )?(?:of |in |for )?(?:the |total |annual )*$/.test(between)) return true;
  // "of which 15 million were Kenyan imports"
  if (/^ (?:is|are|was|were) (?:the |total )*$/.test(between)) return true;
  return (
    /(?:^|[,;] )at (?:a record |about |some |just |only |over )*$/.test(before) &&
    /^(?: in ‹D\d+›)?, (?:the |total |annual |bilateral |two-way )*$/.test(between)
  );
}
