import type { SentenceGraph } from "./sentence-graph.ts";
import { isWeaponModel } from "./weapon-models.ts";

/** What a trigger is about: the node whose arguments count, and the one whose words say what it is ("its own" embassy). */
export interface Theme {
  readonly node: number;
  readonly said: number;
}

/** What some nodes are by their look and no word tells; lists that have it may have any sentence. */
export const BY_LOOK = "weapon-model";

const STANDS_FOR: ReadonlySet<string> = new Set(["those", "that", "it", "them", "they"]);
export const ANOTHER: ReadonlySet<string> = new Set([
  "one",
  "ones",
  "own",
  "another",
  "others",
  "two",
  "three",
  "'s",
  "’s",
  "theirs",
  "ours",
]);

/** Slots in which verbs and nouns have what they are about; the first that holds a theme counts. */
const VERB_PLACES = [
  "object",
  "recipient",
  "agent",
  "as",
  "complement",
  "bare",
  "to",
  "in",
  "into",
  "on",
  "over",
  "from",
  "with",
  "for",
  "at",
];
/** What somebody is made, before who makes him that: "the Secretary-General appointed a general as commander". */
const APPOINTS = /^(?:appoint|name|designate|nominate|reappoint|select|choose|pick)$/;
const APPOINTING_PLACES = VERB_PLACES.filter((place) => place !== "agent");
const NOUN_PLACES = ["of", "object", "mod", "agent", "as", "for", "on", "to", "in", "into", "at"];
/** Only some verbs take what they are about with these. */
const AFTER_PREPOSITION: ReadonlySet<string> = new Set(["to", "in", "into", "on", "over", "from", "with", "for", "at"]);

/** What the trigger is about and is one of the theme's, conjuncts included; pronouns stand for such a noun before them. */
export function themesOf(graph: SentenceGraph, i: number, themes: ReadonlySet<string>, pacts: boolean): Theme[] {
  const slots = graph.slots(i);
  const isTheme = (node: number): boolean =>
    !isTonnage(graph, node) &&
    (graph.noted(node, readKinds).some((kind) => themes.has(kind)) || (themes.has(BY_LOOK) && isWeaponModel(graph.node(node).text)));
  const verb = graph.isVerb(i);
  for (const place of verb ? placesOf(graph, i) : NOUN_PLACES) {
    if (place !== "as" && !slots.has(place)) continue;
    if (verb && AFTER_PREPOSITION.has(place) && !PREPOSITIONAL.has(`${graph.lemma(i)} ${place}`)) continue;
    const found: Theme[] = [];
    // "appointed a general as ambassador", where "as" hangs on the general
    const inner = place === "as" ? (slots.get("object") ?? []).flatMap((o) => graph.slots(o).get("as") ?? []) : [];
    for (const filler of [...(slots.get(place) ?? []), ...inner]) {
      // "an embassy in Oslo, which opened in 1990, and a consulate": what is joined behind a relative clause is not in it
      const isRelative = filler < i && graph.node(i).relation === "acl:relcl" && graph.node(i).head === filler;
      // "the help of Togo, which opened an embassy": who does it is no help
      const wholes = place === "agent" && !pacts && slots.has("object") ? [] : graph.wholesOf(i, filler);
      for (const node of [...graph.conjuncts(filler).filter((c) => !isRelative || c < i), ...wholes]) {
        if (found.length > 0 && !graph.conjuncts(filler).includes(node)) break;
        const text = graph.node(node).text.toLowerCase();
        const spelled = pacts ? spelledOut(graph, i, node).filter(isTheme) : [];
        if (spelled.length > 0) found.push(...spelled.map((n) => ({ node: n, said: n })));
        else if (isTheme(node)) {
          found.push({ node, said: node });
          if (pacts) for (const n of listedBelow(graph, node).filter(isTheme)) found.push({ node: n, said: n });
        } else if (verb && place === "object" && graph.node(node).upos === "PROPN" && graph.childrenBy(node, "appos").some(isTheme)) {
          // "expelled Ana Example, an attaché at the embassy"
          for (const beside of graph.childrenBy(node, "appos").filter(isTheme)) found.push({ node: beside, said: node });
        } else if (
          PARTITIVE.has(graph.lemma(node)) ||
          isRoundOfMeasures(graph, node) ||
          isPartOfEvent(graph, node) ||
          (pacts && WOULD_BE.has(graph.lemma(node))) ||
          SPANS.test(graph.node(node).text) ||
          ((graph.node(node).upos === "NUM" || graph.node(node).unit?.kind === "amount") && graph.slots(node).has("of")) ||
          (graph.node(node).unit?.kind === "amount" && (graph.slots(node).has("in") || slots.has("in")))
        ) {
          // "200 million dollars in aid"
          const parts =
            graph.slots(node).get("of") ??
            (graph.node(node).unit?.kind === "amount" ? (graph.slots(node).get("in") ?? slots.get("in")) : undefined);
          for (const part of parts ?? []) if (isTheme(part)) found.push({ node: part, said: part });
        } else if (STANDS_FOR.has(text) || (ANOTHER.has(text) && !graph.slots(node).has("of"))) {
          // "opened its embassy …, before Chad opened its own": the thing of the same deed
          const same = graph.nodes.findLastIndex((_, k) => k < i && graph.isVerb(k) && graph.lemma(k) === graph.lemma(i));
          const things = same < 0 ? [] : (graph.slots(same).get("object") ?? []).filter((o) => graph.isNoun(o) && o < node);
          if (ANOTHER.has(text) && things.length > 0 && !things.some(isTheme)) break;
          for (let before = node - 1; before >= 0; before--) {
            if (!graph.isNoun(before) || !isTheme(before)) continue;
            // "those between Israel and Fiji" have sides of their own
            const ownSides = ["between", "with"].some((slot) => graph.childrenBy(node, "nmod").length > 0 && graph.slots(node).has(slot));
            found.push({ node: STANDS_FOR.has(text) && !ownSides ? before : node, said: before });
            break;
          }
        }
      }
    }
    if (found.length > 0) return found;
  }
  return [];
}

