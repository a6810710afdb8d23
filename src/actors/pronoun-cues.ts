import type { SentenceRoles, Stand } from "./sentence-roles.ts";

/** Verbs whose subject acts: a state, an organisation, a person, seldom a thing. */
const ACTS = new Set(
  "decline comply consent carry conduct undertake implement collaborate cooperate co-operate initiate begin discuss launch agree reach break send give hold host set join leave withdraw become maintain open close recognise recognize establish sign ratify recall appoint pledge reject condemn accuse support demand offer agree refuse suspend sever restore resume donate lend sell buy export import expel impose lift accede apply supply urge declare announce provide keep fight found pay quit rejoin belong chair vote invite ask want seek turn build cut raise attack invade occupy annex cede claim help back fund finance grant promise propose dispatch deploy train win lose run own lead mediate abstain denounce criticise criticize praise welcome threaten warn have say tell call name receive take try hope plan intend decide conclude negotiate need seize shell bomb fire launch defend protest deny insist blame thank trust fear believe think know see meet visit exchange share trade borrow owe spend earn return move switch go come make participate attend respond react answer reply retaliate withhold block veto ban restrict ease abolish waive arrest detain release extradite import repay contribute commission order purchase acquire receive accept admit let allow permit prefer favour favor oppose resist struggle depend rely aim aspire pursue champion sponsor co-sponsor assist aid shelter house lobby campaign bid nominate elect accredit station post assign transfer retain relocate downgrade upgrade normalise normalize reopen reinstate renew extend cancel postpone terminate denounce abandon drop renounce reaffirm affirm stress note add express voice".split(
    " ",
  ),
);
/** Verbs whose object, as the subject of a passive, is an actor: "it was admitted". */
const DONE_TO = new Set(
  "admit recognise recognize invite accept expel suspend accuse invade attack ask elect sanction occupy annex defeat liberate readmit criticise criticize condemn praise urge represent bar exclude isolate thank blame warn colonise colonize partition divide neighbour surround reinstate accredit".split(
    " ",
  ),
);
/** Verbs of saying. */
export const SAYS =
  /^(?:say|tell|add|state|declare|announce|insist|warn|note|claim|argue|explain|write|ask|promise|pledge|vow|stress|complain|joke|reply|answer|respond|remark|observe|urge|conclude|tweet|recall|admit|acknowledge|affirm|reaffirm|comment|assure)$/;
/** Verbs whose subject is a thing. */
const HAPPENS =
  /^(?:sink|crash|collapse|burn|explode|cost|weigh|measure|flow|contain|cover|last|expire|consist|comprise|date|contract|flood|erupt|melt|dry|rot|rise|fall|stretch|lie|read|bear|entail|involve|concern|regulate|stipulate|specify|envisage|enter)$/;
/** Nouns that "it is" says of an actor. */
const IS =
  /^(?:member|party|signatory|observer|founder|ally|guarantor|partner|donor|neighbou?r|country|state|republic|nation|kingdom|power|supplier|supporter|opponent|rival|enemy|host|chair|president|candidate|buyer|exporter|importer|creditor|debtor|mediator|contributor|recipient|beneficiary|target|victim|economy|island|democracy|monarchy|customer|market)s?$/;
/** What a state or an organisation has, and a thing has not. */
const OWNED =
  /^(?:embass(?:y|ies)|consulates?(?:-general)?|legations?|missions?|ambassadors?|envoys?|diplomats?|consuls?|chargé|troops?|soldiers?|forces?|army|navy|air force|peacekeepers?|contingent|battalion|police|government|parliament|president|presidents|presidency|minister|ministers|ministry|prime minister|premier|chancellor|king|queen|leader|leaders|leadership|officials?|citizens?|nationals?|people|population|neighbou?rs?|allies|ally|partners?|rivals?|border|borders|territory|waters|coast|airspace|independence|sovereignty|accession|membership|admission|withdrawal|recognition|seat|vote|veto|economy|exports?|imports?|tariffs?|currency|market|markets|debt|trade|airline|airlines|ports?|capital|navy|fleet|claim|claims|chairmanship|delegation|delegations|representatives?|representation|headquarters|members?|secretariat|summit|spokesman|spokeswoman|foreign policy|policy|relations|ties|support|opposition|help|aid|assistance|backing|commitment|pledge|intention|readiness|willingness|decision|refusal|offer|invitation|counterpart|counterparts|side|interests|security|defen[cs]e|bases?|nuclear|constitution|elections?|opinion|diplomacy|influence|contribution|thanks|gratitude|condolences|part|diaspora|companies|banks?|investments?|oil|gas|application|bid|candidacy|sanctions|embargo|blockade|obligations|participation|presence|involvement|war|revolution|coup|gdp)$/i;
