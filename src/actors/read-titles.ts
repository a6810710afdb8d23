import { stateInFocus } from "./descriptions.ts";
import type { Discourse, Entity } from "./discourse.ts";
import { quotationBefore } from "./in-quotation.ts";
import type { Mention } from "./mention.ts";
import { crownAtHome } from "./read-highness.ts";
import type { Reference } from "./reference.ts";
import { type Anaphor, distinct } from "./salience.ts";

/** Makes the reference of the words at hand. */
export type At = (actors: readonly string[] | null, rule: string, more?: Partial<Reference>) => Reference | null;

const TITLES: Readonly<Record<string, RegExp>> = {
  president: /^head-of-state$/,
  king: /^head-of-state$/,
  queen: /^head-of-state$/,
  emir: /^head-of-state$/,
  amir: /^head-of-state$/,
  sultan: /^head-of-state$/,
  monarch: /^head-of-state$/,
  "prime minister": /^head-of-government$/,
  premier: /^head-of-government$/,
  chancellor: /^head-of-government$/,
  "foreign minister": /^foreign-minister$/,
  "defence minister": /^(?:defen[cs]e-)?minister$/,
  "defense minister": /^(?:defen[cs]e-)?minister$/,
  minister: /minister$/,
  ambassador: /^ambassador$/,
  envoy: /^(?:ambassador|envoy|official|special-envoy)$/,
  diplomat: /^(?:ambassador|envoy|official|diplomat)$/,
  official: /^official$/,
  spokesman: /^official$/,
  spokeswoman: /^official$/,
  leader: /^(?:head-of-|leader)/,
  general: /^military$/,
};
/** Heads of organisations, by titles that no state's officers have. */
const OF_BODIES =
  /^(?:chairperson|chairman|chairwoman|commissioner|high representative|secretary[- ]general|director[- ]general|high commissioner|executive secretary)$/;
/** Officers of a state that a ministry's own text calls by their title alone. */
const UNDER_MINISTERS =
  /^(?:cabinet secretary|deputy (?:foreign |prime )?minister|vice (?:foreign )?minister|under-?secretary|permanent secretary|state secretary)$/;
/** Of these there is one in a state, so the state in focus has him. */
const ONE_IN_STATE: ReadonlySet<string> = new Set(["president", "prime minister", "premier", "foreign minister"]);
export const OFFICES: Readonly<Record<string, string>> = {
  president: "head-of-state",
  "prime minister": "head-of-government",
  premier: "head-of-government",
  "foreign minister": "foreign-minister",
  "foreign secretary": "foreign-minister",
  chancellor: "head-of-government",
  "head of government": "head-of-government",
};

/** "the president": the holder of that office last named, when there is only one about; else of the state in focus. */
export function readTitle(discourse: Discourse, anaphor: Anaphor, noun: string, at: At): Reference | null {
  const { sentence: s, start } = anaphor;
  if (OF_BODIES.test(noun)) return at(readHeadOfBody(discourse, s, start, noun), "title-of-body", { office: "official" });
  // "the Deputy Prime Minister, Ana Example": whose she is known to be
  if (
    UNDER_MINISTERS.test(noun) &&
    discourse.names((m) => m.person !== null && m.actors.length === 1 && m.start - anaphor.end === 2 && m.actors[0] !== discourse.speaker)
  )
    return null;
  if (UNDER_MINISTERS.test(noun))
    return at(discourse.voicingState, "title-of-speaker", { office: /cabinet/.test(noun) ? "minister" : "official" });
  const office = TITLES[noun]!;
  const crown = /^(?:king|queen|[ea]mir|sultan)$/.test(noun) ? new RegExp(`\\b${noun.replace(/^[ea]/, "[ea]")}\\b`, "i") : null;
  const fits = (e: Entity): boolean =>
    e.mention.office !== null &&
    e.mention.actors.length === 1 &&
    e.mention.form !== "body" &&
    office.test(e.mention.office) &&
    (crown === null || crown.test(e.mention.text));
  // "I met the Peruvian minister," the minister added: nobody names himself
  const said = quotationBefore(discourse.document.text, start);
  const isQuoted = ({ mention }: Entity): boolean => said !== null && mention.start >= said.start && mention.end <= said.end;
  const holders = [discourse.inSentence(s, start), ...discourse.sentencesBack(s, 3)].flat().filter((e) => fits(e) && !isQuoted(e));
  const actors = distinct(holders);
  if (actors.length === 1) {
    const persons = new Set(holders.map((e) => e.mention.person).filter(Boolean));
    if (persons.size > 1) return null;
    return at(actors, "title", { person: [...persons][0] ?? null, office: holders.at(-1)!.mention.office });
  }
  const { text } = discourse.document;
  // "the Minister travelled on", in a ministry's own release
  if (noun === "minister" && discourse.voicingState && /^\p{L}+ Minister\b/u.test(text.slice(start, start + 14)))
    return at(discourse.voicingState, "title-of-speaker", { office: "minister" });
  // "the emir", on the page of one state where no other's is named
  const [page] = discourse.subjects;
  if (crown && page && discourse.subjects.length === 1 && /^[A-Z]{3}$/.test(page) && actors.length === 0)
    if (!discourse.names((m) => m.actors.length === 1 && m.actors[0] !== page && crown.test(m.text)))
      return at([page], "title-of-page", { office: "head-of-state" });
  const home = crown && actors.length === 0 ? crownAtHome(discourse, s) : null;
  if (home) return at([home], "title-of-state", { office: "head-of-state" });
  if (actors.length > 1 || !ONE_IN_STATE.has(noun)) return null;
  // in a communiqué of two heads "the Prime Minister" is the one that it has, however far back
  const all = [...new Set(discourse.officesBefore(start, OFFICES[noun]!))];
  const capital = /^The \p{Lu}/u.test(text.slice(start, start + 6));
  if (all.length === 1 && capital) return at(all, "title-of-document", { office: OFFICES[noun]! });
  if ([discourse.inSentence(s, start), ...discourse.sentencesBack(s, 1)].flat().some((e) => e.mention.kind === "organisation")) return null;
  // a state that speaks calls its own president by his title alone
  if (discourse.voicingState) return at(discourse.voicingState, "title-of-speaker", { office: OFFICES[noun]! });
  const state = atHomeInPress(discourse, anaphor) ?? stateInFocus(discourse, anaphor);
  if (!state || discourse.officesBefore(start, OFFICES[noun]!).some((id) => id !== state[0])) return null;
  return at(state, "title-of-state", { office: OFFICES[noun]! });
}

