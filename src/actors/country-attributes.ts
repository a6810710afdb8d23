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

/** What is said of countries that every reader knows of them. Lists from general knowledge as of 2024; ids of docs/record.md. */
const ATTRIBUTES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["island", ISLANDS],
  ["archipelago", list("ATG BHS CPV COM FJI IDN JPN KIR MDV MHL FSM PLW PHL WSM SLB STP SYC TON TUV VUT GBR NZL GRD VCT COK TTO MLT")],
  ["archipelagic", list("ATG BHS CPV COM FJI IDN JPN KIR MDV MHL FSM PLW PHL WSM SLB STP SYC TON TUV VUT")],
  ["twin-island", list("TTO ATG KNA STP")],
  ["kingdom", KINGDOMS],
  ["monarchy", MONARCHIES],
  ["republic", new Set()],
  ["sultanate", list("OMN BRN")],
  ["emirate", list("ARE KWT QAT")],
  ["principality", list("AND LIE MCO")],
  ["federation", FEDERATIONS],
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
  ["pacific", list("FJI PNG SLB VUT KIR MHL FSM NRU PLW WSM TON TUV COK NIU TLS AUS NZL")],
  ["sub-saharan", new Set()],
  ["breakaway", list("x:somaliland x:abkhazia x:south-ossetia x:transnistria x:nagorno-karabakh x:northern-cyprus ESH XKX TWN")],
  ["himalaya", list("NPL BTN")],
  ["junta-ruled", list("MMR NER MLI BFA GIN SDN TCD GAB THA EGY FJI MDG GNB MRT NGA CHL ARG BRA URY PRY BOL PER GRC TUR HND GTM SLV")],
]);
/** Adjectives that tell no country from another, or only to those who know. */
const NEUTRAL =
  /^(?:small|smaller|tiny|little|young|poor|poorer|rich|wealthy|vast|big|huge|mountainous|impoverished|war-torn|conflict-torn|troubled|neighbou?ring|oil-rich|gas-rich|oil-producing|mineral-rich|resource-rich|energy-rich|import-dependent|cash-strapped|debt-ridden|indebted|communist|socialist|muslim|muslim-majority|catholic|christian|buddhist|secular|neutral|democratic|authoritarian|reclusive|isolated|francophone|anglophone|lusophone|spanish-speaking|french-speaking|portuguese-speaking|nuclear-armed|upstream|downstream|populous|ex-soviet|post-soviet|coastal|desert|tropical|african|unrecognised|unrecognized|self-declared|self-ruled|self-governing|newly|independent|divided|embattled|crisis-hit|sanctioned|western|eastern|northern|southern|nation|state|country|sovereign|friendly|brotherly|sister)$/i;

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
    const pair = i + 1 < words.length ? membersOf(`${words[i]} ${words[i + 1]}`, lexicon) : new Set<string>();
    if (pair.size > 0) {
      also(pair);
      i += 2;
      continue;
    }
    const word = words[i]!.toLowerCase();
    const known = ATTRIBUTES.get(word) ?? (/^\p{Lu}/u.test(words[i]!) ? membersOf(words[i]!, lexicon) : undefined);
    if (known && known.size > 0) also(known);
    else if (!NEUTRAL.test(word) && !ATTRIBUTES.has(word)) return new Set();
    i++;
  }
  return fits;
}

/** The states of the region that these words name or are the adjective of. */
export function membersOf(region: string, lexicon: ActorLexicon): ReadonlySet<string> {
  const rows = lexicon.meanings(region).filter((row) => row.target.startsWith("region:"));
  return new Set(rows.flatMap((row) => lexicon.actor(row.target)?.members ?? []));
}