/** "a 3,200-ton frigate": how large it is, no goods. */
function isTonnage(graph: SentenceGraph, node: number): boolean {
  return (
    /^tons?$|^tonnes?$/i.test(graph.node(node).text) &&
    /^[-–]$/.test(graph.nodes[node - 1]?.text ?? "") &&
    graph.nodes[node - 2]?.upos === "NUM"
  );
}

function placesOf(graph: SentenceGraph, verb: number): readonly string[] {
  return APPOINTS.test(graph.lemma(verb)) && !graph.isPassive(verb) ? APPOINTING_PLACES : VERB_PLACES;
}

/** The words by which a node may be one of the themes of a frame. */
function readKinds(graph: SentenceGraph, node: number): string[] {
  const { text } = graph.node(node);
  const kinds = [graph.lemma(node), compoundLemma(graph, node), text.toLowerCase(), ...namedKind(graph, node), titleOf(graph, node)];
  return [...new Set(kinds)];
}

/** "the exercise Flintlock", "the frigate Hessen", "Exercise Desert Star": the kind of thing that a proper name stands behind. */
function namedKind(graph: SentenceGraph, node: number): string[] {
  if (graph.node(node).upos !== "PROPN" || graph.node(node).unit?.kind === "name") return [];
  // of a name in several words the kind hangs on any one
  const parts = graph.childrenBy(node, "compound", "nmod:desc").filter((c) => c < node);
  const inner = parts.filter((c) => graph.node(c).upos === "PROPN").flatMap((c) => graph.childrenBy(c, "compound", "nmod:desc"));
  const all = [...parts, ...inner.filter((c) => !parts.includes(c))];
  const isSet = (c: number): boolean => [node, ...all].some((n) => graph.childrenBy(n, "det").some((d) => d < c));
  return all
    .filter((c) => (graph.node(c).upos === "NOUN" ? isSet(c) : NAMED_KIND.test(graph.node(c).text)))
    .flatMap((c) => [graph.lemma(c).toLowerCase(), compoundLemma(graph, c)]);
}

/** A kind that is written as the first word of the name. */
const NAMED_KIND = /^(?:Exercise|Project)$/;

