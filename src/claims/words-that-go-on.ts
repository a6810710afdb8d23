/** A sentence without a name may still speak of a pact or talks named before. */
export const REFERS =
  /\b(?:the|that|this|these|those|their|its)\s+(?:\p{L}+\s+){0,3}(?:agreement|treaty|pact|accord|deal|memorandum|talks|negotiations|convention|protocol|settlement|contract|troops|soldiers|battalion|contingent|unit|peacekeepers|force|forces|embargo|sanctions|blockade|ban|boycott|tariff|tariffs|restrictions|border|ambassador|war|conflict|fighting|occupation|mediation|presidency|chairmanship|office|post|two sides|parties)\b/iu;

/** "At the same meeting a seminar was organised": those who met are not named again. */
export const AT_THE_SAME =
  /\b(?:the|that) same (?:meeting|summit|conference|forum|occasion|event|visit|trip|ceremony|session|gathering|seminar)\b/i;

/** "Another, on fisheries, followed in 2016": one more of what was told. */
export const ONE_MORE =
  /^\W*(?:and\s+)?(?:another|an?\s+(?:second|third|fourth|fifth))\b[^.;]{0,60}\bfollowed\b|^\W*(?:an?|the)\s+(?:second|third|fourth|fifth|sixth)\b[^.;]{0,60}\b(?:tak(?:e|es|en|ing)|took|held|met|cancel\w*|called|postponed)\b/i;

/** "A second loan followed in 2013", "The first tranche was paid", "The exercise was repeated a year later". */
export const COMES_AGAIN =
  /\b(?:loans?|credits?|grants?|donations?|tranches?|instal?lments?|disbursements?|payments?|batch(?:es)?|shipments?|consignments?|deliver(?:y|ies)|cargo|planeload|convoy|lot|exercises?|drills?|man(?:o?e)uv(?:re|er)s?|rounds?|session|meeting|summit)\b[^.;]{0,60}\b(?:follow|arriv|came|paid|disburs|releas|transferr|deliver|hand|sent|dispatch|shipped|provid|grant|extend|approv|donat|repeat|restag|resum|restart)/i;

/** After a tie was told, words of ties go on about it: "It was ratified in 1993", "An embassy was opened two years later". */
export const GOES_ON =
  /\b(?:sign|ratif|initial|approv|conclud|reach|expir|laps|terminat|renew|extend|suspend|clos|shut|reopen|open|restor|resum|cut|sever|broke|recall|replac|expel|expul|withdr|return|upgrad|downgrad|treat(?:y|ies)|agreement|accord|pact|memorand|protocol|document|force|effect|embass|consulate|ambassador|envoy|relations|ties|talks|negotiat|rounds?)/i;

/** After a membership was told: "The suspension was lifted", "It was readmitted". */
export const BELONGS_ON =
  /\b(?:suspension|membership|expulsion|application|applied|admi(?:tted|ssion)|readmitted|accession|rejoin|left|withdr)/i;

/** Talks on joining go on with whoever has asked to join. */
export const ON_JOINING = /\b(?:accession|membership|entry) (?:talks|negotiations)\b/i;

/** "The remaining ten came in May 2017", "Another six followed", "Twenty arrived in 2015": a number goes on with what was told. */
export const COUNTS_ON =
  /^\W*(?:(?:the|a|an|all|about|some|only|just)\s+)*(?:remaining|rest|remainder|other|others|last|first|second|third|another|further|more|\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty|hundreds?|thousands?|dozens?)\b/iu;

/** A body that no list has may be founded in a sentence that names nobody else: "The International Olive Council was set up". */
export const FOUNDS =
  /\b(?:International|Joint|Regional|Bilateral|Binational|Intergovernmental|Multilateral|World|Inter-\p{Lu}?\p{L}+|Pan-\p{L}+)\s+(?:\p{Lu}[\p{L}-]+\s+|(?:and|of|for)\s+)+[^.;]{0,60}?\b(?:founded|established|set\s+up|created|formed|launched|dissolved)\b|\b(?:[Bb]ilateral|[Tt]wo-way|[Mm]utual)\s+(?:\p{L}+\s+){0,2}(?:trade|commerce|turnover)\b/u;
