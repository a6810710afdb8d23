const COUNTRY =
  "countries|nations|states|republics|neighbou?rs|allies|governments|peoples|powers|economies|kingdoms|monarchies|partners|rivals|foes";
export const HOLDER =
  "men|women|leaders|presidents|foreign ministers|foreign secretaries|finance ministers|trade ministers|commerce ministers|energy ministers|interior ministers|speakers|army chiefs|prime ministers|defen[cs]e ministers|heads of state|heads of government|ministers|diplomats|ambassadors|premiers|kings|monarchs|counterparts|delegations";
const NUMBER = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const SIDE = "sides|parties|capitals|delegations|foreign ministries|armies|navies|militaries|parliaments|central banks|cabinets";
/** Offices of which a state has one holder. */
const HOLDS =
  "president|prime minister|premier|chancellor|(?:deputy |vice )?foreign minister|foreign secretary|defen[cs]e minister|trade minister|interior minister|finance minister|king|monarch|emir|sultan|head of state|head of government";
const REGION = "\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)?";
const ONE =
  "country|nation|state|republic|kingdom|monarchy|sultanate|emirate|federation|confederation|archipelago|principality|neighbou?r|power|island nation|island state|city-state|giant|territory|colony";
const BODY =
  "bloc|organi[sz]ation|bank|lender|forum|group|grouping|alliance|agency|association|community|union|commission|council|fund|league|treaty|pact|mechanism|court|tribunal|body|mission|peacekeeping force";
/** Nouns that mean a body only with a capital letter: "the Initiative". */
const NAMED_BODY =
  "Initiative|Dialogue|Partnership|Coalition|Authority|Convention|Process|Network|Facility|Platform|Conference|Protocol|Covenant|Assembly|Board";
const BAND = "rebels|guerrillas|insurgents|militants|militiamen|militia|rebel group|armed group|separatists|jihadists|fighters";

/** The same words with capitals or without: "President", "president". */
function anyCase(words: string): string {
  return words.replace(/(?<![\p{L}[\]?\\])\p{Ll}/gu, (letter) => `[${letter.toUpperCase()}${letter}]`);
}

/** A word that describes: none that joins phrases. */
const WORD =
  "(?!(?:of|the|a|an|in|on|at|and|or|nor|to|by|for|with|from|that|which|who|whose|its|their|his|her|is|was|are|were|has|had|as|but|into|against|between|under|over)\\b)[\\p{L}-]+";

/** How the wordings begin, so that they are tried at few places: both, the, Parliament, Cabinet, Government, Leaders, Ministers, Heads, Foreign, Member, our, one, neither, either, each, all, whose, his, her, its, we, us, she, my, your … */
export const OPENER =
  "(?=\\b(?:Leaders|Ministers|Heads|Foreign M|Member|[Bb]o|[Tt]h|Parl|Cabi|Gov|[Oo]ur|[Oo]ne|[Nn]ei|[Ee]i|[Ee]ach|[Aa]ll|whose|[Hh]i|[Hh]e|[Ii]t|[Ww]e\\b|us\\b|[Ss]he|[Mm]y|[Yy]our))";

