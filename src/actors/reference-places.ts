import { statesDescribed } from "./country-attributes.ts";
import { lastUnique, placeSpokenOf, readHost, stateInFocus } from "./descriptions.ts";
import type { Discourse } from "./discourse.ts";
import { type At, atHomeInPress } from "./read-titles.ts";
import type { Reference, Wording } from "./reference.ts";
import type { Anaphor } from "./salience.ts";

// References to places and to who governs or receives there.

/** "the host", "the Gulf host", "the host government". */
export function readHostOf({ discourse, anaphor, groups }: Wording, at: At): Reference | null {
  const fits = groups.hostAdjective ? statesDescribed(groups.hostAdjective, "state", discourse.lexicon) : null;
  if (fits?.size === 0) return null;
  return at(readHost(discourse, anaphor, fits, []), "host");
}

/** "the government", "the ministry" of the state in focus; a junta only where one has ruled. */
export function readGovernment(discourse: Discourse, anaphor: Anaphor, noun: string): readonly string[] | null {
  if (/embassy|commission/.test(noun)) return null;
  if (discourse.voicingState && /^(?:government|ministry|foreign ministry)$/.test(noun)) return discourse.voicingState;
  if (/ministry$/.test(noun)) {
    // "the Chadian foreign ministry said. The ministry": the one last named
    const named = lastUnique(
      discourse,
      anaphor.sentence,
      anaphor.start,
      (e) => /\bministry\b/i.test(e.mention.text) && e.mention.actors.length === 1,
      4,
    );
    if (named) return named;
  }
  if (/^(?:government|ministry|foreign ministry|cabinet|authorities)$/.test(noun)) {
    // "The Chinese government gave a grant. The government will": another's was spoken of
    const [before = []] = discourse.sentencesBack(anaphor.sentence, 1);
    const another = before.some(
      (e) =>
        e.subject &&
        (e.mention.form === "body" || e.mention.office !== null) &&
        !e.mention.actors.includes(discourse.pressAt(anaphor.sentence) ?? ""),
    );
    const own = another ? null : atHomeInPress(discourse, anaphor);
    if (own) return own;
  }
  return stateInFocus(
    discourse,
    anaphor,
    /junta|military|generals|coup|putsch/.test(noun) ? statesDescribed("junta-ruled", "state", discourse.lexicon) : null,
  );
}

/** "the navy", "Parliament": of the state that speaks, in whose press it stands or whose page it is. */
export function readOrgan(discourse: Discourse, anaphor: Anaphor): readonly string[] | null {
  const page = discourse.subjects.length === 1 && anaphor.stand?.role === "subject" ? discourse.subjects : null;
  return discourse.voicingState ?? atHomeInPress(discourse, anaphor) ?? page;
}

/** "the peninsula", where Korea was spoken of. */
export function readPeninsula(discourse: Discourse, s: number, start: number): readonly string[] | null {
  const spoken = lastUnique(
    discourse,
    s,
    start,
    (e) => e.mention.actors.includes("region:korean-peninsula") || e.mention.actors.includes("PRK"),
    5,
  );
  return spoken ? ["region:korean-peninsula"] : null;
}

/** "in the capital": the city of the state in focus, a place as other cities are. */
export function readCapital(discourse: Discourse, anaphor: Anaphor, at: At): Reference | null {
  if (!/^(?:in|to|from|near|at|outside|for)$/.test(anaphor.stand?.preposition ?? "")) return null;
  const { start, end } = discourse.sentences[anaphor.sentence]!;
  // nobody has an embassy in his own capital
  const abroad = /\b(?:embass|consulat|ambassador|legation|high commission|mission|visit|flew|envoy)/i.test(
    discourse.document.text.slice(start, end),
  );
  const state = stateInFocus(discourse, abroad ? anaphor : { ...anaphor, stand: anaphor.stand && { ...anaphor.stand, role: "possessor" } });
  const city = state ? discourse.lexicon.actor(state[0]!)?.capitals[0] : undefined;
  return city ? at(state, "capital", { city }) : null;
}

/** "flew here", "has an embassy there": the state where the text is written, or where what was told last took place. */
export function readPlace(discourse: Discourse, anaphor: Anaphor, words: string, at: At): Reference | null {
  const roles = discourse.rolesOf(anaphor.sentence);
  const node = roles?.nodes[anaphor.stand?.node ?? -1];
  if (!node || !/^(?:advmod|obl|nmod|root)/.test(node.relation) || /^EX$/.test(node.xpos)) return null;
  if (/^here$/i.test(words)) return at(discourse.standpoint ? [discourse.standpoint] : null, "here", { isPlace: true });
  return at(placeSpokenOf(discourse, anaphor.sentence, anaphor.start), "there", { isPlace: true });
}
