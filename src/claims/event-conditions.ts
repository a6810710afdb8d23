import { yearsOfJubilee } from "./date-of-jubilee.ts";
import type { FrameMatch } from "./match-frames.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const PEOPLE =
  /\b(?:people|men|women|persons?|nationals?|citizens?|fishermen|fisherman|sailors?|soldiers?|crew|workers?|traders?|migrants?|refugees|students?|journalists?|reporters?|missionar\w+|tourists?|pilots?|agents?|spies|spy|officers?|officials?|diplomats?|businessm\w+|executives?|farmers?|settlers?|marines?|troops|guards?|activists?|pilgrims?|suspects?|hostages?|civilians?|advisers?|advisors?|families|residents?|engineers?|doctors?|teachers?|villagers?|lawyers?|scholars?|academics?|monks?|priests?|nuns?|\p{Lu}\p{L}+(?:ans|ians|ese|is|ards|ites|ers|eks|ls|cks|chs))\b/u;
const COURT = /\b(?:court|tribunal|icj|wto|world trade organi[sz]ation|dispute settlement|the hague|arbitration)\b/i;
const POST = /\b(?:embass(?:y|ies)|consulates?|high commissions?)\b/i;
const BORDER = /\b(?:borders?|frontiers?|boundary|dmz|demilitari[sz]ed zone|line of control|green line|ceasefire line|strait)\b/i;

type Condition = (graph: SentenceGraph, match: FrameMatch) => boolean;

const FEASTS = /^(?:celebrate|mark|commemorate|complete|observe|reach|toast|remember|recall|hail)$/;

/** Conditions of the frames of events; docs/frames.md lists them by name. */
export const EVENT_CONDITIONS: Readonly<Record<string, Condition>> = {
  /** "celebrate the sixtieth anniversary of", "2021 marks sixty years of": a feast that says how many years it counts. */
  "jubilee-counted": (graph, { trigger }) => {
    const over = graph.ancestors(trigger);
    const feast = over.findIndex((n) => /^(?:anniversary|jubilee|year|century|centenary|bicentenary|centennial)$/.test(graph.lemma(n)));
    if (feast < 0 || feast > 2) return false;
    const words = graph
      .subtree(over[feast]!, false)
      .filter((n) => n < trigger)
      .map((n) => graph.node(n).text);
    if (yearsOfJubilee(words.join(" ").replace(/ - /g, "-")) === null) return false;
    return graph.lemma(over[feast]!) !== "year" || over.slice(feast + 1, feast + 3).some((n) => FEASTS.test(graph.lemma(n)));
  },
  /** What is seized is money or goods of another: "seized 9 million dollars from". */
  "seized-from": (graph, { trigger, slots }) =>
    (slots.get("object") ?? []).some(
      (n) =>
        graph.node(n).unit?.kind === "amount" ||
        (/^(?:seize|confiscate|impound)$/.test(graph.lemma(trigger)) &&
          /^(?:money|cash|gold|weapon|rifle|cargo|good|equipment|passport|document|catch|net|engine|phone|camera|cattle|grain|oil|fuel)$/.test(
            graph.node(n).lemma.toLowerCase(),
          )),
    ),
  /** Those taken are people by name or kind. */
  "takes-people": (graph, { slots }) =>
    (slots.get("object") ?? []).some((n) => PEOPLE.test(phraseText(graph, n)) && !HELD_OTHERWISE.test(graph.node(n).lemma)),
  /** A person goes over, no thing. */
  "object-is-person": (graph, { slots }) =>
    [...(slots.get("object") ?? []), ...(slots.get("over") ?? [])].some((n) => {
      const text = phraseText(graph, n);
      return (
        PEOPLE.test(text) ||
        /\b(?:\w+ers?|\w+ors?|\w+ists?|\w+men|man|woman|leader|fugitive|criminal|banker|suspect|president|general|minister|chief|kingpin)\b/i.test(
          text,
        ) ||
        graph.node(n).upos === "PROPN"
      );
    }),
  /** One's own: "summoned its ambassador". */
  "theme-owned": (graph, { theme, trigger }) =>
    graph.childrenBy(theme ?? trigger, "nmod:poss").some((n) => /^(?:its|their|his|her)$/i.test(graph.node(n).text)),
  /** "received asylum": the subject gets it. */
  "asylum-received": (graph, { trigger, slots }) => /^(?:receive|obtain)$/.test(graph.lemma(trigger)) && !slots.has("from"),
  /** At a border, not beyond it. */
  "at-border": (graph, { trigger }) => BORDER.test(phraseText(graph, trigger)),
  /** "outside the Turkish embassy". */
  "at-post": (graph, { trigger }) => POST.test(phraseText(graph, trigger)),
  /** Before a court of law between states. */
  "to-court": (graph, { trigger, slots }) =>
    graph.lemma(trigger) === "sue" ||
    ["to", "before", "at"].some((slot) => (slots.get(slot) ?? []).some((n) => COURT.test(phraseText(graph, n)))),
  /** A court between states, or an organisation that judges them. */
  "by-court": (graph, { fillers, slots }) =>
    (fillers.get("source") ?? []).every((f) => f.actor.startsWith("org:")) &&
    ((fillers.get("source") ?? []).some((f) => /icj|court|tribunal|wto|itlos|icc\b/i.test(`${f.actor} ${f.text}`)) ||
      (slots.get("agent") ?? []).some((n) => COURT.test(phraseText(graph, n)))),
  /** Neither side is a firm or a private person of a state. */
  "between-states": (graph, { fillers }) =>
    [...fillers.values()].flat().every((f) => {
      const over = graph.holds(f) ? graph.node(f.node).head : -1;
      const words = graph.holds(f) ? `${phraseText(graph, f.node)} ${over >= 0 ? graph.node(over).text : ""}` : f.text;
      return !/\b(?:firm|company|miner|bank|farmer|investor|trader|man|woman|widow|family|club|student|player|oligarch|owner|worker)s?\b/i.test(
        words,
      );
    }),
  /** Frozen accounts are a sanction. */
  "asset-freeze": (graph, { trigger }) => graph.lemma(trigger) === "freeze",
  /** Many people seek refuge; one private person is no actor. */
  "plural-seekers": (graph, { slots }) =>
    (slots.get("agent") ?? []).some(
      (n) => graph.node(n).xpos.endsWith("S") || /^(?:thousand|hundred|million)s?$/.test(graph.node(n).lemma),
    ),
};

function phraseText(graph: SentenceGraph, top: number): string {
  return graph
    .subtree(top)
    .map((n) => graph.node(n).text)
    .join(" ");
}

/** What is held without anybody being taken: "held a conversation with six fishermen". */
const HELD_OTHERWISE =
  /(?:^|\s)(?:breath|talks?|meeting|power|conversation|call|consultation|session|discussion|dialogue|negotiation|round|summit|conference|exercise|election|vote|referendum|ceremony|rally|stake|share|office|post|seat|view|position|key|record|event|forum|interview|briefing|rank|title|passport|parade|drill|festival|exhibition|seminar|workshop|course|reception|dinner|protest|service|hearing|trial|inquiry|debate)$/i;
