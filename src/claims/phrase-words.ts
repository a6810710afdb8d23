import type { Lexicon } from "./frame.ts";
import { isWeaponModel } from "./weapon-models.ts";

/** Words by which a phrase shows whom it means (phrase-actors.ts). */
export const COUNTED: ReadonlySet<string> = new Set(["country", "state", "nation", "government", "republic"]);
export const JOINS: ReadonlySet<string> = new Set([",", "and", "or", "-", "–"]);
export const LED: ReadonlySet<string> = new Set(["lead", "head", "chair"]);
/** Papers that say what those say who gave them out. */
export const SPEAKING: ReadonlySet<string> = new Set(["statement", "communiqué", "communique", "resolution", "motion"]);
/** Gatherings that say what the body says whose they are. */
export const GATHERED: ReadonlySet<string> = new Set(["summit", "meeting", "conference", "session"]);
/** Those who stand on the other side of whose they are. */
export const OTHERS: ReadonlySet<string> = new Set(["counterpart", "colleague"]);
/** What makes a body somebody's: "officials sent by Chile", "a commission that the president had set up". */
export const SENDING: ReadonlySet<string> = new Set(
  "send dispatch delegate appoint name nominate set up establish form lead head command".split(" ").concat("set up"),
);
export const ACTING = ["poss", "of", "mod", "from", "for", "in"];
/** Those whom one sends for or to another: "the special envoy for Libya". */
export const SENT: ReadonlySet<string> = new Set(["envoy", "representative", "coordinator", "rapporteur", "mediator"]);
/** Those who are posted where another state is: "the consul in Samoa". */
export const POSTED: ReadonlySet<string> = new Set(["ambassador", "consul", "commissioner", "attaché", "attache", "nuncio", "chargé"]);
export const TITLES =
  /^(?:Secretary|Chairman|Chairwoman|Chair|Director|Head|Adviser|Advisor|Speaker|Commander|Chief|General|Admiral|Commissioner|Undersecretary|Under-Secretary|Minister|Premier|Governor|Spokesman|Spokeswoman|Spokesperson|Representative|Envoy)$/;

/** People of a group, never of their state. */
const MILITANT = /^(?:militant|rebel|insurgent|guerrilla|gunman|terrorist)s?$/i;

/** "rebels", "rebel fighters": those who fight a state, by the noun or the word right before it. */
export function isMilitant(lemma: string, before: readonly string[]): boolean {
  return MILITANT.test(lemma) || MILITANT.test(before.at(-1) ?? "");
}

/** What office or body a noun is by which a state acts, with the words before it: "prime minister", "air force", "F-16s". */
export function representedBy(lexicon: Lexicon, text: string, lemma: string, before: readonly string[]): string | undefined {
  const whole = before.map((word) => lexicon.representatives.get(`${word} ${lemma}`)).find(Boolean);
  return whole ?? lexicon.representatives.get(lemma) ?? (isWeaponModel(text) ? "military" : undefined);
}
