import type { ActorLexicon } from "./lexicon.ts";

const list = (ids: string): ReadonlySet<string> => new Set(ids.split(" "));

const ISLANDS = list(
  "ATG BHS BRB CUB DMA DOM GRD HTI JAM KNA LCA VCT TTO ISL GBR IRL MLT CYP MDG MUS SYC COM CPV STP MDV LKA SGP IDN PHL JPN TWN TLS AUS NZL FJI PNG SLB VUT KIR MHL FSM NRU PLW WSM TON TUV BRN BHR COK NIU GRL",
);
const MONARCHIES = list(
  "AND BEL BHR BTN BRN KHM DNK SWZ JPN JOR KWT LSO LIE LUX MYS MCO MAR NLD NOR OMN QAT SAU ESP SWE THA TON ARE GBR VAT",
);
const KINGDOMS = list("BEL BHR BTN KHM DNK SWZ JOR LSO MAR NLD NOR SAU ESP SWE THA TON GBR");
const FEDERATIONS = list(
  "RUS USA MEX BRA ARG VEN CAN AUS IND PAK MYS NGA ETH DEU AUT CHE BEL BIH ARE FSM KNA COM NPL SOM SSD IRQ SUN YUG CSK",
);
const LANDLOCKED = list(
  "AFG AND ARM AUT AZE BLR BTN BOL BWA BFA BDI CAF TCD CZE SWZ ETH HUN KAZ KGZ LAO LSO LIE LUX MWI MLI MDA MNG NPL NER MKD PRY RWA SMR SRB SVK SSD CHE TJK TKM UGA UZB VAT ZMB ZWE XKX CSK",
);
const GULF = list("BHR KWT OMN QAT SAU ARE");
const ARAB = list("DZA BHR COM DJI EGY IRQ JOR KWT LBN LBY MRT MAR OMN PSE QAT SAU SOM SDN SYR TUN ARE YEM");

const OIL = list(
  "SAU ARE KWT QAT IRQ IRN VEN NGA AGO DZA LBY GAB GNQ COG TCD SSD AZE KAZ TKM RUS NOR BRN OMN BHR GUY ECU SDN YEM TTO SYR MEX CMR GHA COL",
);
const SOVIET = list("ARM AZE BLR EST GEO KAZ KGZ LVA LTU MDA RUS TJK TKM UKR UZB");