const ENVOY_TITLE = /^(ambassador|high commissioner|consul[- ]general|consul|chargé d['’]affaires)(?=\s\p{Lu}|$)/iu;

/** "recalled Ambassador Ana Example", "signed the "Treaty of Lima"": the title in a name, or before it, says what kind of person or thing it is. */
export function titleOf(graph: SentenceGraph, node: number): string {
  return graph.noted(node, readTitle);
}

/** What a title in quotation marks calls itself first: "Joint Communiqué on the Establishment of …", "Sand War". */
const QUOTED_KIND =
  /\b(agreement|treaty|pact|accord|memorandum|convention|protocol|declaration|communiqu[eé]|charter|compact|contract|arrangement|covenant|statute|truce|ceasefire|war)(?!\p{L})/iu;

function readTitle(graph: SentenceGraph, node: number): string {
  const { upos, text, unit } = graph.node(node);
  if (unit?.kind === "title") return QUOTED_KIND.exec(text)?.[1]?.toLowerCase() ?? "";
  if (upos !== "PROPN") return "";
  const own = ENVOY_TITLE.exec(text)?.[1];
  if (own) return own.toLowerCase();
  const before = graph.childrenBy(node, "compound", "nmod:desc", "nmod", "flat").filter((c) => c < node && graph.node(c).upos === "PROPN");
  return before.map((c) => ENVOY_TITLE.exec(graph.node(c).text)?.[1]?.toLowerCase() ?? "").find(Boolean) ?? "";
}

/** What a noun is spelled out as: "three texts: a treaty, a protocol and …", "a fourth text, the Air Services Agreement". */
function spelledOut(graph: SentenceGraph, verb: number, noun: number): number[] {
  const isAfterColon = (n: number): boolean => n > noun && graph.nodes[Math.min(...graph.subtree(n)) - 1]?.text === ":";
  const plural = graph.node(noun).xpos.endsWith("S");
  const heads = [
    ...graph.childrenBy(noun, "appos").filter((n) => n > noun && (plural || isNamedBeside(graph, noun, n))),
    ...(plural ? graph.childrenBy(verb, "parataxis", "appos").filter(isAfterColon) : []),
    ...(plural ? graph.childrenBy(noun, "parataxis").filter(isAfterColon) : []),
    ...(plural ? afterColon(graph, noun) : []),
    ...(plural ? graph.childrenBy(verb, "obl", "nmod").filter((n) => n > noun && INCLUDING.test(graph.preposition(n))) : []),
  ];
  return [...new Set(heads)].flatMap((h) => graph.conjuncts(h).flatMap((c) => [c, ...listedBelow(graph, c)]));
}

/** "13 texts were signed, including a treaty": what some of them are. */
const INCLUDING = /^(?:including|notably|namely)$/i;

/** "a fourth text, the Air Services Agreement": a common noun, and the name right behind its comma. */
function isNamedBeside(graph: SentenceGraph, noun: number, name: number): boolean {
  return graph.node(noun).upos === "NOUN" && graph.node(noun).unit === null && graph.nodes[noun + 1]?.text === "," && name > noun + 1;
}

/** The first noun behind a colon, wherever it was hung: "four documents in Lima on 3 May: a treaty, …"; none across a verb. */
function afterColon(graph: SentenceGraph, noun: number): number[] {
  const colon = graph.nodes.findIndex((n, k) => k > noun && n.text === ":");
  if (colon < 0 || graph.nodes.some((_, k) => k > noun && k < colon && graph.isVerb(k))) return [];
  const first = graph.nodes.findIndex((n, k) => k > colon && n.head < colon && graph.isNoun(k));
  return first < 0 ? [] : [first];
}

/** Members of a list that were read as hanging on the noun before: "a memorandum on health, a treaty and a protocol". */
function listedBelow(graph: SentenceGraph, top: number): number[] {
  return graph
    .subtree(top)
    .filter(
      (n) =>
        n !== top &&
        (graph.node(n).relation === "conj" || (graph.node(n).relation === "appos" && isBehindSemicolon(graph, n))) &&
        !graph.conjuncts(top).includes(n) &&
        graph.isNoun(n) &&
        graph.childrenBy(n, "det", "nummod").some((d) => /^(?:an?|the|one|two|three|four|five)$/i.test(graph.node(d).text)) &&
        !graph.ancestors(n).some((a) => a > top && graph.isVerb(a) && graph.ancestors(a).includes(top)),
    );
}

/** "a treaty; a memorandum on fisheries; and an accord": one of a list that semicolons part. */
function isBehindSemicolon(graph: SentenceGraph, n: number): boolean {
  return graph.nodes[Math.min(...graph.subtree(n)) - 1]?.text === ";";
}

/** "the opening ceremony of the summit", "the closing of the conference": a part of what it is of. */
function isPartOfEvent(graph: SentenceGraph, node: number): boolean {
  if (/^(?:opening|closing|inauguration|conclusion)$/i.test(graph.node(node).text)) return graph.isNoun(node);
  if (!/^(?:ceremony|session|plenary|part|day|segment)$/i.test(graph.node(node).text)) return false;
  return graph
    .childrenBy(node, "amod", "compound")
    .some((c) => /^(?:opening|closing|inaugural|plenary|first|second|last|final|high-level)$/i.test(graph.node(c).text));
}

/** "a fifth round of sanctions": rounds of talks are talks of their own. */
function isRoundOfMeasures(graph: SentenceGraph, node: number): boolean {
  if (!/^(?:round|wave|layer)$/.test(graph.lemma(node))) return false;
  return graph.childrenBy(node, "nmod").some((n) => /^(?:sanction|measure|restriction|tariff|penalty|embargo)$/.test(graph.node(n).lemma));
}

/** Words that only count or measure what they are of: "a batch of tanks", "a number of agreements". */
const PARTITIVE: ReadonlySet<string> = new Set(
  "batch number group total dozen hundred thousand couple pair first last rest half series shipment consignment squadron fleet tranche variety range handful cent percent percentage majority most some plenty lot part portion share third quarter bulk rest remainder copy amount quantity volume sum package raft network flurry spate succession array host wave stream slew flow string set wealth bundle salvo barrage".split(
    " ",
  ),
);

/** "explored the possibility of a trade agreement", "negotiated the revision of a treaty": the pact is what it is about. */
const WOULD_BE: ReadonlySet<string> = new Set(
  "possibility prospect idea option feasibility conclusion modernisation modernization upgrade upgrading revision expansion deepening amendment update updating broadening widening".split(
    " ",
  ),
);

/** "ended 24 years of diplomatic ties". */
const SPANS = /\b(?:years?|decades?|centur(?:y|ies)|months|weeks|days)$/i;

/** Verbs that take what they are about with a preposition. */
const PREPOSITIONAL = new Set(
  "cover from;handle from;serve from;look after from;return to;go back to;come back to;get back to;preside over;contract for;sign for;sign up for;turn for;bargain for;invite to;summon to;provide with;supply with;furnish with;present with;help with;assist with;support with;contribute with;aid with;arm with;equip with;outfit with;re-equip with;rearm with;modernise with;modernize with;fit out with;equip with;take part with;participate with;join with;reinforce with;appeal for;enter into;accede to;adhere to;agree on;agree to;embark on;withdraw from;walk from;walk out from;pull from;drop out from;elect to;admit to;readmit to;appoint to;name to;nominate to;nominate for;ask for;participate in;take part in;engage in;begin with;agree with;negotiate on;negotiate for;work on;decide on;result in;lead to;join in;subscribe to;vote on;pull out from;exit from;settle on;sign on;sign to;sign up to;call for;pay for;press for;push for;apply for;opt for;bid for;file for;petition for;accede in;go to;drift into;slide into;plunge into;stumble into;shoot at;move to;put into;come into;come to;break from;reciprocate with;align with;associate with;ally with;join in in;respond with;follow with;speak at;intervene at;appear at;sit at;meet at;meet for;gather at;gather for;assemble at;assemble for;convene for;come together for;congregate for;raise over;raise at;hoist over;hoist at;run up over;unfurl over;unfurl at;lower at;lower over;pull down at;haul down at;take down at;run down at".split(
    ";",
  ),
);

/** "prime minister", "free trade agreement": the last two words of a compound, as lemmas. */
export function compoundLemma(graph: SentenceGraph, i: number): string {
  return graph.noted(i, readCompoundLemma);
}

function readCompoundLemma(graph: SentenceGraph, i: number): string {
  const before = graph.childrenBy(i, "compound", "amod").filter((c) => c === i - 1 || (c < i && graph.node(c + 1).text === "-"));
  const own = graph.node(i).lemma.toLowerCase();
  const last = before.at(-1);
  if (last === undefined && graph.node(i).unit?.kind === "name") {
    // "Ghana's high commissioner" is read as one word
    const words = graph
      .node(i)
      .text.toLowerCase()
      .split(/ (?:of|for|to|in) /)[0]!
      .trim()
      .split(/\s+/);
    if (words.length > 1 || words[0] !== graph.node(i).text.toLowerCase())
      return words
        .slice(-2)
        .join(" ")
        .replace(/(?<=[^s])s$/, "");
  }
  return last === undefined ? own : `${graph.node(last).lemma.toLowerCase()} ${own}`;
}
