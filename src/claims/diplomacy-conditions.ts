import type { FrameMatch } from "./match-frames.ts";
import { numberIn } from "./number-in.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

type Condition = (graph: SentenceGraph, match: FrameMatch) => boolean;

/** Offices whose holders are away from home only on a visit; ambassadors and soldiers live there. */
const THERE_TO = /^(?:attend|chair|co-chair|discuss|meet|hold|sign|take part|participate|join|open|inaugurate|negotiate|launch|address)$/;
const TRAVELS: ReadonlySet<string> = new Set([
  "head-of-state",
  "head-of-government",
  "foreign-minister",
  "minister",
  "official",
  "delegation",
]);

const TRAVELLING = /^(?:trip|visit|tour|business|holiday|vacation|mission|stopover)$/;
/** Bodies whose rooms abroad are no posts of the state, or are posts of another kind. */
const NO_AGENCY = /\b(?:embass|consul|ministr|government|army|navy|force|parliament|congress|news|party|police)/i;
const COLLEAGUE = /\b(?:counterparts?|colleagues?|opposite numbers?)\b/i;

const PACT =
  /\b(?:agreements?|treat(?:y|ies)|pacts?|accords?|deals?|memorand(?:um|a)|conventions?|protocols?|declarations?|contracts?|charters?|understandings?|communiqu[ée]s?|texts?|documents?|statements?)\b/iu;

const STRUCTURE =
  /\b(?:railways?|railroads?|lines?|pipelines?|dams?|roads?|highways?|motorways?|bridges?|tunnels?|ports?|airports?|plants?|power stations?|refiner(?:y|ies)|canals?|cables?|interconnectors?|terminals?|stadiums?|hospitals?|corridors?|reactors?)\b/i;

/** What is said of a wish of another that one is for or against. */
const BACKING =
  /^(?:support|supporter|back|backing|backer|endorse|endorsement|favou?r|champion|advocate|oppose|opposition|opponent|objection|gratitude|thanks|lobby|vote)$/i;

