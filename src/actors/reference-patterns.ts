const COUNTRY = "countries|nations|states|republics|neighbou?rs|allies|governments|peoples|powers|economies";
export const HOLDER =
  "men|women|leaders|presidents|foreign ministers|prime ministers|heads of state|heads of government|ministers|diplomats|ambassadors|premiers";
const NUMBER = "three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const REGION =
  "(?:South|Central|Latin|North) American|Caribbean|Andean|African|(?:West|East|North|Southern|Central) African|(?:East|Southeast|South|Central|Northeast) Asian|Asian|(?:Western|Eastern|Central|Northern|Southern|East) European|European|Scandinavian|Nordic|Baltic|Balkan|Gulf|Middle Eastern|Arab|Pacific|Central Asian|Oceanian|Iberian|Maghreb|Sahel|island|isthmian|Southern Cone";
const ONE = "country|nation|state|republic|island nation|island state|island|kingdom|giant|neighbou?r|power|government";

/** Every wording that may refer. Groups tell the kind of reference; `readReference` decides whether it does. */
export const REFERENCE = new RegExp(
  [
    `(?<dual>\\b(?:[Bb]oth|[Tt]he two|[Tt]hese two|[Tt]hose two|[Bb]oth of the|[Bb]oth the|[Oo]ur two)(?: (?:${REGION}))? (?<dualNoun>(?i:${COUNTRY}|sides|parties|capitals|delegations|foreign ministries|${HOLDER}|regions|organi[sz]ations|blocs|groups))\\b)`,
    `(?<two>\\b(?:[Tt]he two|[Tt]he pair|[Bb]oth)(?= (?:agreed|met|signed|discussed|have|had|also|will|were|are|exchanged|held|talked|spoke|pledged|shook|announced|joined|belong|want|wanted|sought|said|opened|remain|remained|share|shared|would|could|can|may|then|later|recalled|withdrew|broke|reached)\\b)|(?<=\\b(?:between|of|with) )[Tt]he two(?=[.,;)]|$))`,
    `(?<either>\\b(?:[Nn]either|[Ee]ither|[Ee]ach)(?: of the)? (?:side|country|party|government|state|nation|capital)\\b)`,
    `(?<three>\\b(?:[Tt]he|[Aa]ll) (?<threeNumber>three|four|five)(?= (?:agreed|met|signed|have|had|also|will|were|are|are|joined|share|said)\\b|[.,;]))`,
    `(?<each>\\beach other(?=[’'\\s,.;]|$))`,
    `(?<many>\\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Aa]ll|[Tt]he other) (?<number>${NUMBER})(?: (?:${REGION}|member|neighbou?ring))? (?<manyNoun>(?i:${COUNTRY}|sides|parties|members|${HOLDER}))\\b)`,
    `(?<whose>(?<=\\S,? )whose\\b)`,
    `(?<isle>\\b[Tt]he island\\b(?! (?:of|nation|state|group|chain)\\b)(?![-–]))`,
    `(?<regional>\\b(?:[Tt]he|[Tt]his|[Tt]hat) (?<region>${REGION}) (?<regionalNoun>${ONE}|bloc|giant)\\b)`,
    `(?<counterpart>\\b(?<holder>his|her|their|its|Their|His|Her|Its) (?<adjective>(?:\\p{Lu}[\\p{L}-]+ ){0,3})(?:counterparts?|colleagues?))\\b`,
    `(?<former>\\b[Tt]he (?:(?<which>former)(?=[’']s\\b|[,.;:)]|\\s+(?:is|was|has|had|have|were|are|will|would|could|can|may|might|did|does|to|in|and|for|with|by|as|also|then|at|on|from|agreed|said|sent|signed|joined|refused|asked|offered|opened|announced|recalled|received|accuses|accused|claims|claimed|wants|wanted|holds|held|rejects|rejected|supports|supported|over|about|of|against|into|under|because|while|when|after|before)\\b|$)|(?<which2>latter)(?! (?:half|part|stage|days?|case|group|two|three|years?|months?|decades?|point|term|type|kind|form|option|approach|period|phase|stages|being|category|issue|question|topic)\\b)\\b))`,
    `(?<country>\\b(?:[Tt]he|[Tt]hat|[Tt]his) (?:country|nation|republic|kingdom|sultanate|emirate|federation|archipelago|principality)\\b(?! (?:of|club|house|music|road|side)\\b)(?![-–]))`,
    `(?<body>\\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:regional |sub-?regional |economic |trade |trading |military |political |multilateral |development |South American |Latin American |Caribbean |Central American |African |Asian )?(?<bodyNoun>(?i:bloc|organi[sz]ation|bank|lender|forum|group|grouping|alliance|agency|association|community|union|commission|council|fund|league|treaty|pact|mechanism|court))\\b(?! \\p{Lu})(?! (?:of|for|on|between|in which|account|accounts|loan|holiday)\\b)(?![-–]))`,
    `(?<region2>\\b(?:[Tt]he|[Tt]his) region\\b(?! of\\b))`,
    `(?<title>\\b(?:the|The) (?<titleNoun>(?i:president|prime minister|foreign minister|minister|chancellor|premier|ambassador|king|leader)|general)\\b(?! (?:of|for|to)\\b)(?![-–]|\\p{L}| \\p{Lu}))`,
    `(?<government>\\b(?:[Tt]he|[Tt]hat) (?<governmentNoun>(?i:government|regime|junta|authorities|foreign ministry|cabinet|administration|embassy))\\b(?! (?:of|in|for|to|at)\\b)(?![-–])(?! \\p{Lu}))`,
    `(?<peninsula>\\b[Tt]he peninsula\\b)`,
    `(?<him>\\b(?:him|them)\\b)`,
    `(?<itself>(?<=\\b(?:that|said|says|because|if|when|where|and|but|while|after|before|until|since|although|though|whether|what|which) )it(?= (?:would|will|had|has|could|may|might|can|did|does|also|now|never|no longer|wants?|seeks|sought|holds)\\b(?! been (?:said|agreed|reported)| be (?:possible|necessary|hard|easy|better|wrong|clear)| seemed| rained| appeared)))`,
    `(?<our>\\b(?:our|Our) (?:country|nation|government|republic|ministry|foreign ministry|people|side|embassy|president|foreign minister|delegation)\\b)`,
    `(?<its>\\b(?:its|Its)\\b)`,
    `(?<their>\\b(?:their|Their)\\b)`,
    `(?<his>\\b(?:his|His|her|Her)\\b(?=\\s+\\p{L})(?! (?:to|in|at|on|for|with|and|that|by|from|as|when|after|before|because|into|of|out|up|down|back|off|away|again|there|here|how|who|if|or|but|the|a|an|was|is)\\b))`,
    `(?<he>\\b(?:he|He|she|She)\\b)`,
    `(?<they>\\b[Tt]hey\\b(?= \\p{Ll}))`,
    `(?<it>\\b[Ii]t(?= (?:also |then |later |soon |first |still |further |formally |officially |once |now |never |recently |again |first |alone |thus )?(?:broke|sent|gave|held|hosted|hosts|hold|set up|joined|left|withdrew|became|maintains?|maintained|opened|opens|closed|recogni[sz]e[sd]|established|signed|signs|ratified|recalled|appointed|pledged|rejected|condemned|accused|supports?|supported|demanded|offered|offers|agreed|refused|suspended|severed|restored|resumed|donated|lent|sold|bought|exports|exported|imports|imported|expelled|imposed|lifted|acceded|applied|supplies|supplied|called|urged|declared|announced|provides|provided|keeps|kept|fought|founded|paid|pays|found|quit|rejoined|belongs|chairs|chaired|voted|invited|asked|wants|wanted|seeks|sought|turned|built|cut|raised|attacked|invaded|occupied|annexed|ceded|claims|claimed|helped|backs|backed|funds|funded|financed|granted|promised|proposed|dispatched|deployed|trained|won|lost|ran|runs|owns|lends|buys|sells|sends|gives|leads|led|mediated|abstained|denounced|criticised|criticized|praised|welcomed|threatened|warned|(?:has|had|have) (?:an|a|no|had|sent|signed|joined|opened|been a|maintained|hosted|given|provided|supplied|recogni[sz]ed|established|closed|broken|agreed|refused|long|never|since|also|served|kept|held|become|embassies|consulates)|(?:is|was) (?:also )?(?:a|an|the) (?:member|party|founding|full|associate|permanent|signatory|observer|founder|non-permanent|ally|guarantor))\\b(?! (?:that|clear|possible|necessary|hard|easy) )))`,
  ].join("|"),
  "gu",
);
