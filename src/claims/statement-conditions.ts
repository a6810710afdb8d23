import type { FrameMatch } from "./match-frames.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { WEAPONS } from "./supply-conditions.ts";

/** Words of what one state holds against another when it reports a deed of it. */
const HOSTILE =
  /^(?:attack|bomb|shell|kill|arm|shelter|harbou?r|invade|violate|occupy|spy|sponsor|massacre|abduct|kidnap|plot|sabotage|smuggle|meddle|interfere|fund|finance|pay|incite|provoke|blackmail|steal|cheat|lie|fire|shoot|raid|seize|threaten|torture|murder|assassinate|destabili[sz]e|infiltrate|intrude|breach|hack|poison|train|support|conceal|hide|conspire|back|instigate|foment)$/;
const ENEMY =
  /^(?:rebel|guerrilla|terrorist|terrorism|insurgent|militant|separatist|mercenary|coup|militia|gunman|paymaster|armed|farc|weapon|troop|soldier|forces|village|territory|airspace)$/;
const OPEN_DEED = /^(?:fund|finance|pay|train|support|back|arm|fire|hide|steal|smuggle|give|send)$/;
const HARM =
  /^(?:retaliate|retaliation|revenge|avenge|attack|destroy|punish|crush|bomb|invade|strike|kill|annihilate|wipe|boycott|expel|fight|war|deliver|blow|respond|block|blockade|sever)$/;
const LABELS =
  /\b(?:crimes?|criminals?|terrorists?|terror|occup\w+|aggress\w+|illegal|unlawful|murder\w*|violations?|puppets?|rogue|lackeys?|genocid\w+|tyran\w+|dictator\w*|fascis\w+|threats?|provocat\w+|betrayal|blackmail|pirac\w+|thie\w+|hypocri\w+|invasion|massacre|colonial\w*|barbaric|brutal|shame\w*|disgrace\w*|outrage\w*|enem(?:y|ies)|racist|apartheid|interference|hostile|lies?|farce|sham|warmonger\w*)\b/i;
/** What another type tells when it is agreed, asked for or refused. */
const TYPED_VERBS =
  /^(?:sign|establish|re-establish|open|reopen|negotiate|begin|start|launch|cooperate|co-operate|strengthen|expand|deepen|hold|meet|work|promote|resume|create|develop|enhance|increase|boost|improve|continue|intensify|foster|explore|discuss|conclude|join|recogni[sz]e|exchange|visit|send|supply|lend|grant|donate|give|provide|finance|deploy|mediate|set|form|found|host|appoint|restore|normali[sz]e|upgrade|share|collaborate|consider|study|seek|build|convene|ratify|implement|contribute|invest|fund|extradite|admit|accede|accept|train|extend|hand|return|release|free|withdraw|arm|mark|demarcate|waive|abolish|enter|conduct|organi[sz]e|carry|coordinate|move|let|become|chair|serve|mediate|lend)$/;
const TYPED_THINGS =
  /\b(?:mediat\w+|mission|consulate|embassy|ambassador|extradit\w+|howitzers?|missiles?|jets?|tanks?|weapons?|arms|order|treaty|agreement|accord|pact|troops?|peacekeep\w+|visit|membership|admi(?:t|tted|ssion)|accession|aid|loan|grant|recogni\w+|talks|negotiations|meeting|summit|asylum|hand over|mediator|good offices)\b/i;