/** Every wording that may refer. Groups tell the kind of reference; `readReference` decides whether it does. */
export const REFERENCE = new RegExp(
  `${OPENER}(?:${[
    `(?<agreed>\\b[Ii]t(?= was (?:also |further |then |moreover )?(?:agreed|decided) to\\b))`,
    `(?<dual>\\b(?:[Bb]oth|[Tt]he two|[Tt]hese two|[Tt]hose two|[Bb]oth of the|[Bb]oth the|[Oo]ur two)(?: (?<dualAdjective>${REGION}|\\p{Ll}[\\p{Ll}-]+))?? (?<dualNoun>(?:${anyCase(`${COUNTRY}|${SIDE}|${HOLDER}|regions|organi[sz]ations|blocs|groups`)}))\\b)`,
    `(?<sides>\\b[Tt]he (?:(?:\\p{Ll}+ |${REGION} ){0,1}neighbou?rs|pair|warring parties|warring sides|rival governments|former foes|rivals|foes|(?:countries|nations|governments)(?=[’'] |\\s+(?:have|had|are|were|will|also|then|again|later|(?!involved|concerned|affected|mentioned|named|invited|visited|represented|listed|located|based|situated)\\p{Ll}+ed|sign|agree|resume|restore|establish|open|exchange|hold|held|launch|cut|sever|break|broke|fought|fight|share|began|begin)\\b))\\b)`,
    `(?<holders>\\b[Tt]he (?<holdersNoun>(?:[Ff]oreign [Mm]inisters|[Pp]rime [Mm]inisters|[Dd]efen[cs]e [Mm]inisters|[Mm]inisters|[Pp]residents|[Hh]eads of [Ss]tate|[Hh]eads of [Gg]overnment|[Ll]eaders|[Ss]ides|[Pp]arties|[Dd]elegations))\\b(?! (?:of|from|for|to|in|and)\\b)(?![-–’'])(?! \\p{Lu}))`,
    `(?<assembly>\\b(?:Leaders|Ministers|Foreign Ministers|Heads of State(?: and(?: of)? Government)?|Heads of Government|Member States|Member Countries)\\b(?! (?:of|from|for|and|in|to)\\b)(?![-–’'])(?! \\p{Lu}))`,
    `(?<either>\\b(?:[Nn]either|[Ee]ither|[Ee]ach)(?: of the)? (?:two\\b(?! \\p{Ll}+s\\b)|side|country|party|government|state|nation|capital|leader|president)\\b)`,
    `(?<many>\\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Aa]ll) (?<number>${NUMBER}|\\d\\d?|fifteen)(?: (?:(?<manyRegion>${REGION})|(?<manyAdjective>island|landlocked|oil-producing|oil-rich|francophone|lusophone|sahelian)|member|neighbou?ring|founding|successor))? (?<manyNoun>(?:${anyCase(`${COUNTRY}|sides|parties|members|${HOLDER}`)}))\\b)`,
    `(?<rest>\\b[Tt]he (?:other|remaining) (?<restNumber>two|three|four|five|six)\\b(?: (?:${anyCase(`${COUNTRY}|members|parties|signatories`)})\\b)?)`,
    `(?<those>\\b(?:[Tt]hese|[Tt]hose) (?:(?<thoseRegion>${REGION}) )?(?<thoseNoun>(?:countries|nations|states|republics|governments|kingdoms))\\b)`,
    `(?<few>(?<!\\bof )\\b(?:[Tt]he|[Aa]ll) (?<fewNumber>${NUMBER}|\\d\\d)(?=[.,;’']|\\s+\\p{Ll}|$))`,
    `(?<each>\\b(?:each other|one another)(?=[’'\\s,.;]|$))`,
    `(?<bare>\\b(?:[Bb]oth|[Nn]either|[Ee]ach|[Ee]ither)\\b)`,
    `(?<whose>(?<=\\S,? )whose\\b)`,
    `(?<counterpart>\\b(?<holder>his|her|their|its|Their|His|Her|Its) (?<adjective>(?:\\p{Lu}[\\p{L}-]+ ){0,3})(?:counterparts?|colleagues?|opposite numbers?))\\b`,
    `(?<other>\\b(?<owner>[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur) (?:\\p{Ll}[\\p{Ll}-]+ )?(?<otherNoun>neighbou?r|partner|ally|rival|adversary|foe|opponent|hosts?|guests?|visitor|interlocutor)\\b(?! \\p{Lu})(?![-–]))`,
    `(?<former>\\b[Tt]he (?:(?<which>former)(?!(?: \\p{Lu}[\\p{L}-]+)? (?:colony|possession|republic|state|nation|country)\\b)|(?<which2>latter))\\b)`,
    `(?<ordinal>\\b[Tt]he (?<place>first|last)(?= \\p{Ll}+(?:ed|t|nt|ok|ve|s)\\b))`,
    `(?<host>\\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir) (?:(?<hostAdjective>${REGION}) )?(?:hosts?|host (?:government|country|nation|state))\\b(?! \\p{Lu})(?![-–]))`,
    `(?<guest>\\b[Tt]he (?:visitors?|guests?|visiting (?:president|minister|prime minister|foreign minister|leader|delegation))\\b(?! \\p{Lu})(?![-–]))`,
    `(?<described>\\b(?:[Tt]he|[Tt]his|[Tt]hat) (?<adjectives>(?:${WORD} ){0,3})(?<noun>${ONE}|island|isle|Republic|Kingdom|Sultanate|Emirate|Federation|Island)\\b(?! (?:of|club|house|music|road|side|nation|state|group|chain|department|visit|secretary|level|media|television|radio|news|broadcaster|owned|bank|funeral|dinner|banquet|council|budget|company|enterprise)\\b)(?![-–])(?! \\p{Lu}))`,
    `(?<body>\\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:(?:[\\p{L}\\d]+-(?:nation|member|country|state|strong|based)|${WORD}) ){0,2}?(?<bodyNoun>(?:${anyCase(BODY)}|${NAMED_BODY}))\\b(?! \\p{Lu})(?! (?:of|for|on|between|in which|account|accounts|loan|holiday)\\b)(?![-–]))`,
    `(?<band>\\b(?:[Tt]he|[Tt]hese|[Tt]hose) (?:${BAND})\\b(?! of\\b))`,
    `(?<region2>\\b(?:[Tt]he|[Tt]his) region\\b(?! of\\b))`,
    `(?<highness>\\b(?:His|Her) (?:Royal |Serene )?(?:Majesty|Highness)(?: the (?:King|Queen|Sultan|Amir|Emir))?\\b(?! (?:the )?\\p{Lu})(?! of\\b))`,
    `(?<title>\\b(?:[Tt]he) (?:(?:new|newly elected|incoming|visiting) )?(?<titleNoun>(?:${anyCase("deputy prime minister|president|prime minister|foreign minister|defen[cs]e minister|minister|chancellor|premier|ambassador|king|queen|emir|amir|sultan|leader|envoy|diplomat|official|spokesman|spokeswoman|monarch|chairperson|chairman|chairwoman|commissioner|high representative|secretary-general|secretary general|director-general|director general|executive secretary|high commissioner|cabinet secretary|deputy minister|deputy foreign minister|vice foreign minister|vice minister|undersecretary|under-secretary|permanent secretary|state secretary")})|general)\\b(?! (?:of|for|to)\\b)(?![-–]|\\p{L}| \\p{Lu}|[’']s? \\p{Lu}))`,
    `(?<portfolio>\\b[Tt]he (?<portfolioNoun>(?:(?:${anyCase("first|deputy|vice|acting")})[ -]){0,2}(?:Minister|Secretary of State|Minister of State|Under-?[Ss]ecretary|State Secretary)) (?:of|for) (?:the )?(?<matter>\\p{Lu}\\p{L}+(?:(?:,|,? and|,? of|,? for)?(?: the)? \\p{Lu}\\p{L}+){0,6})\\b(?! of\\b)(?![’']s? \\p{Lu}))`,
    `(?<sent>\\b[Tt]he (?:(?:[Dd]eputy|[Aa]cting) )?(?:[Ss]pecial|[Pp]ersonal) (?:[Rr]epresentative|[Ee]nvoy|[Aa]dviser|[Cc]oordinator)\\b(?! (?:of|for|to|on)\\b)(?![-–’'])(?! \\p{Lu}[^.;]{0,40}? (?:of|for) \\p{Lu}))`,
    `(?<deputation>\\b[Tt]he (?:(?:same|visiting|official|high-level|parliamentary|ministerial|military|trade|business) ){0,2}(?:delegation|team)\\b(?! (?:of|from|for|to|in|at)\\b)(?![-–’'])(?! \\p{Lu}))`,
    `(?<predecessor>\\b(?<held>[Hh]is|[Hh]er) (?:immediate |late )?(?:predecessor|successor)(?: (?<heldBy>\\p{Lu}[\\p{L}'’-]+(?: (?:(?:bin|al|de|da|van|von) )?\\p{Lu}[\\p{L}-]+){0,3}))?\\b(?![-–’'])(?! \\p{Lu}))`,
    `(?<government>\\b(?:[Tt]he|[Tt]hat) (?:(?:new|newly elected|incoming|incumbent|outgoing|interim|transitional|provisional|caretaker|central|federal) )?(?<governmentNoun>(?:${anyCase("government|regime|junta|authorities|foreign ministry|ministry|military government|military rulers|military leaders|ruling generals|generals|coup leaders|putschists|embassy|high commission")}))\\b(?! (?:of|in|for|to|at|change|type|collapse)\\b)(?![-–])(?! \\p{Lu}))`,
    `(?<organ>(?:\\b[Tt]he (?:national |federal |country[’']s )?|(?<=(?:^|[.!?:]["”]?)\\s*)(?=[PCG]))(?<organNoun>(?:[Pp]arliament|[Cc]abinet|[Cc]ouncil of [Mm]inisters|[Aa]rmed [Ff]orces|[Aa]rmy|[Nn]avy|[Aa]ir [Ff]orce|[Cc]oast [Gg]uard|[Dd]efen[cs]e [Ff]orces?|(?:[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Tt]rade|[Hh]ealth|[Ee]ducation|[Aa]griculture|[Tt]ransport|[Ee]nergy|[Cc]ommerce) [Mm]inistry|[Mm]inistry of (?:[Ff]oreign [Aa]ffairs|[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Tt]rade|[Hh]ealth|[Ee]ducation|[Aa]griculture|[Tt]ransport|[Ee]nergy|[Cc]ommerce)|[Cc]entral [Bb]ank|Government))\\b(?! (?:of|in|for|at)\\b)(?![-–’'])(?! \\p{Lu}))`,
    `(?<capital>\\b[Tt]he capital\\b(?! (?:of|city of|markets?|account|flows?|goods|base|injection|stock|costs?|spending|required|needed|punishment|investment|raised|gains?)\\b)(?![-–]))`,
    `(?<pope>\\b[Tt]he (?:[Pp]ope|[Pp]ontiff|Holy Father)\\b(?! \\p{Lu})(?! of\\b)(?![-–]))`,
    `(?<peninsula>\\b[Tt]he peninsula\\b)`,
    `(?<office>\\b(?<officeOwner>[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:then |new |own |current |outgoing |acting )?(?<officeNoun>${HOLDS})\\b(?![-–])(?!['’]s)(?! \\p{Lu}\\p{L}+ (?:counterpart|of)))`,
    `(?<home>\\b(?<homeOwner>[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y|[Yy]our) (?:own )?(?:[Cc]ountry|[Nn]ation|[Gg]overnment|[Rr]epublic|homeland|[Kk]ingdom|island|[Cc]abinet|[Aa]dministration|people|delegation)\\b(?![-–]))`,
    `(?<place>\\b(?:[Tt]here|[Hh]ere)\\b(?!['’-])(?! (?:is|are|was|were|has|have|had|will|would|may|might|can|could|should|must|being|exists?|remains?|we|I|too)\\b))`,
    `(?<we>\\b(?:[Ww]e|us|[Oo]urs?)\\b)`,
    `(?<you>\\b[Yy]our\\b(?! (?:question|reaction|comment|view|position|excellenc|majesty|highness|honou?r)))`,
    `(?<pronoun>\\b(?:[Ii]ts?|[Tt]hey|[Tt]heir|them|[Hh]e|[Ss]he|[Hh]is|[Hh]er|him)\\b(?! (?:Excellenc|Majest|(?:Royal |Serene )?Highness|Holiness|Eminence|Honou?r\\b)))`,
  ].join("|")})`,
  "gu",
);