/** What is said of countries that every reader knows of them. Lists from general knowledge as of 2024; ids of docs/record.md. */
const ATTRIBUTES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["island", ISLANDS],
  ["archipelago", list("ATG BHS CPV COM FJI IDN JPN KIR MDV MHL FSM PLW PHL WSM SLB STP SYC TON TUV VUT GBR NZL GRD VCT COK TTO MLT")],
  ["archipelagic", list("ATG BHS CPV COM FJI IDN JPN KIR MDV MHL FSM PLW PHL WSM SLB STP SYC TON TUV VUT")],
  ["kingdom", KINGDOMS],
  ["monarchy", MONARCHIES],
  ["republic", new Set()],
  ["sultanate", list("OMN BRN")],
  ["emirate", list("ARE KWT QAT")],
  ["principality", list("AND LIE MCO")],
  ["federation", FEDERATIONS],
  ["confederation", list("CHE")],
  ["half-island", list("TLS DOM HTI")],
  ["atoll", list("KIR MDV MHL TUV FSM")],
  ["twin-island", list("TTO ATG KNA STP")],
  ["divided", list("CYP KOR PRK")],
  ["lusophone", list("PRT BRA AGO MOZ CPV GNB STP TLS GNQ")],
  [
    "francophone",
    list(
      "FRA BEL CHE CAN LUX MCO BEN BFA BDI CMR CAF TCD COM COG COD CIV DJI GAB GIN HTI MDG MLI MRT NER RWA SEN SYC TGO VUT MAR TUN DZA LBN MUS",
    ),
  ],
  ["oil-rich", OIL],
  ["oil-producing", OIL],
  ["gas-rich", list("QAT RUS TKM DZA AZE IRN NOR TTO MOZ BRN EGY KAZ UZB BOL TLS NGA LBY ARE OMN")],
  ["former soviet", SOVIET],
  ["ex-soviet", SOVIET],
  ["post-soviet", SOVIET],
  ["former yugoslav", list("BIH HRV MKD MNE SRB SVN XKX")],
  [
    "former british",
    list(
      "AUS BHS BHR BGD BRB BLZ BWA BRN CAN CYP EGY SWZ FJI GMB GHA GRD GUY IND IRQ JAM JOR KEN KIR KWT LSO MWI MYS MDV MLT MUS MMR NRU NZL NGA PAK PSE QAT KNA LCA VCT SYC SLE SGP SLB SOM ZAF SSD SDN LKA TZA TON TTO TUV UGA ARE USA VUT YEM ZMB ZWE HKG ISR",
    ),
  ],
  ["former french", list("DZA BEN BFA KHM CMR CAF TCD COM COG CIV DJI GAB GIN HTI LAO LBN MDG MLI MRT MAR NER SEN SYR TGO TUN VUT VNM")],
  ["former portuguese", list("AGO BRA CPV GNB MOZ STP TLS MAC")],
  ["former spanish", list("ARG BOL CHL COL CRI CUB DOM ECU SLV GNQ GTM HND MEX NIC PAN PRY PER PHL PRI URY VEN ESH")],
  ["former belgian", list("BDI COD RWA")],
  ["former dutch", list("IDN SUR")],
  ["former italian", list("ERI LBY SOM ETH")],
  ["former german", list("TZA TGO CMR NAM RWA BDI WSM PNG")],
  ["former american", list("PHL PLW FSM MHL LBR")],
  ["landlocked", LANDLOCKED],
  ["isthmian", list("PAN")],
  ["gulf", GULF],
  ["arab", ARAB],
  ["islamic", list("IRN PAK MRT AFG")],
  ["himalayan", list("NPL BTN")],
  ["horn", list("ETH ERI DJI SOM")],
  ["alpine", list("CHE AUT LIE")],
  ["iberian", list("ESP PRT")],
  ["sahelian", list("MLI NER BFA TCD MRT SEN SDN")],
  ["sahel", list("MLI NER BFA TCD MRT SEN SDN")],
  ["maghreb", list("MAR DZA TUN LBY MRT")],
  ["caucasian", list("GEO ARM AZE")],
  ["caucasus", list("GEO ARM AZE")],
  ["baltic", list("EST LVA LTU")],
  ["balkan", list("ALB BIH BGR HRV GRC MKD MNE ROU SRB SVN XKX YUG")],
  ["nordic", list("DNK FIN ISL NOR SWE")],
  ["scandinavian", list("DNK NOR SWE")],
  ["benelux", list("BEL NLD LUX")],
  ["levantine", list("LBN SYR JOR ISR PSE")],
  ["mediterranean", list("ALB DZA CYP EGY FRA GRC HRV ISR ITA LBN LBY MLT MCO MAR MNE SVN ESP SYR TUN TUR")],
  ["pacific", list("FJI PNG SLB VUT KIR MHL FSM NRU PLW WSM TON TUV COK NIU TLS")],
  ["sub-saharan", new Set()],
  ["breakaway", list("x:somaliland x:abkhazia x:south-ossetia x:transnistria x:nagorno-karabakh x:northern-cyprus ESH XKX TWN")],
  ["self-ruled", list("TWN x:somaliland")],
  ["self-governing", list("TWN GRL FRO COK NIU")],
  ["himalaya", list("NPL BTN")],
  [
    "junta-ruled",
    list(
      "MMR NER MLI BFA GIN SDN TCD GAB THA EGY FJI MDG GNB MRT NGA CHL ARG BRA URY PRY BOL PER GRC TUR HND GTM SLV SLE LBR COM STP LSO BDI CAF COG PAK BGD KHM LAO ECU PAN SUR HTI PRT ESP",
    ),
  ],
]);
/** Words before "country" that say which one of several is meant, or none in particular. */
const SELECTS =
  /^(?:same|other|another|whole|entire|host|home|first|second|third|fourth|last|next|only|latter|former|new|old|own|right|wrong|receiving|sending|accrediting|applicant|applying|candidate|member|recipient|donor|partner|respective|relevant|contracting|signatory|non-\p{L}+|developing|developed|industrialised|industrialized|average|typical|ordinary|ideal|hypothetical|unnamed|given|particular|certain|single|individual|foreign|hostile|welfare|police|nanny|deep|rogue|failed|federal|national|modern|nuclear|present|present-day|smaller|larger|bigger|stronger|weaker|richer|poorer|older|younger|lesser|greater|biggest|largest|smallest|richest|poorest|\p{L}+est|transit|target|exporting|importing|creditor|debtor|neighbour's|occupying|aggressor|participating|sponsoring|requesting|visiting|chairing|mediating|guarantor|third-party|so-called)$/iu;
/** Endings of adjectives that are made up for the occasion: "oil-rich", "war-torn", "nuclear-armed". */
const MADE_UP =
  /-(?:rich|poor|hit|torn|weary|stricken|prone|ruled|speaking|majority|dependent|producing|exporting|importing|strapped|ridden|armed|locked|scarred|ravaged|battered|starved|governed|declared|recognised|recognized|loving)$/i;
/** Adjectives that tell no country from another, or only to those who know. */
const NEUTRAL =
  /^(?:small|mountain|tiny|little|young|poor|rich|wealthy|vast|big|huge|mountainous|impoverished|troubled|neighbou?ring|indebted|communist|socialist|muslim|catholic|christian|buddhist|secular|neutral|democratic|authoritarian|reclusive|isolated|francophone|anglophone|lusophone|upstream|downstream|populous|ex-soviet|post-soviet|coastal|desert|tropical|african|unrecognised|unrecognized|newly|independent|divided|embattled|sanctioned|western|eastern|northern|southern|nation|state|country|sovereign|friendly|brotherly|sister|atoll|coral|volcanic|low-lying|remote|arid|war-torn|drought-stricken|fragile|breakaway|proud|great|ancient|strategic|strategically|located|beleaguered|bankrupt|prosperous|stable|peaceful|military-ruled|junta-led|crisis-hit|central|sparsely|densely|populated|energy|oil|gas|much|long|very|fast-growing|heavily|half-island|home)$/i;

/**
 * The states that words before "country" or "nation" fit: "landlocked", "twin-island", "South American". Null where they tell
 * nothing; an empty set where they are no description of a state ("the same country", "the host country").
 */
export function statesDescribed(adjectives: string, noun: string, lexicon: ActorLexicon): ReadonlySet<string> | null {
  let fits: ReadonlySet<string> | null = null;
  const also = (states: ReadonlySet<string>): void => {
    if (states.size > 0) fits = fits === null ? states : new Set([...fits].filter((id) => states.has(id)));
  };
  const kind = ATTRIBUTES.get(noun.toLowerCase());
  if (kind) also(kind);
  const words = adjectives.trim().split(/\s+/).filter(Boolean);
  for (let i = 0; i < words.length; ) {
    const two = i + 1 < words.length ? `${words[i]} ${words[i + 1]}` : "";
    const pair = two === "" ? new Set<string>() : (ATTRIBUTES.get(two.toLowerCase()) ?? membersOf(two, lexicon));
    if (pair.size > 0) {
      also(pair);
      i += 2;
      continue;
    }
    const word = words[i]!.toLowerCase();
    const known = ATTRIBUTES.get(word) ?? (/^\p{Lu}/u.test(words[i]!) ? membersOf(words[i]!, lexicon) : undefined);
    if (known && known.size > 0) also(known);
    else if (SELECTS.test(word) || !(NEUTRAL.test(word) || MADE_UP.test(word) || ATTRIBUTES.has(word))) return new Set();
    i++;
  }
  return fits;
}

/** The states of the region that these words name or are the adjective of. */
export function membersOf(region: string, lexicon: ActorLexicon): ReadonlySet<string> {
  const rows = lexicon.meanings(region).filter((row) => row.target.startsWith("region:"));
  return new Set(rows.flatMap((row) => lexicon.actor(row.target)?.members ?? []));
}