/** "not to attack", "never again to strike". */
function isRenounced(graph: SentenceGraph, clause: number): boolean {
  return graph.childrenBy(clause, "advmod").some((c) => /^(?:not|n['’]t|never)$/i.test(graph.node(c).text));
}

type Condition = (graph: SentenceGraph, match: FrameMatch) => boolean;

const GATHERING =
  /\b(?:summits?|conferences?|meetings?|talks|negotiations|forums?|sessions?|ceremon(?:y|ies)|festivals?|celebrations?|exercises?|inauguration|dialogue|process|round ?tables?)\b/i;
/** Words that find fault, short of a charge. */
const BAD =
  /\b(?:regrettable|unjustified|unjustifiable|unfriendly|unhelpful|disappointing|wrong|mistake[ns]?|premature|baseless|groundless|unfounded|absurd|irresponsible|dangerous|destabili[sz]ing|reckless|cynical|unfair|deplorable|disproportionate|unwise|inappropriate|excessive|counterproductive|biased|one-sided|inadmissible|intolerable|unreasonable|arbitrary|unprovoked|harmful|worrying|hasty|inhuman\w*|unacceptable|humiliating|insult(?:ing)?|an? (?:\p{L}+ )?(?:attempt to|ploy|bribe|provocation|betrayal|trap|farce|sham|disgrace|stunt|manoeuvre|maneuver|threat to)|interference|meddling)\b/iu;
const GOOD =
  /\b(?:historic|commendable|exemplary|encouraging|welcome|admirable|courageous|wise|remarkable|outstanding|landmark|milestone|success(?:ful)?|trustworthy|reliable|model|great friend|true friend|impressive|constructive|excellent|generous|important step|step forward|good step|anchor|pillar|cornerstone|beacon|(?:key|close|valued|indispensable|important|strategic|true|natural) (?:partner|friend|ally)|generous|bridge (?:between|to))\b/i;

/** What is alleged or held against somebody. */
export const CHARGE =
  /^(?:charge|accusation|allegation|claim|complaint|report|criticism|insinuation|assertion|suggestion|demand|condition|threat|remark|statement|comment)s?$/i;
const UNTRUE =
  /\b(?:untrue|false|lies?|nonsense|invention|fabrication|fabricated|fantasy|ridiculous|laughable|unsubstantiated|unwarranted|misleading|propaganda|slander\w*|invented|fictitious|unproven)\b/i;

/** Conditions of the frames of statements; docs/frames.md lists them by name. */
export const STATEMENT_CONDITIONS: Readonly<Record<string, Condition>> = {
  /** What is said is a deed of the other that harms: "claims that Chad armed the rebels". */
  "hostile-clause": (graph, { slots, fillers }) =>
    (slots.get("clause") ?? []).some((c) => {
      const said = graph.childrenBy(c, "nsubj", "nsubj:pass");
      const others = fillers.get("addressee") ?? [];
      if (!said.some((n) => others.some((f) => f.node === n || graph.subtree(n, false).includes(f.node)))) return false;
      const lemma = graph.node(c).lemma.toLowerCase();
      // "was to blame for the deaths", "was behind the plot"
      if (/^(?:blame|responsible|guilty|behind)$/.test(lemma) || graph.preposition(c) === "behind") return true;
      if (!HOSTILE.test(lemma) && !OPEN_DEED.test(lemma)) return false;
      return (
        !OPEN_DEED.test(lemma) ||
        graph.subtree(c).some((n) => ENEMY.test(graph.node(n).lemma.toLowerCase()) || /\brevolutionary armed\b/i.test(graph.node(n).text))
      );
    }),
  /** What is said is what the other must do. */
  "must-clause": (graph, { slots, fillers }) =>
    (slots.get("clause") ?? []).some(
      (c) =>
        graph.childrenBy(c, "aux").some((a) => /^(?:must|should|ought)$/i.test(graph.node(a).text)) &&
        graph
          .childrenBy(c, "nsubj", "nsubj:pass")
          .some((n) => (fillers.get("addressee") ?? []).some((f) => f.node === n || graph.subtree(n).includes(f.node))),
    ),
  /** "insisted that Laos leave", not "insisted that the pact was harmless": what is insisted on is still to be done. */
  "asks-not-asserts": (graph, { trigger, slots }) =>
    graph.lemma(trigger) !== "insist" ||
    (slots.get("clause") ?? []).every(
      (c) =>
        /^VBP?$/.test(graph.node(c).xpos) || graph.childrenBy(c, "aux").some((a) => /^(?:must|should|ought|be)$/i.test(graph.node(a).text)),
    ),
  /** The other is given a bad name: "an occupying power", "a war crime". */
  "harsh-label": (graph, { trigger, slots }) => {
    const said = [
      ...(slots.get("complement") ?? []),
      ...(slots.get("clause") ?? []),
      ...(slots.get("as") ?? []),
      ...(slots.get("object") ?? []).slice(1),
    ];
    if (said.some((n) => LABELS.test(phraseText(graph, n)))) return true;
    // the label in quotation marks
    const after = graph.nodes
      .slice(trigger + 1, trigger + 30)
      .map((n) => n.text)
      .join(" ");
    return LABELS.test(/["“‘]([^"”]{2,80})/.exec(after)?.[1] ?? "");
  },
  /** The speaker vows harm to the other. */
  "vows-harm": (graph, { slots, trigger }) => {
    const clauses = [...(slots.get("clause") ?? []), ...(slots.get("object") ?? [])];
    const harm = clauses.some((c) => HARM.test(graph.node(c).lemma.toLowerCase()) && !isRenounced(graph, c));
    if (!harm) return false;
    if (!/^(?:say|announce|promise|pledge)$/.test(graph.lemma(trigger))) return true;
    return clauses.some(
      (c) =>
        graph.childrenBy(c, "aux").some((a) => /^(?:will|would|'ll)$/i.test(graph.node(a).text)) ||
        graph.childrenBy(c, "mark").some((m) => graph.node(m).text === "to"),
    );
  },
  /** What is promised or agreed is told by another type, or says nothing. */
  "typed-clause": (graph, { slots }) =>
    (slots.get("clause") ?? []).some(
      (c) =>
        TYPED_VERBS.test(graph.node(c).lemma.toLowerCase()) ||
        TYPED_THINGS.test(phraseText(graph, c)) ||
        graph.childrenBy(c, "advmod").some((a) => /^jointly$/i.test(graph.node(a).text)),
    ),
  /** "agreed to ease its rules": an infinitive, by one side alone. */
  "agrees-to-do": (graph, { slots, fillers }) =>
    (slots.get("clause") ?? []).some(
      (c) => graph.isVerb(c) && graph.childrenBy(c, "mark").some((m) => graph.node(m).text.toLowerCase() === "to"),
    ) && (fillers.get("speaker") ?? []).length === 1,
  /** What is asked for is told by another type. */
  "asks-for-typed": (graph, { slots }) =>
    ["clause", "for", "object"].some((slot) =>
      (slots.get(slot) ?? []).some(
        (n) =>
          !(graph.isVerb(n) && /^(?:leave|quit|withdraw|stay|keep|stop|end|abandon)$/.test(graph.node(n).lemma.toLowerCase())) &&
          /\b(?:admitted|join|accede|membership|mediate|mediation|extradit\w+|(?:observer|associate|member|partner) status|status of (?:\w+ )?(?:observer|associate|member|partner))\b/i.test(
            phraseText(graph, n),
          ),
      ),
    ),
  /** "asked for a loan", "appealed for calm in Sudan": for what, and nobody is said of whom. */
  "asks-nobody": (graph, { trigger, slots }) =>
    slots.has("for") &&
    !graph.isPassive(trigger) &&
    ["object", "recipient", "to", "on", "upon", "from", "with"].every((slot) => !slots.has(slot)),
  /** What is wanted is said in a clause. */
  "has-clause": (_, { slots }) => slots.has("clause"),
  /** "called the river Nile", "is called": a name, no appeal. */
  "names-it": (graph, { trigger, fillers }) =>
    graph.lemma(trigger) === "call" && !(fillers.get("addressee") ?? []).some((f) => ["on", "upon", "to"].includes(f.slot)),
  /** What is refused is told by another type. */
  "rejects-typed": (graph, { theme, trigger }) =>
    !(theme !== null && (CHARGE.test(graph.node(theme).lemma) || /^(?:appeal|call|warning|protest)s?$/i.test(graph.node(theme).lemma))) &&
    TYPED_THINGS.test(phraseText(graph, theme ?? trigger)),
  /** "invited to visit", "invited to Nairobi": a visit that is proposed. */
  "invites-to-visit": (graph, { trigger, slots }) =>
    graph
      .subtree(trigger)
      .some((c) => c > trigger && graph.isVerb(c) && /^(?:visit|come|travel|pay|tour|return)$/.test(graph.node(c).lemma.toLowerCase())) ||
    (!slots.has("clause") &&
      ["to", "for"].some((slot) =>
        (slots.get(slot) ?? []).some((n) => n > trigger && !GATHERING.test(phraseText(graph, n)) && !graph.isVerb(n)),
      )) ||
    graph.ancestors(trigger).some((a) => /^(?:visit|tour)$/.test(graph.node(a).lemma.toLowerCase())),
  /** "at the request of", "on the invitation of". */
  "at-request": (graph, { trigger }) => ["at", "on", "upon"].includes(graph.preposition(trigger)),
  /** A threat that somebody makes, no danger. */
  "called-out": (graph, { trigger }) => graph.childrenBy(trigger, "compound").some((c) => /^out$/i.test(graph.node(c).text)),
  "threat-is-made": (graph, { trigger, slots }) =>
    // "the threat posed by Laos": a danger, not a word
    !graph.childrenBy(trigger, "acl").some((c) => /^(?:pose|present|represent|constitute|face|feel|perceive|see)$/.test(graph.lemma(c))) &&
    (slots.has("clause") || slots.has("against") || graph.childrenBy(trigger, "nmod:poss").length > 0),
  /** The other, or a deed of it, is found wanting: "regrettable", "unjustified". */
  "bad-label": (graph, match) => labelled(graph, match, BAD),
  /** The other, or a deed of it, is found good: "a historic step". */
  "good-label": (graph, match) => labelled(graph, match, GOOD),
  /** "that it would not lift the ban": the speaker itself will not. */
  "will-not-clause": (graph, { slots, fillers }) =>
    (slots.get("clause") ?? []).some((c) => {
      const modal = graph.childrenBy(c, "aux").some((a) => /^(?:will|would|wo|'ll|'d|shall|can|could|ca)$/i.test(graph.node(a).text));
      const not = graph.childrenBy(c, "advmod").some((a) => /^(?:not|n['’]t|never|no longer)$/i.test(graph.node(a).text));
      const subject = graph.childrenBy(c, "nsubj");
      const others = fillers.get("addressee") ?? [];
      const isSpeaker = (n: number): boolean =>
        (graph.node(n).upos === "PRON" || graph.node(n).upos === "PROPN") && !others.some((f) => graph.subtreeHas(n, f.node));
      return modal && not && subject.some(isSpeaker);
    }),
  /** "told Uganda to withdraw". */
  "tells-to-do": (graph, { slots }) =>
    (slots.get("clause") ?? []).some(
      (c) =>
        graph.isVerb(c) &&
        graph.childrenBy(c, "mark").some((m) => graph.node(m).text.toLowerCase() === "to") &&
        graph.childrenBy(c, "nsubj").length === 0,
    ),
  /** What is refused is to do something, or nothing is said of what: no thing refused. */
  "refuses-to-act": (graph, { trigger, slots }) =>
    graph.childrenBy(trigger, "obj", "iobj").length === 0 &&
    !graph.isPassive(trigger) &&
    !(slots.get("clause") ?? []).some((c) => graph.isPassive(c)),
  /** "undertook a study": work, no promise. */
  "undertakes-work": (graph, { trigger, slots }) => graph.lemma(trigger) === "undertake" && !slots.has("clause"),
  /** "declined to comment", "refused to receive the envoy": nobody is answered. */
  "no-comment": (graph, { slots }) =>
    (slots.get("clause") ?? []).some((c) =>
      /^(?:comment|say|tell|speak|talk|discuss|elaborate|identify|name|answer|disclose|give|go|reveal|be|confirm|specify|speculate|explain|take|believe|die|leave|disappear|stamp|admit|see|receive|allow|attend|shake|stand|play|eat|board|budge)$/.test(
        graph.lemma(c),
      ),
    ),
  /** What is called so is a charge: "called the accusation baseless". */
  "labels-charge": (graph, match) =>
    (match.slots.get("object") ?? []).some((n) => CHARGE.test(graph.node(n).lemma)) &&
    (labelled(graph, match, BAD) || labelled(graph, match, UNTRUE)),
  /** "said the charge was baseless". */
  "says-charge-baseless": (graph, { slots }) =>
    (slots.get("clause") ?? []).some(
      (c) =>
        (BAD.test(graph.node(c).text) || UNTRUE.test(graph.node(c).text)) &&
        graph.childrenBy(c, "nsubj").some((n) => CHARGE.test(graph.node(n).lemma)),
    ),
  /** "against the deal with", "against the invasion": what somebody does or wants. */
  "against-a-deed": (graph, { slots }) =>
    (slots.get("against") ?? []).some((n) =>
      /^(?:deal|agreement|treaty|pact|accord|war|invasion|annexation|intervention|occupation|accession|membership|candidacy|decision|plan|proposal|sanction|embargo|presence|deployment|project|move|step|entry|admission|sale|recognition|independence|policy|operation|aggression|resolution)s?$/i.test(
        graph.node(n).lemma,
      ),
    ),
  /** "is in favour of". */
  "in-favour": (graph, { trigger }) => graph.preposition(trigger) === "in",
  /** "did not", "has never", "neither did". */
  "is-negated": (graph, { trigger }) =>
    graph.childrenBy(trigger, "advmod").some((a) => /^(?:not|never|n['’]t)$/i.test(graph.node(a).text)) ||
    graph
      .childrenBy(trigger, "nsubj")
      .some(
        (n) =>
          /^(?:neither|none|nobody)$/i.test(graph.node(n).text) ||
          graph.childrenBy(n, "det", "cc", "cc:preconj").some((d) => /^(?:neither|no)$/i.test(graph.node(d).text)),
      ),
  /** What is accepted or not is an offer, a demand or a ruling, or goes without saying. */
  "accepts-word": (graph, { trigger, slots }) => {
    const things = [
      ...graph.childrenBy(trigger, "obj"),
      ...(slots.get("object") ?? []),
      ...(slots.get("to") ?? []),
      ...(slots.get("with") ?? []),
    ];
    if (things.length === 0) return graph.lemma(trigger) === "accept";
    return things.some((n) =>
      /^(?:offer|invitation|jurisdiction|ruling|verdict|judge?ment|award|proposal|demand|plan|claim|apology|condition|request|call|argument|explanation|ultimatum|appeal|mediation|authority|decision|resolution|it|this|that)s?$/i.test(
        graph.node(n).lemma,
      ),
    );
  },
  /** "noted with satisfaction". */
  "with-feeling-good": (graph, { slots }) =>
    hasFeeling(graph, slots, /\b(?:satisfaction|appreciation|gratitude|pleasure|pride|approval|admiration|joy|delight)\b/i),
  /** "noted with concern". */
  "with-feeling-bad": (graph, { slots }) =>
    hasFeeling(
      graph,
      slots,
      /\b(?:concern|regret|alarm|dismay|disappointment|unease|anxiety|suspicion|displeasure|worry|disquiet|consternation)\b/i,
    ),
  /** "against Kenya": whom it goes against is named. */
  "against-someone": (_, { slots }) => slots.has("against"),
  /** Whom it turns to is an organisation, not a place. */
  "to-a-body": (_, { fillers }) => (fillers.get("addressee") ?? []).every((f) => f.mention.kind === "organisation"),
  /** What is offered is told by no other type: no money, arms, meeting or mediation. */
  "offers-untyped": (graph, { slots }) => {
    const offered = (slots.get("object") ?? []).filter((n) => graph.node(n).unit?.kind !== "amount");
    return (
      offered.length > 0 &&
      offered.every(
        (n) =>
          !TYPED_THINGS.test(phraseText(graph, n)) &&
          !WEAPONS.test(phraseText(graph, n)) &&
          !/^(?:dialogue|consultation|conference|round|session|seminar)$/.test(graph.lemma(n)) &&
          !graph.subtree(n).some((k) => graph.node(k).unit?.kind === "amount") &&
          !/\b(?:help|assistance|support|credits?|scholarships?|food|medic\w+|relief|training|experts?|doctors?|apolog\w+|condolences|congratulations|thanks|sympath\w+)\b/i.test(
            phraseText(graph, n),
          ),
      )
    );
  },
  /** "welcomed the foreign minister": a guest, no praise. */
  "welcomes-visitor": (graph, { trigger, fillers }) =>
    graph.lemma(trigger) === "welcome" &&
    (fillers.get("addressee") ?? []).some((f) => f.slot === "object" && (f.person !== null || f.office !== null)),
  /** It is somebody's view that it is so: "perceived to be threatened". */
  perceived: (graph, { trigger }) =>
    graph.ancestors(trigger).some((a) => /^(?:perceive|feel|see|consider|believe|fear)$/.test(graph.node(a).lemma.toLowerCase())),
  /** A vote on a state or its deeds in an international body, no election. */
  "votes-on-state": (graph, { trigger, fillers }) =>
    (fillers.get("addressee") ?? []).some((f) => (f.slot === "for" || f.slot === "against") && f.mention.form === "name") ||
    /\b(?:resolution|motion|bid|candidacy|admission|draft|expulsion|suspension|sanctions|condemn\w*|membership|text|embargo|blockade|lifting|independence|self-determination)\b/i.test(
      phraseText(graph, trigger),
    ),
  /** "stands in", "is backed by mountains": a place. */
  "stands-somewhere": (graph, { trigger, slots }) =>
    graph.node(trigger).lemma === "stand" && !["with", "by", "behind"].some((p) => slots.has(p)),
  /** Somebody else's condemnation that is asked for. */
  "reported-of-others": (graph, { trigger }) =>
    graph
      .ancestors(trigger)
      .some((a) => /^(?:demand|urge|ask)$/.test(graph.node(a).lemma.toLowerCase()) && graph.node(trigger).relation === "obj"),
  /** A court or the police charges: no stance of a state. */
  "charged-at-home": (graph, { trigger, fillers }) =>
    graph.lemma(trigger) === "charge" &&
    (fillers.get("speaker") ?? []).some((f) => /\b(?:court|prosecut\w+|police|judge|company)\b/i.test(`${f.text} ${f.body ?? ""}`)),
};

/** Whether what is said of the object has such a word; in quotation marks as well. */
function labelled(graph: SentenceGraph, { trigger, slots }: FrameMatch, words: RegExp): boolean {
  const said = [
    ...(slots.get("complement") ?? []),
    ...(slots.get("clause") ?? []),
    ...(slots.get("as") ?? []),
    ...(slots.get("object") ?? []).slice(1),
    ...graph.childrenBy(trigger, "xcomp", "advcl"),
  ];
  return said.some((n) => n > trigger && words.test(phraseText(graph, n)));
}

function hasFeeling(graph: SentenceGraph, slots: FrameMatch["slots"], words: RegExp): boolean {
  return (slots.get("with") ?? []).some((n) => words.test(phraseText(graph, n)));
}

function phraseText(graph: SentenceGraph, top: number): string {
  return graph
    .subtree(top)
    .map((n) => graph.node(n).text)
    .join(" ");
}