/** What a thing has: a treaty its terms, a ship its captain. */
const OF_THINGS =
  /^(?:terms?|provisions?|annex(?:es)?|articles?|preamble|text|content|contents|title|captain|crew|cargo|name|origins?|roots?|purpose|entry|signing|ratification|implementation|conclusion|opening|construction|completion|length|size|height|weight|price|cost|value|walls?|roof|doors?|windows?|author|authors|readers?|pages?|wording|scope|signatories|validity|expiry|renewal|predecessor|weaknesses|strengths?|effects?|success|failure|outcome|results?)$/i;

/** Whom the words around a pronoun expect: 1 an actor, -1 a thing, 0 either. */
export function expectationOf(roles: SentenceRoles, stand: Stand, possessive: boolean): number {
  if (possessive) {
    const owned = roles.nodes[roles.nodes[stand.node]!.head];
    if (!owned) return 0;
    if (OWNED.test(owned.lemma) || OWNED.test(owned.text.split(/[\s-]/).at(-1)!)) return 1;
    return OF_THINGS.test(owned.lemma) ? -1 : 0;
  }
  const verb = roles.nodes[stand.clause];
  if (!verb) return 0;
  const lemma = verb.lemma.toLowerCase();
  if (stand.role === "subject" && roles.nodes[stand.node]!.head === stand.clause) {
    if (roles.isPassive(stand.clause)) return DONE_TO.has(lemma) ? 1 : -0.6;
    if (roles.children(stand.clause, "cop").length > 0) {
      if (IS.test(lemma)) return 1;
      return verb.upos === "NOUN" ? -0.6 : 0;
    }
    if (HAPPENS.test(lemma)) return -1.2;
    return ACTS.has(lemma) ? 1 : -0.3;
  }
  if (stand.role === "recipient") return 0.8;
  if (stand.role === "object" && DONE_TO_THINGS.test(lemma)) return -2.5;
  if (stand.role === "object")
    return DONE_TO.has(lemma) || /^(?:help|support|back|visit|join|leave|sue|owe|threaten)$/.test(lemma) ? 0.6 : -1;
  return stand.role === "oblique" ? -0.6 : 0;
}

/** Verbs whose object is no state: "failed to convince Peru to postpone it". */
const DONE_TO_THINGS =
  /^(?:sign|initial|ratify|implement|reschedule|postpone|cancel|convene|amend|renew|extend|conclude|negotiate|deliver|publish|launch|build|repeal|revise|draft|enact|fulfil|fulfill|honou?r|execute|schedule|finali[sz]e|adopt|approve|complete|inaugurate|reopen|abrogate|terminate|lift|impose|settle|solve|resolve|buy|sell|export|import|use|spend|repay|pay|waive|hold|open|close|shut)$/;

const JUDGED =
  "possible|impossible|necessary|unnecessary|hard|easy|difficult|better|best|wrong|clear|unclear|important|good|bad|true|false|certain|uncertain|right|fair|natural|common|customary|usual|normal|early|late|premature|vital|crucial|essential|useful|useless|wise|unwise|doubtful|evident|obvious|interesting|strange|odd|ironic|sad|tempting|worth|safe|dangerous|rare|surprising|fitting|enough|futile|pointless|imperative|appropriate|inappropriate|acceptable|unacceptable|inevitable|feasible|convenient|inconceivable|unthinkable|regrettable|unfortunate|notable|noteworthy|significant|desirable|reasonable|legitimate|likely that|unlikely that";
