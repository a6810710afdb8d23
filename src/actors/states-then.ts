import type { Sentence } from "../language/sentence.ts";
import type { ActorLexicon } from "./lexicon.ts";
import type { Mention } from "./mention.ts";

/** How many sentences back a former state is still spoken of. */
const REACH = 2;

/** Which of the page's states a sentence speaks of as the state that it was: "Mali–Russia relations", where the Soviet Union is told of. */
export class StatesThen {
  /** The states named in each sentence; empty where the document names no former state. */
  private readonly named = new Map<number, Set<string>>();
  private readonly sentences: readonly Sentence[];
  private readonly lexicon: ActorLexicon;

  constructor(mentions: readonly Mention[], sentences: readonly Sentence[], lexicon: ActorLexicon) {
    this.lexicon = lexicon;
    this.sentences = sentences;
    if (!mentions.some((m) => m.kind === "former-state")) return;
    let s = 0;
    for (const mention of mentions) {
      while (s < sentences.length && sentences[s]!.end <= mention.start) s++;
      if (s >= sentences.length || (mention.kind !== "state" && mention.kind !== "former-state")) continue;
      const set = this.named.get(s) ?? new Set();
      for (const actor of mention.actors) set.add(actor);
      this.named.set(s, set);
    }
  }

  /** A pair with the state in it that another one continues, where the sentence or the last two name that one only. */
  pairAt(pair: readonly string[], sentence: number): readonly string[] {
    if (this.named.size === 0) return pair;
    const near = new Set<string>();
    for (let s = Math.max(0, sentence - REACH); s <= sentence; s++)
      if (this.sentences[s]!.block === this.sentences[sentence]!.block) for (const actor of this.named.get(s) ?? []) near.add(actor);
    const year = Math.max(0, ...yearsIn(this.sentences[sentence]!));
    const isThen = (id: string, now: string): boolean => {
      const then = this.lexicon.actor(id);
      return then?.successors[0] === now && then.to !== null && year <= then.to;
    };
    const then = pair.map((id) => (near.has(id) ? id : ([...near].find((other) => isThen(other, id)) ?? id)));
    return new Set(then).size === pair.length ? then : pair;
  }
}

/** A former state that had ended before every year that the sentence names: no "two countries" of 1995 has the Soviet Union in it. */
export function isGoneBy(id: string, sentence: Sentence, lexicon: ActorLexicon): boolean {
  const end = lexicon.actor(id)?.kind === "former-state" ? lexicon.actor(id)!.to : null;
  if (end === null) return false;
  const years = yearsIn(sentence);
  return years.length > 0 && years.every((y) => y > end);
}

function yearsIn({ tokens }: Sentence): number[] {
  return tokens.filter((t) => /^(?:1[89]|20)\d\d$/.test(t.text)).map((t) => Number(t.text));
}
