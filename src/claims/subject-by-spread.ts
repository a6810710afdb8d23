import type { Mention } from "../actors/mention.ts";
import type { Document } from "../document/document.ts";

/** In how many paragraphs of a text an actor is named, and how often in all. */
interface Spread {
  readonly actor: string;
  readonly blocks: number;
  readonly times: number;
}

/**
 * Whose dealings a text tells of, by where its states are named: the state that most of its paragraphs name, while any other
 * comes up in some of them only. Null where no state runs through it so, or where there are too few paragraphs to tell.
 */
export function subjectBySpread(document: Document, mentions: readonly Mention[]): string | null {
  const { blocks, states } = spreadOf(document, mentions);
  const [first, second] = states;
  if (!first || blocks < ENOUGH || first.blocks < blocks * MOST) return null;
  if (second && (second.blocks > first.blocks * SOME || second.times * CLEARLY > first.times)) return null;
  return first.actor;
}

/** Whether a text names another state throughout and this one, of its title, only here and there. */
export function isPassedOver(document: Document, mentions: readonly Mention[], actor: string): boolean {
  const { blocks, states } = spreadOf(document, mentions);
  const [first] = states;
  const own = states.find((s) => s.actor === actor);
  if (!first || first === own || blocks < ENOUGH || first.blocks < blocks * MOST) return false;
  return (own?.blocks ?? 0) * OVER <= first.blocks && (own?.times ?? 0) < first.times;
}

/**
 * The two states that a text is about, where both run through most of its paragraphs and any third comes up in few. Empty where
 * no two do.
 */
export function coupleBySpread(document: Document, mentions: readonly Mention[]): readonly string[] {
  const { blocks, states } = spreadOf(document, mentions);
  const [first, second, third] = states;
  if (!first || !second || blocks < ENOUGH || second.blocks < blocks * HALF) return [];
  return (third?.blocks ?? 0) * 2 <= second.blocks ? [first.actor, second.actor] : [];
}

const ENOUGH = 4;
const HALF = 0.6;
const MOST = 0.66;
const SOME = 0.67;
const CLEARLY = 1.3;
const OVER = 1.5;
/** Shorter paragraphs are captions, bylines and labels. */
const WORDY = 80;

function spreadOf(document: Document, mentions: readonly Mention[]): { readonly blocks: number; readonly states: readonly Spread[] } {
  const wordy = document.blocks.filter((b) => (b.kind === "paragraph" || b.kind === "list-item") && b.end - b.start > WORDY);
  const found = new Map<string, { actor: string; blocks: number; times: number; last: number }>();
  let at = 0;
  for (const m of mentions) {
    if ((m.kind !== "state" && m.kind !== "former-state") || m.actors.length !== 1 || m.form === "reference") continue;
    while (at < wordy.length && wordy[at]!.end <= m.start) at++;
    if (at >= wordy.length || m.start < wordy[at]!.start) continue;
    const actor = m.actors[0]!;
    const known = found.get(actor) ?? { actor, blocks: 0, times: 0, last: -1 };
    found.set(actor, { actor, blocks: known.blocks + (known.last === at ? 0 : 1), times: known.times + 1, last: at });
  }
  return { blocks: wordy.length, states: [...found.values()].sort((a, b) => b.blocks - a.blocks || b.times - a.times) };
}
