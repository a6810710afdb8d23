import type { Mention } from "./mention.ts";
import type { SentenceRoles, Stand } from "./sentence-roles.ts";

/** A thing or a person spoken of that is no actor: what "it", "they" or "he" may mean instead. Offsets into the document's text. */
export interface Rival {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly stand: Stand;
  readonly plural: boolean;
  /** One of several joined by "and". */
  readonly joined: boolean;
  readonly human: boolean;
  /** A thing that acts as states do: a company, a commission. */
  readonly acting: boolean;
  /** A name that nobody knows: a person most often, but a ship or a place as well. */
  readonly named: boolean;
}

/** Nouns for persons; with these "he" and "they" may mean somebody who acts for nobody. */
const HUMAN =
  /^(?:man|woman|boy|girl|child|person|people|farmer|worker|miner|fisherman|villager|resident|citizen|protester|student|teacher|doctor|nurse|soldier|peacekeeper|negotiator|trainer|instructor|delegate|lawmaker|commander|fighter|policeman|servant|sailor|officer|captain|pilot|guard|official|diplomat|aide|adviser|advisor|spokesman|spokeswoman|spokesperson|lawyer|judge|author|writer|poet|singer|actor|actress|player|coach|driver|shopkeeper|merchant|trader|banker|manager|director|chief|chairman|president|minister|premier|chancellor|king|queen|prince|princess|emperor|pope|cardinal|bishop|priest|monk|imam|envoy|ambassador|consul|mediator|leader|rebel|activist|journalist|reporter|editor|analyst|scholar|professor|expert|guide|host|guest|visitor|victim|suspect|prisoner|migrant|refugee|brother|sister|father|mother|son|daughter|wife|husband|friend|colleague|crowd|mayor|governor|senator|deputy|lawmaker|candidate|winner|founder|owner|boss|engineer|scientist|tourist|settler|tribesman|gunman|general|colonel|cousin|uncle|nephew|predecessor|successor)s?$/;
/** Nouns that say when, how much or in what way: nobody speaks of them again as "it". */
const NO_THING =
  /^(?:year|month|week|day|hour|minute|decade|century|time|morning|evening|night|today|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|percent|per|cent|end|beginning|start|part|way|fact|case|thing|kind|sort|side|turn|course|example|reason|condition|behalf|view|order|place|number|member|million|billion|dollar|euro|rest|return|force|effect|share|role|contrast|comparison|addition|contrary)s?$/;

const NAMED_THING =
  /\b(?:Conference|Treaty|Agreement|Pact|Accord|Accords|Protocol|Convention|Declaration|Charter|Act|Plan|Fund|Bank|Forum|Summit|River|Island|Islands|Sea|Strait|University|Court|Council|Committee|Commission|Congress|Parliament|Assembly|Party|Company|Airport|Port|Bridge|Railway|Canal|Dam|Project|Initiative|Programme|Program|War|Games|Cup|House|Palace|Street|Park|Square|Hall|Church|Museum|Institute|School|Hospital|Center|Centre|Union|League|Association|Corporation|Group|Ministry|Department|Office|Agency|Army|Navy|Force)(?: of .*)?$/;

const ACTING =
  /^(?:company|firm|bank|commission|committee|council|court|tribunal|group|party|agency|university|team|club|church|parliament|assembly|senate|congress|government|ministry|army|navy|fleet|force|authority|board|body|organi[sz]ation|association|union|federation|league|delegation|mission|coalition|movement|militia|opposition|consortium|corporation|foundation|fund|newspaper|paper|administration|cabinet|secretariat|task force|institute|station|channel|airline|operator|builder|regime|junta|bloc|alliance|forum|city|town|province|region|island|colony|territory|empire|dynasty|tribe|community|country|nation|state|kingdom|neighbour|neighbor|ally|power)$/;

/** Nouns of a sentence that no mention covers, in the roles that are spoken of again. */
export function rivalsIn(roles: SentenceRoles, sentence: number, named: readonly Mention[]): Rival[] {
  const rivals: Rival[] = [];
  roles.nodes.forEach((node, i) => {
    if ((node.upos !== "NOUN" && node.upos !== "PROPN") || node.unit?.kind === "date" || node.unit?.kind === "amount") return;
    const word = node.text.toLowerCase();
    if (NO_THING.test(word) || NO_THING.test(node.lemma.toLowerCase())) return;
    if (named.some((m) => m.start < node.end && m.end > node.start)) return;
    const stand = roles.standOf(i);
    if (stand.role === "modifier" || stand.role === "predicate" || stand.role === "other") return;
    // "the island of Malta": the same as Malta
    const namesIt = (k: number): boolean =>
      named.some((m) => m.kind === "state" && m.start <= roles.nodes[k]!.start && m.end > roles.nodes[k]!.start);
    if (/^(?:island|isle|territory|archipelago)$/.test(word) && roles.children(i, "nmod").some(namesIt)) return;
    const plural = /S$/.test(node.xpos);
    const joined = roles.children(i, "conj").length > 0 || stand.group !== i;
    const person = node.upos === "PROPN" && /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)*$/u.test(node.text) && !NAMED_THING.test(node.text);
    const human = HUMAN.test(node.lemma.toLowerCase()) || person;
    rivals.push({
      sentence,
      start: node.start,
      end: node.end,
      stand,
      plural,
      joined,
      human,
      acting: ACTING.test(node.lemma.toLowerCase()) || node.upos === "PROPN",
      named: person,
    });
  });
  return rivals;
}