const EMPTY_AFTER = new RegExp(
  [
    String.raw`^\s+(?:is|was|be|been|being|(?:has|had) been|(?:will|would|may|might|should|could|can|must) (?:also |not )?be|remains?|remained|becomes?|became|seems?|seemed|appears?|appeared|proves?|proved)\s+(?:\p{Ll}+ly |also |now |not |still |too |very |more |less |so |quite |no |as |all |only |even |ever )*(?:${JUDGED})\b`,
    String.raw`^\s+(?:is|was|(?:has|had) been|will be)\s+(?:\p{Ll}+ly |also |now |not |still )*(?:said|agreed|reported|hoped|expected that|believed|thought|understood|alleged|claimed|feared|estimated|noted|announced|decided|stressed|rumou?red|known|stated|recalled|suggested|assumed|argued)\b`,
    String.raw`^\s+(?:rain|snow)(?:s|ed)\b|^\s+(?:seems|seemed|appears|appeared|turned out|turns out|happens|happened|follows|followed|emerged|transpired)\b(?! to)`,
    String.raw`^\s+(?:takes|took|has taken|will take|would take) (?:\p{L}+ ){1,3}(?:to|before|until|for)\b`,
    String.raw`^\s+(?:is|was) (?:only |not )?(?:in|on|at|during|under|with|through|after|before|since|from|by|within|as|for|to|here|there|\p{Lu}\S*) .{0,60}?\b(?:that|who|which|where|when)\b`,
    String.raw`^\s+(?:is|was) (?:time|morning|evening|night|noon|midnight|dark|cold|hot|raining|snowing|nothing|a (?:pity|shame|joy|pleasure|honou?r|mistake|fact|matter|question))\b`,
  ].join("|"),
  "u",
);
const EMPTY_BEFORE = /\b(?:mak(?:e|es|ing)|made|find|found|finds|think|thought|consider(?:ed|s)?|deem(?:ed|s)?|tak(?:e|es|ing)|took)\s+$/i;
const ADJECTIVE_AFTER = new RegExp(
  String.raw`^\s+(?:\p{Ll}+ly |very |more |so |too )?(?:${JUDGED}|harder|easier|plain|known|a \p{Ll}+ to|for granted)\b`,
  "u",
);

/** "it rained", "it was agreed that", "made it clear that": the word stands for nothing. */
export function isEmptyIt(before: string, after: string): boolean {
  if (EMPTY_AFTER.test(after)) return true;
  return EMPTY_BEFORE.test(before) && ADJECTIVE_AFTER.test(after);
}

const ASKS =
  /^(?:ask|urge|tell|order|request|invite|call|press|appeal|summon|implore|petition|approach|demand|offer|propose|pressure|beg|exhort|instruct)$/;
const REPLIES = /^(?:refuse|decline|comply|agree|consent|accept|reject|reply|respond|answer|oblige|yield|relent|concede|balk|demur)$/;

/** "asked Peru to withdraw; it refused": whoever was asked gives the answer. `stand` is that of the one asked, `answering` of the pronoun. */
export function answersRequest(asked: SentenceRoles, stand: Stand, answering: SentenceRoles, pronoun: Stand): boolean {
  if (pronoun.role !== "subject" || !REPLIES.test(answering.nodes[pronoun.clause]?.lemma.toLowerCase() ?? "")) return false;
  if (!ASKS.test(asked.nodes[stand.clause]?.lemma.toLowerCase() ?? "")) return false;
  const direct = asked.nodes[stand.top]?.head === stand.clause;
  return (
    (direct && (stand.role === "object" || stand.role === "recipient" || /^(?:on|upon|to|of|from)$/.test(stand.preposition))) ||
    (stand.role === "subject" && asked.isPassive(stand.clause))
  );
}

/** What somebody else has who is recognised, backed or wronged: "recognised its independence", "backed its bid". */
const SOMEBODY_ELSES =
  /^(?:independence|sovereignty|statehood|bid|candidacy|candidature|application|accession|admission|entry|claim|claims|integrity|request|offer|proposal|neutrality|airspace|invasion|annexation)$/;
const TAKES_A_STAND =
  /^(?:recogni[sz]e|acknowledge|respect|violate|infringe|guarantee|support|back|endorse|oppose|block|reject|accept|approve|veto|condemn|criticise|criticize|champion|second|dispute)$/;

/** What stands behind "in", "at" or "on" and is never the doer's own: "was admitted in its absence", "came to its aid". */
const NOT_THE_DOERS = /^(?:absence|stead|behalf|request|invitation|expense|insistence|urging|aid|rescue|assistance|defen[cs]e)$/;

/** Whether what is owned is another's than the subject's: "was the first to recognise its independence". */
export function isOfAnother(roles: SentenceRoles, owned: number): boolean {
  const node = roles.nodes[owned];
  const verb = node && node.head >= 0 ? roles.nodes[node.head] : undefined;
  if (node && NOT_THE_DOERS.test(node.lemma.toLowerCase()) && /^(?:in|at|to|on|for)$/.test(roles.prepositionOf(owned))) return true;
  // "will vote for its admission"
  const voted = verb?.lemma.toLowerCase() === "vote" && /^(?:for|against|on)$/.test(roles.prepositionOf(owned));
  if (node && voted && SOMEBODY_ELSES.test(node.lemma.toLowerCase())) return true;
  return (
    node !== undefined &&
    verb !== undefined &&
    SOMEBODY_ELSES.test(node.lemma.toLowerCase()) &&
    TAKES_A_STAND.test(verb.lemma.toLowerCase())
  );
}