/** Conditions of the frames of visits, meetings, agreements, memberships and offices; docs/frames.md lists them by name. */
export const DIPLOMACY_CONDITIONS: Readonly<Record<string, Condition>> = {
  /** "its largest trade partner", "a key partner": no standing in a body. */
  "partner-in-trade": (graph, { said }) =>
    graph.node(said).lemma === "partner" &&
    [...graph.childrenBy(said, "amod", "compound")].some((c) =>
      /^(?:trad\w+|business|commercial|economic|investment|development|large\w*|big\w*|major|main|key|important|close\w*|reliable|top|leading|natural|cooperation)$/i.test(
        graph.node(c).text,
      ),
    ),
  /** Ambassadors who come to a ceremony live where they are. */
  "ambassador-attends": (_, { fillers }) => (fillers.get("visitor") ?? []).every((f) => f.office === "ambassador"),
  /** "to promote ties": care for them, no higher rank, which is said with "to". */
  "only-promoted": (graph, { trigger, slots }) => graph.lemma(trigger) === "promote" && !slots.has("to"),
  /** "returned from", "came home after" a trip. */
  "trip-is-behind": (graph, { trigger }) => ["from", "after", "following"].includes(graph.preposition(trigger)),
  /** "during a visit by": the doer of the sentence is at home, where nothing says where to. */
  "while-it-lasts": (graph, { trigger }) =>
    graph.preposition(trigger) === "during" && !["to", "in"].some((slot) => graph.slots(trigger).has(slot)),
  /** "on a visit to", "during a tour of": the doer of the sentence travels, unless the words give the trip to another. */
  "on-a-trip": (graph, { trigger }) =>
    ["on", "during"].includes(graph.preposition(trigger)) && !["poss", "by", "agent"].some((slot) => graph.slots(trigger).has(slot)),
  /** The sender acts through an aid agency, an export bank or the like. */
  "sender-is-agency": (_, { fillers }) =>
    (fillers.get("sender") ?? []).some(
      (f) =>
        (f.mention.form === "body" || f.mention.actors.every((a) => a.startsWith("org:"))) &&
        f.person === null &&
        f.office === null &&
        !NO_AGENCY.test(f.text),
    ),
  /** The sender is said by name or nation: "the Kenyan embassy", not "the Vientiane embassy", "embassies in the Algerian republic". */
  "sender-by-nation": (graph, { fillers }) =>
    (fillers.get("sender") ?? []).every(
      (f) =>
        /^(?:name|demonym)$/.test(f.mention.form) && !(f.slot === "mod" && /^(?:in|at)$/.test(graph.preposition(graph.node(f.node).head))),
    ),
  /** What becomes an embassy was a post before: "the consulate", or "it" where a post was told of. */
  "was-a-post": (graph, { slots, before }) =>
    (slots.get("agent") ?? []).some(
      (n) =>
        /^(?:consulate|legation|mission|office|post|commission|representation)\b/i.test(graph.lemma(n)) ||
        (before !== null && /^(?:it|which|this)$/i.test(graph.node(n).text)),
    ),
  /** "its support for Kenya's candidacy", "backed the accession of Kenya": it is only what somebody is for or against. */
  "only-backed": (graph, { trigger }) => {
    let at = Math.min(trigger, ...graph.subtree(trigger, false)) - 1;
    for (let step = 0; at >= 0 && step < 4 && /^(?:ADP|DET|PART|ADV)$/.test(graph.node(at).upos); step++) at--;
    return at >= 0 && BACKING.test(graph.node(at).lemma);
  },
  /** "moved to new premises", "to a larger building": the post stays in its city. */
  "within-town": (graph, { slots }) =>
    slots.has("to") &&
    slots
      .get("to")!
      .every((n) =>
        /^(?:premises?|building|compound|quarters|house|villa|office|site|address|street|tower|headquarters|location)$/.test(
          graph.lemma(n),
        ),
      ),
  /** "followed the news": not after what was told before. */
  "follows-something": (graph, { trigger, slots }) =>
    graph.isPassive(trigger) || (slots.get("object") ?? []).some((n) => !/^(?:suit|example)$/.test(graph.lemma(n))),
  /** "a five-day tour brought him to": what takes somebody there is a journey. */
  "trip-takes": (graph, { slots }) =>
    (slots.get("agent") ?? []).some((n) => /^(?:visit|trip|tour|journey|swing|voyage|travel|itinerary|mission)s?$/.test(graph.lemma(n))),
  /** "a tour that will take him to Peru": the verb says who goes where, and whether. */
  "trip-leads": (graph, { trigger }) =>
    graph
      .childrenBy(trigger, "acl:relcl")
      .some((c) => /^(?:take|bring|lead)$/.test(graph.lemma(c)) && graph.childrenBy(c, "obj").length > 0 && graph.slots(c).has("to")),
  /** "a seat at the summit, which Peru hosted": a place at a table. */
  "seat-at": (graph, { theme }) => theme !== null && graph.lemma(theme) === "seat" && graph.slots(theme).has("at"),
  /** "denounced it as a sham": spoken of, not given notice of. */
  "denounced-as": (graph, { trigger }) => graph.lemma(trigger) === "denounce" && graph.slots(trigger).has("as"),
  /** "was built with a loan of Japan": what paid for it is aid, not work together. */
  "built-with-money": (graph, { trigger, slots }) =>
    (slots.get("with") ?? []).some(
      (n) =>
        graph.node(n).head === trigger &&
        /^(?:aid|loan|grant|credit|funds?|funding|financing|assistance|money|donation)$/.test(graph.lemma(n)),
    ),
  /** The holder is named, and no "he" or "who" of what is said besides. */
  "holder-named": (_, { fillers }) => (fillers.get("holder") ?? []).every((f) => f.mention.form !== "reference"),
  /** "heads the bank in Shanghai": at the head of it, not on the way. */
  "leads-something": (graph, { trigger, slots }) =>
    graph.lemma(trigger) === "head" && (slots.has("object") || graph.isPassive(trigger)) && !slots.has("to"),
  /** "the Commission of the African Union", "called on the Assembly": a house that stands, unless it meets by number or as a joint one. */
  "standing-body": (graph, { trigger }) =>
    /^(?:commission|committee|assembly|congress)$/.test(graph.lemma(trigger)) &&
    /^\p{Lu}/u.test(graph.node(trigger).text) &&
    graph.node(trigger).unit?.kind !== "name" &&
    numberIn(graph, trigger) === null &&
    !graph.subtree(trigger).some((n) => /^(?:joint|mixed|session|meeting|\p{L}+th)$/iu.test(graph.node(n).text)) &&
    !graph
      .ancestors(trigger)
      .slice(0, 1)
      .some((n) => /^(?:hold|convene|meet|host|open|take place)$/.test(graph.lemma(n))),
  /** "flew home from a trip to": the journey is over. */
  "goes-home": (graph, { trigger }) =>
    graph.childrenBy(trigger, "advmod", "compound").some((c) => /^(?:home|homeward|back)$/i.test(graph.node(c).text)) &&
    !(graph.slots(trigger).get("to") ?? []).some((n) => graph.node(n).head === trigger),
  /** The visitor is a statesman, an official or a delegation, no ambassador and no army. */
  "statesman-travels": (graph, { slots, fillers }) =>
    (fillers.get("visitor") ?? []).some((f) => (f.office === null ? f.person !== null : TRAVELS.has(f.office))) ||
    (slots.get("agent") ?? []).some((n) => graph.lemma(n) === "delegation"),
  /** "returned in 2010", "came back as president": years or months later, or in another office; a day only says when the trip was over. */
  "comes-again": (graph, { trigger, slots, before, fillers }) =>
    (before?.get("visitor") ?? []).some((b) => (fillers.get("visitor") ?? []).some((f) => f.actor === b.actor)) &&
    !["from", "with", "home", "object"].some((slot) => slots.has(slot)) &&
    !graph.childrenBy(trigger, "advmod", "compound:prt").some((c) => /^(?:home|homeward|empty-handed|safely)$/i.test(graph.node(c).text)) &&
    graph
      .subtree(trigger, false)
      .some((n) =>
        graph.node(n).unit?.kind === "date"
          ? /^(?:\p{Lu}\p{L}+ )?\d{4}$/u.test(graph.node(n).text)
          : n > trigger && /^again$/i.test(graph.node(n).text),
      ),
  /** "was back in November": the predicate with a time behind it, not "was back home". */
  "is-back": (graph, { trigger }) => {
    const { relation, head } = graph.node(trigger);
    const said = relation === "cop" && head > trigger && /^back$/i.test(graph.node(head).text) ? head : -1;
    return said >= 0 && [1, 2, 3].some((k) => graph.nodes[said + k]?.unit?.kind === "date");
  },
  /** "Montenegro and Macedonia recognise.": the verb ends its clause, or only a time follows. */
  "stops-there": (graph, { trigger }) => {
    const next = graph.nodes[trigger + 1];
    return next === undefined || /^(?:[.,;:)]|in|on|too|also|again)$/i.test(next.text) || next.unit?.kind === "date";
  },
  /** "restored to their old warmth": it says to what they were brought. */
  "brought-to": (_, { slots }) => slots.has("to"),
  /** The clause says when. */
  "time-is-said": (graph, { trigger }) => {
    const top = graph.node(trigger).relation === "cop" ? graph.node(trigger).head : trigger;
    // "on 30 May, when the minister was in Jakarta"; "who was in Georgia on a private trip"
    if (graph.childrenBy(top, "advmod", "mark").some((c) => /^(?:when|while)$/i.test(graph.node(c).text))) return true;
    if (graph.node(top).relation === "acl:relcl" && graph.childrenBy(top, "obl").some((c) => TRAVELLING.test(graph.lemma(c)))) return true;
    // "is in Lima for talks"
    const isBusy = graph
      .children(top)
      .some((c) => graph.preposition(c) === "for" && /^(?:talk|meeting|consultation|negotiation|summit|visit)$/.test(graph.lemma(c)));
    // "is currently in Havana", "was in Astana to chair a meeting"
    const isNow = graph.childrenBy(top, "advmod").some((c) => /^(?:currently|now|presently)$/i.test(graph.node(c).text));
    const isThereTo = graph
      .childrenBy(top, "advcl", "acl", "xcomp")
      .some((c) => THERE_TO.test(graph.lemma(c)) && /^to$/i.test(graph.nodes[c - 1]?.text ?? ""));
    return isBusy || isNow || isThereTo || graph.subtree(top, false).some((n) => graph.node(n).unit?.kind === "date");
  },
  /** One gathering, or one that has a date in its own phrase: not "meetings between officials are rare". */
  "one-or-dated": (graph, { trigger }) =>
    !graph.node(trigger).xpos.endsWith("S") ||
    graph.lemma(trigger) === "talk" ||
    graph.subtree(trigger, false).some((n) => graph.node(n).unit?.kind === "date"),
  /** The clause is in the present: "resides", "is also responsible for". */
  "present-time": (graph, { trigger }) =>
    /^VB[ZP]$/.test(graph.node(trigger).xpos) ||
    graph.childrenBy(trigger, "cop", "aux:pass").some((c) => /^VB[ZP]$/.test(graph.node(c).xpos)),
  /** "resides in Vienna": it is said where. */
  "lives-elsewhere": (graph, { trigger }) => {
    const slots = graph.slots(trigger);
    // "the ambassador to Laos is accredited from Bangkok"
    return graph.lemma(trigger) === "accredit" ? slots.has("from") && !slots.has("to") : slots.has("in") || slots.has("at");
  },
  /** A date stands in the phrase itself, behind it: "the anniversary of relations, established on 3 May 1957". */
  "dated-within": (graph, { trigger }) => {
    const first = graph.subtree(trigger, false).find((n) => n > trigger && graph.node(n).unit?.kind === "date");
    // a bare year is that of the feast: "the fortieth anniversary of the relations in 2019"
    return first !== undefined && /\p{L}{3,}|\d[./-]\d/u.test(graph.node(first).text);
  },
  /** "between" names the sides. */
  "says-between": (graph, { trigger }) => graph.slots(trigger).has("between"),
  /** One of a counted series, or with a date in its own phrase: a certain gathering. */
  "counted-or-dated": (graph, { trigger }) =>
    !graph.node(trigger).xpos.endsWith("S") &&
    (numberIn(graph, trigger) !== null || graph.subtree(trigger, false).some((n) => graph.node(n).unit?.kind === "date")),
  /** "before the summit", "ahead of": not held yet. */
  "yet-ahead": (graph, { trigger }) => /^(?:before|ahead|until|for|towards?|by)$/.test(graph.preposition(trigger)),
  /** "during a meeting with", "after talks with": what the clause tells was said or done beside it, by one of the two. */
  "beside-act": (graph, { trigger }) => ["in", "at", "during", "after", "following"].includes(graph.preposition(trigger)),
  /** "During a meeting", "in talks": what the clause tells was said there. */
  "during-it": (graph, { trigger }) => /^(?:in|at|during)$/.test(graph.preposition(trigger)),
  /** Its own phrase does not say between whom it was. */
  "sides-unsaid": (graph, { trigger, slots }) =>
    !["with", "between", "of", "among", "poss", "mod"].some((slot) => slots.has(slot)) &&
    graph.childrenBy(trigger, "compound").length === 0,
  /** Those "with" whom it was, and somebody besides. */
  "one-with-another": (_, { fillers }) => new Set((fillers.get("participant") ?? []).map((f) => f.slot)).size > 1,
  /** "arrived for talks with": what one came for. */
  "what-for": (graph, { trigger }) => graph.preposition(trigger) === "for",
  /** "flew in for the summit", "travelled to the summit": it is where one goes. */
  "to-gathering": (graph, { trigger }) => /^(?:for|to)$/.test(graph.preposition(trigger)),
  /** "met for the fourth time". */
  "counted-time": (graph, { slots }) =>
    (slots.get("for") ?? []).some((n) => /^time$/i.test(graph.lemma(n)) && numberIn(graph, n) !== null) ||
    (slots.get("bare") ?? []).some((n) => /^(?:twice|thrice)$/i.test(graph.node(n).text)),
  /** "It met", "the dialogue met": what meets is a series of gatherings told of before. */
  "thing-meets": (graph, { slots }) =>
    (slots.get("agent") ?? []).some((n) =>
      /^(?:it|which|dialogue|commission|committee|forum|council|mechanism|group|summit|format|consultation)s?$/i.test(graph.lemma(n)),
    ),
  /** Who goes there is said, not only where. */
  "traveller-named": (_, { fillers }) => (fillers.get("participant") ?? []).some((f) => f.slot === "over.subject"),
  /** The sides are those of the gathering told before. */
  "sides-recalled": (_, { fillers }) => [...fillers.values()].flat().some((f) => f.slot === "before" || f.slot === "body"),
  /** "remains open": the post works on. */
  "remains-open": (graph, { trigger }) =>
    graph
      .subtree(trigger)
      .some(
        (n) =>
          n > trigger && graph.node(n).head === trigger && /^(?:open|operational|active|functional|staffed)$/i.test(graph.node(n).text),
      ),
  /** Somebody took part or was represented, in what or where goes without saying: no object, no place of its own. */
  "goes-on-there": (graph, { trigger, slots }) => {
    const passive = graph.isVerb(trigger) && graph.isPassive(trigger);
    // "It was attended by Chad"
    const about = graph.lemma(trigger) === "attend" && passive ? (slots.get("object") ?? []) : null;
    if (about) return about.every((n) => /^(?:it|which)$/i.test(graph.node(n).text));
    if ((graph.lemma(trigger) === "represent") !== passive || (!passive && graph.lemma(trigger) !== "take part" && slots.has("object")))
      return false;
    return !["in", "on", "to"].some((slot) => slots.has(slot));
  },
  /** "called on his counterpart", not "called on him to resign". */
  "calls-on-person": (graph, { trigger, slots, fillers }) => {
    const called = [...(slots.get("on") ?? []), ...(slots.get("upon") ?? [])];
    const persons = [...fillers.values()].flat().filter((f) => f.person !== null || f.office !== null);
    const asks = graph.subtree(trigger).some((n) => n > trigger && graph.isVerb(n) && hasMark(graph, n, "to"));
    return !asks && called.some((n) => persons.some((f) => f.node === n || graph.conjuncts(n).includes(f.node)));
  },
  /** An organisation, or those who speak for it, comes together: "the African Union met in Nairobi". */
  "body-meets": (graph, { trigger, slots, fillers }) =>
    // "the Union, whose leaders will gather": what the clause hangs on is no object
    (slots.get("object") ?? []).every((n) => graph.node(trigger).head === n) &&
    !slots.has("with") &&
    fillers.get("organization")?.length === 1 &&
    (fillers.get("organization") ?? []).every((f) => kindOf(f.actor) === "org"),
  /** "joined the forum", the committee: one becomes a member, and takes part in no meeting. */
  "joins-body": (graph, { trigger, theme }) =>
    graph.lemma(trigger) === "join" &&
    theme !== null &&
    /^(?:forum|commission|committee|assembly|congress|dialogue)$/.test(graph.lemma(theme)),
  /** "joined the summit", "joined the talks": nobody becomes a member. */
  "joins-gathering": (graph, { trigger }) =>
    ["object", "to"].some((slot) =>
      (graph.slots(trigger).get(slot) ?? []).some((n) =>
        /\b(?:summits?|meetings?|talks|conferences?|negotiations|sessions?|ranks|queue|chorus|celebrations|forces|hands)$|^(?:heads|leaders|presidents|ministers|delegates|counterparts?|colleagues?)\b/i.test(
          graph.node(n).text,
        ),
      ),
    ),
  /** "its application for a loan": what is asked for is no membership. */
  /** "ties" without a word for their sort: not "the political and trade ties which date back to 1955". */
  "plain-ties": (graph, { theme }) =>
    theme === null ||
    !graph
      .childrenBy(theme, "amod", "compound")
      .flatMap((c) => [c, ...graph.childrenBy(c, "conj")])
      .some((c) =>
        /^(?:trade|economic|cultural|commercial|political|military|historical|historic|close|maritime|religious|people-to-people|friendly)$/i.test(
          graph.node(c).text,
        ),
      ),
  /** "the embassy in Doha is the only diplomatic mission of the country in the Gulf". */
  "one-of-its-kind": (graph, { trigger }) => {
    const { head, relation } = graph.node(trigger);
    if (relation !== "nsubj" || head < trigger || !/^(?:mission|embassy|representation|post|consulate|legation)$/i.test(graph.lemma(head)))
      return false;
    const isSo = graph.childrenBy(head, "cop").some((c) => /^(?:is|remains)$/i.test(graph.node(c).text));
    return isSo && graph.childrenBy(head, "amod").some((c) => /^(?:only|sole|first|oldest|largest|single)$/i.test(graph.node(c).text));
  },
  "applies-for-thing": (graph, { slots, trigger }) =>
    (slots.get("for") ?? []).some(
      (n) => n > trigger && !/member|admission|accession|status|observer/i.test(graph.node(n).text) && graph.node(n).unit?.kind !== "date",
    ),
  /** "suspended its training", "suspended talks": no membership. */
  "suspends-thing": (graph, { trigger }) =>
    (graph.slots(trigger).get("object") ?? []).some((n) =>
      /^(?:training|aid|assistance|talks|cooperation|sanctions?|flights?|missions?|payments?|deliver(?:y|ies)|operations?|negotiations|support|help|funding|agreements?|visas?|exports?|imports?|trade|services?|work|activities)$/i.test(
        graph.node(n).text,
      ),
    ),
  /** Persons or offices on both sides, who do it: "met to discuss" is told by the meeting. */
  "two-persons": (graph, { trigger, fillers }) =>
    (!hasMark(graph, trigger, "to") || graph.node(trigger).relation === "xcomp") &&
    (fillers.get("participant") ?? []).filter((f) => f.person !== null || f.office !== null || COLLEAGUE.test(f.mention.text)).length > 1,
  /** The pact is what is ended or reached, not what ends or reaches: "the treaty ended the war". */
  "theme-undergoes": (graph, { trigger, theme, slots }) =>
    theme === null ||
    !graph.isVerb(trigger) ||
    graph.isPassive(trigger) ||
    !(graph.slots(trigger).get("agent") ?? []).some((n) => graph.conjuncts(n).includes(theme)) ||
    (!slots.has("object") && /^(?:expire|lapse|end|stall|collapse|extend|suspend)$/.test(graph.lemma(trigger))),
  /** What is sought is a seat in a council whose members are elected. */
  "seat-in-council": (_, { fillers }) =>
    (fillers.get("organization") ?? []).some((f) => /\b(?:council|committee|board)\b/i.test(f.mention.text)),
  /** "the protocol on the accession of", "accession treaty": a pact by which somebody is to join. */
  "accession-by-pact": (graph, { trigger, theme }) => {
    const isPact = (n: number): boolean => /\b(?:protocols?|treat(?:y|ies)|talks|negotiations)\b/i.test(graph.node(n).text);
    const top = theme ?? trigger;
    return (
      (isPact(top) && !/\brelations?\b/i.test(graph.node(top).text)) ||
      graph
        .ancestors(top)
        .slice(0, 2)
        .some((n) => isPact(n))
    );
  },
  /** "broke with Taiwan": nothing else is broken, and states do it. */
  "nothing-broken": (_, { slots, fillers }) =>
    !slots.has("object") && (fillers.get("party") ?? []).length === 2 && (fillers.get("party") ?? []).every((f) => f.person === null),
  /** The office is what something is said of, not what somebody is or becomes. */
  "office-first": (_, { trigger, theme }) => theme !== null && theme < trigger,
  /** Two states are the sides: one lets the other in. */
  "by-a-state": (_, { fillers }) => {
    const sides = fillers.get("party") ?? [];
    return sides.length === 2 && sides.every((f) => /^[A-Z]{3}$/.test(f.actor) && f.slot !== "before");
  },
  /** "an agreement followed in 2019": nothing is followed, and nobody follows it. */
  "follows-alone": (graph, { trigger, theme, slots }) =>
    theme !== null &&
    !slots.has("by") &&
    !slots.has("to") &&
    [...(graph.slots(trigger).get("object") ?? []), ...(graph.slots(trigger).get("agent") ?? [])].every((n) => n === theme) &&
    (!graph.isPassive(trigger) || graph.childrenBy(trigger, "aux:pass").length === 0),
  /** "entered into an agreement", against an agreement that enters into force. */
  "theme-is-entered": (graph, { trigger, theme }) =>
    theme !== null &&
    ["into", "to", "at", "object"].some((slot) => (graph.slots(trigger).get(slot) ?? []).some((n) => graph.conjuncts(n).includes(theme))),
  /** Who ends a pact is one of its sides: "the memorandum between X and Y was denounced by Z" ends nothing. */
  "party-ends-it": (graph, { trigger, theme, fillers }) => {
    if (theme === null || !graph.isVerb(trigger)) return true;
    const sides = (fillers.get("party") ?? []).filter((f) => f.slot === "between");
    return sides.length < 2 || !(fillers.get("party") ?? []).some((f) => f.slot === "agent");
  },
  /** "denounced its treaty with": the pact is ended, no stance. */
  "ends-own-pact": (graph, { trigger, slots }) =>
    /^(?:denounce|repudiate)$/.test(graph.lemma(trigger)) &&
    (slots.get("object") ?? []).some((n) => PACT.test(graph.node(n).text) && !graph.slots(n).has("between")),
  /** The pact is had, not read of: "the treaty has yet to be ratified". */
  "has-theme": (graph, { trigger, theme }) =>
    graph.lemma(trigger) === "exist" ||
    graph.isPassive(trigger) ||
    theme === null ||
    (graph.slots(trigger).get("object") ?? []).some((n) => graph.conjuncts(n).includes(theme)),
  /** "put their signatures to a pact". */
  "to-a-pact": (graph, { slots }) =>
    ["to", "on", "under"].some((slot) => (slots.get(slot) ?? []).some((n) => PACT.test(graph.node(n).text))),
  /** "are on hold", "came to a standstill". */
  "at-a-standstill": (graph, { trigger }) => {
    const said = graph.node(trigger).relation === "cop" ? [graph.node(trigger).head] : graph.subtree(trigger, false);
    return said.some((n) =>
      /^(?:hold|ice|standstill|deadlock|impasse|halt|limbo|stalemate|deadlocked|stalled|frozen)$/i.test(graph.node(n).text),
    );
  },
  /** "are under way", "go on", "are continuing". */
  "is-under-way": (graph, { trigger }) => {
    const { relation, head } = graph.node(trigger);
    if (relation !== "cop") return graph.node(trigger).lemma !== "be";
    return /^(?:way|underway|progress|ongoing)$/i.test(graph.node(head).text);
  },
  /** "Under a treaty of 1907", "under a 1907 treaty": the pact is the ground of what is told, and its phrase has a date. */
  "under-dated-pact": (graph, { trigger, fillers }) =>
    // a pact with a date of its own is not the one spoken of before
    !(fillers.get("party") ?? []).some((f) => f.slot === "before") &&
    ["under", "by", "in", "through", "with"].includes(graph.preposition(trigger)) &&
    /^(?:obl|nmod$)/.test(graph.node(trigger).relation) &&
    graph.childrenBy(trigger, "acl").every((c) => !graph.isVerb(c) || graph.node(c).relation === "acl:relcl") &&
    // "a treaty with Togo of 1893": the year may hang on the partner
    [trigger, ...graph.childrenBy(trigger, "nmod").filter((n) => /^(?:with|between)$/.test(graph.preposition(n)))].some((top) =>
      graph
        .childrenBy(top, "nmod", "compound", "nummod", "amod", "nmod:unmarked", "nmod:tmod")
        .some((n) => graph.node(n).unit?.kind === "date" || (n < trigger && /^(?:1[5-9]|20)\d\d$/.test(graph.node(n).text))),
    ),
  /** "3 June 1929: Treaty of Lima", "Algiers Agreement: both sides pledge": a dated entry that is, or opens with, the name of a pact. */
  "titles-an-entry": (graph, { trigger }) => {
    const close = graph.nodes.findIndex((n) => /^[:.;(,]$/.test(n.text));
    // "Agreement on borders, Algiers": behind a comma stands no clause
    if (graph.nodes[close]?.text === "," && graph.nodes.some((n) => /^(?:VB[DZP]|MD)$/.test(n.xpos))) return false;
    const title = close < 0 ? graph.nodes : graph.nodes.slice(0, close);
    if (!graph.dated || trigger >= title.length || title.length > 14 || !/^\p{Lu}/u.test(title[0]!.text)) return false;
    return (
      !title.some((n, k) => graph.isVerb(k) || /^(?:VB|MD)/.test(n.xpos)) &&
      /^(?:root|parataxis|dep|nsubj)$/.test(graph.node(trigger).relation)
    );
  },
  /** "form the union" tells who is in it; "formed" and "will form" tell its founding. */
  "forms-now": (graph, { trigger }) =>
    /^(?:form|make up|constitute|comprise|compose)$/.test(graph.lemma(trigger)) &&
    ["VBP", "VBZ"].includes(graph.node(trigger).xpos) &&
    !graph.subtree(trigger).some((n) => graph.node(n).unit?.kind === "date"),
  /** "became its ambassador", "made him its ambassador": no announcement "was made by its ambassador". */
  "becomes-what-it-says": (graph, { trigger }) => {
    const { head: verb, relation } = graph.node(trigger);
    if (verb < 0) return true;
    // "became the first to recall its ambassador"
    if (relation === "obj" && !/^(?:become|make|replace|succeed|get|have)$/.test(graph.lemma(verb))) return false;
    return graph.lemma(verb) !== "make" || graph.preposition(trigger) === "";
  },
  /** "Peru and Chile formed a committee": a body comes about, it is not told who sits in it. */
  "founded-body": (graph, { trigger }) =>
    /^(?:form|constitute)$/.test(graph.lemma(trigger)) && !graph.isPassive(trigger) && !["VBP", "VBZ"].includes(graph.node(trigger).xpos),
  /** "as chair of the African Union". */
  "as-holder": (graph, { trigger }) => graph.preposition(trigger) === "as",
  /** "came into being", "into existence". */
  "into-being": (graph, { trigger }) =>
    graph
      .subtree(trigger)
      .some((n) => /^(?:being|existence)$/i.test(graph.node(n).text) && graph.nodes[n - 1]?.text.toLowerCase() === "into"),
  /** The work is on a dam, a road, a pipeline. */
  "work-on-structure": (graph, { theme, trigger, slots }) =>
    [theme ?? trigger, ...(slots.get("on") ?? [])].some((top) => graph.subtree(top).some((n) => STRUCTURE.test(graph.node(n).text))),
};

function hasMark(graph: SentenceGraph, i: number, word: string): boolean {
  return graph.childrenBy(i, "mark").some((m) => graph.node(m).text.toLowerCase() === word);
}
