/** Words for the invented sentences: kept apart so that they can be read and changed as the lists they are. */
const list = (text: string): string[] => text.split(" ");
export const STATES = list(
  "Kenya Uganda Laos Vietnam Peru Chile Brazil Norway Sweden Japan China India Pakistan Egypt Morocco Algeria Nigeria Ghana Senegal Mexico Cuba Panama Colombia Bolivia Paraguay Uruguay Argentina Ecuador Venezuela Guatemala Honduras Spain Portugal France Germany Italy Poland Hungary Romania Bulgaria Greece Turkey Iran Iraq Israel Jordan Syria Lebanon Russia Ukraine Georgia Armenia Kazakhstan Mongolia Thailand Malaysia Indonesia Singapore Philippines Australia Canada Belgium Denmark Finland Austria Ethiopia Sudan Angola Mozambique Zambia Zimbabwe Tanzania Rwanda Cameroon Gabon Nepal Bangladesh Fiji Washington Beijing Seoul Tokyo Moscow London Paris Havana Brasília Taipei Pyongyang Hanoi Ankara Tehran Cairo",
);
export const DEMONYMS = list(
  "Kenyan Ugandan Laotian Vietnamese Peruvian Chilean Brazilian Norwegian Swedish Japanese Chinese Indian Egyptian Moroccan Nigerian Mexican Cuban Colombian Bolivian Argentine Ecuadorian Spanish French German Italian Polish Turkish Iranian Israeli Russian Ukrainian Thai Malaysian Indonesian Canadian Australian Korean",
);
export const CITIES = list(
  "Lima Quito Bogotá Santiago Havana Geneva Vienna Brussels Nairobi Kampala Hanoi Bangkok Jakarta Cairo Rabat Oslo Seoul Tokyo Ottawa Madrid Lisbon Rome Berlin Moscow Ankara",
);
export const PEOPLE = [
  "John Otieno",
  "Ana Vidal",
  "Park Min",
  "Carlos Rojas",
  "Li Wei",
  "Maria Costa",
  "Ivan Petrov",
  "Hugo Salas",
  "Kim Sung",
  "Lars Berg",
  "Omar Farouk",
  "Rosa Núñez",
];
export const BODIES = [
  "United Nations",
  "World Bank",
  "African Union",
  "Pacific Alliance",
  "Organization",
  "Commonwealth",
  "Council",
  "Community",
  "International Coffee Organization",
  "Arab League",
  "Union",
  "Bank",
  "Forum",
  "Assembly",
];
export const TITLES = list("President Chancellor Ambassador Secretary Premier Minister");
export const MONTHS = list("January February March April May June July August September October November December");

/** Verb: base, past, past participle; then its objects. */
export const VERBS: readonly [string, string, string, readonly string[]][] = [
  [
    "establish",
    "established",
    "established",
    ["diplomatic relations", "relations", "full diplomatic ties", "an embassy", "a joint commission", "a fund"],
  ],
  ["open", "opened", "opened", ["an embassy", "its embassy", "a consulate", "talks", "a trade office", "negotiations"]],
  ["close", "closed", "closed", ["its embassy", "the consulate", "its borders", "the mission"]],
  ["sever", "severed", "severed", ["diplomatic relations", "relations", "ties", "all ties"]],
  ["normalise", "normalised", "normalised", ["relations", "ties", "diplomatic relations"]],
  ["restore", "restored", "restored", ["relations", "diplomatic ties", "full relations"]],
  ["resume", "resumed", "resumed", ["relations", "talks", "negotiations", "diplomatic relations"]],
  ["suspend", "suspended", "suspended", ["relations", "talks", "the agreement", "aid"]],
  ["upgrade", "upgraded", "upgraded", ["relations", "ties", "its mission"]],
  [
    "sign",
    "signed",
    "signed",
    [
      "an agreement",
      "a treaty",
      "a trade agreement",
      "a joint declaration",
      "two memoranda",
      "five agreements",
      "the protocol",
      "a defence pact",
    ],
  ],
  ["ratify", "ratified", "ratified", ["the treaty", "the agreement", "the convention", "the accord"]],
  ["conclude", "concluded", "concluded", ["an agreement", "negotiations", "talks"]],
  ["visit", "visited", "visited", ["@", "the capital", "the country"]],
  ["host", "hosted", "hosted", ["the summit", "a conference", "the third round", "the forum"]],
  ["recognize", "recognized", "recognized", ["@", "the government", "the new state"]],
  ["join", "joined", "joined", ["the body#", "the alliance"]],
  ["leave", "left", "left", ["the body#", "the alliance", "@"]],
  ["expel", "expelled", "expelled", ["the * ambassador", "two * diplomats", "a diplomat"]],
  ["recall", "recalled", "recalled", ["its ambassador", "the ambassador", "its envoy"]],
  ["urge", "urged", "urged", ["restraint", "dialogue"]],
  ["condemn", "condemned", "condemned", ["the attack", "the coup", "@", "the test"]],
  ["send", "sent", "sent", ["troops", "a mission", "military advisers", "an envoy", "medical aid"]],
  ["grant", "granted", "granted", ["a loan", "aid", "military assistance", "asylum"]],
  ["donate", "donated", "donated", ["vaccines", "two vessels", "medical supplies", "equipment"]],
  ["buy", "bought", "bought", ["aircraft", "eight jets", "patrol vessels", "weapons"]],
  ["sell", "sold", "sold", ["aircraft", "two frigates", "weapons", "oil"]],
  ["impose", "imposed", "imposed", ["sanctions", "an embargo", "new tariffs"]],
  ["lift", "lifted", "lifted", ["sanctions", "the embargo", "visa requirements"]],
  ["hold", "held", "held", ["talks", "a summit", "the second meeting", "consultations", "elections"]],
  ["meet", "met", "met", ["@", "the * president", "the * foreign minister"]],
  ["assume", "assumed", "assumed", ["the presidency", "the chair"]],
  ["accept", "accepted", "accepted", ["the offer", "the invitation", "the proposal"]],
  ["reject", "rejected", "rejected", ["the proposal", "the claim", "the request"]],
  ["announce", "announced", "announced", ["a visit", "new sanctions", "the closure"]],
  ["approve", "approved", "approved", ["the agreement", "a loan", "the sale"]],
];

export const AGAINST: readonly [string, string, readonly string[]][] = [
  ["withdraw", "withdrew", ["from the body#"]],
  ["mediate", "mediated", ["between & and &"]],
  ["arrive", "arrived", ["in ^"]],
  ["gather", "gathered", ["in ^"]],
  ["fight", "fought", ["in @", "against @"]],
  ["vote", "voted", ["against the resolution", "for the resolution"]],
  ["participate", "participated", ["in the summit", "in the talks"]],
  ["cooperate", "cooperated", ["with @"]],
  ["trade", "traded", ["with @"]],
  ["belong", "belonged", ["to the body#"]],
];