/** In the press of one state "the Prime Minister" who does something is its own, unless another of that state acts in the clause. */
export function atHomeInPress(discourse: Discourse, { sentence, start, stand }: Anaphor): readonly string[] | null {
  const press = discourse.pressAt(sentence);
  if (press === null || stand?.role !== "subject") return null;
  const beside = discourse.inSentence(sentence, start).filter((e) => e.subject && e.mention.actors.length > 0);
  return beside.length === 0 ? [press] : null;
}

/** "the Special Envoy": of the organisation whose envoy was named so before, else of the one that speaks. */
export function readSent(discourse: Discourse, s: number, start: number): readonly string[] | null {
  const named = distinct(
    [discourse.inSentence(s, start), ...discourse.sentencesBack(s, 4)]
      .flat()
      .filter((e) => e.mention.actors.length === 1 && e.mention.form !== "reference" && SENT.test(e.mention.text)),
  );
  if (named.length > 0) return named.length === 1 ? named : null;
  return discourse.speaker?.startsWith("org:") ? [discourse.speaker] : null;
}

const SENT = /\b(?:special|personal) (?:representative|envoy|adviser|coordinator)\b/i;

/**
 * "the Secretary-General": of the organisation whose officer was named so before, else of the one that speaks or has met. Where
 * the text knows of no other's, the hyphen and the capitals are those of the United Nations.
 */
function readHeadOfBody(discourse: Discourse, s: number, start: number, noun: string): readonly string[] | null {
  const title = new RegExp(`\\b${noun.replace(/[- ]/, "[- ]")}\\b`, "i");
  const { text } = discourse.document;
  // "the Chairperson of the Commission of the African Union"
  const over = new RegExp(`\\b${noun}\\s+(?:of|for)\\s+(?:the\\s+)?(?:[\\p{L}-]+\\s+){0,3}(?:(?:of|for)\\s+(?:the\\s+)?)?$`, "iu");
  const isHead = ({ mention: m }: Entity): boolean =>
    m.kind === "organisation" && m.actors.length === 1 && (title.test(m.text) || over.test(text.slice(Math.max(0, m.start - 70), m.start)));
  const named = distinct([discourse.inSentence(s, start), ...discourse.sentencesBack(s, 4)].flat().filter(isHead));
  if (named.length > 0) return named.length === 1 ? named : null;
  const own = discourse.speaker ?? discourse.assembly;
  if (own?.startsWith("org:")) return [own];
  if (own !== null || !/^[Tt]he Secretary-G/.test(text.slice(start, start + 15))) return null;
  const isOfAnother = (m: Mention): boolean =>
    m.kind === "organisation" &&
    !UNITED_NATIONS.test(m.actors[0]!) &&
    (title.test(m.text) || discourse.prominenceOf(m.actors[0]!) > discourse.prominenceOf("org:un"));
  return discourse.names(isOfAnother) ? null : ["org:un"];
}

/** The organisation, its organs and agencies. */
const UNITED_NATIONS = /^org:(?:un(?:$|[a-z])|icj|ecosoc|who|wfp|fao|ilo|iaea)/;
