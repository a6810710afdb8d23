import type { Document } from "../document/document.ts";
import type { Sentence } from "../language/sentence.ts";
import { readSentences } from "../language/split-sentences.ts";
import { Discourse } from "./discourse.ts";
import type { ActorLexicon } from "./lexicon.ts";
import { loadActors } from "./load-actors.ts";
import type { Mention } from "./mention.ts";
import { REFERENCE } from "./reference-patterns.ts";
import { type Reference, readReference } from "./reference-rules.ts";

/**
 * The mentions of a document with those added that refer to what was named before: "the two countries", "its", "the bloc", "his counterpart".
 *
 * Each has form `reference` and, in `why`, the rule that found it. A reference that could mean two things is left out: precision first.
 * Sorted, without overlap; a mention that is only the adjective of a reference ("the Caribbean nation") gives way to it. Pure.
 *
 * @param sentences those of `readSentences(document)`, when they are at hand
 */
export function resolveReferences(
  document: Document,
  mentions: readonly Mention[],
  sentences: readonly Sentence[] = readSentences(document),
  lexicon: ActorLexicon = loadActors(),
): Mention[] {
  const discourse = new Discourse(document, mentions, sentences, lexicon);
  const result: Mention[] = [];
  let next = 0;
  for (let s = 0; s < sentences.length; s++) {
    const sentence = sentences[s]!;
    while (next < mentions.length && mentions[next]!.end <= sentence.start) result.push(mentions[next++]!);
    const own: Mention[] = [];
    while (next < mentions.length && mentions[next]!.start < sentence.end) own.push(mentions[next++]!);
    if (discourse.isHeading(s)) {
      for (const mention of own) discourse.add(mention, s);
      result.push(...own);
      continue;
    }
    result.push(...resolveSentence(discourse, s, own));
  }
  result.push(...mentions.slice(next));
  return result;
}

/** Walks through one sentence: named mentions enter the discourse in their order, references are read from what came before them. */
function resolveSentence(discourse: Discourse, s: number, own: readonly Mention[]): Mention[] {
  const sentence = discourse.sentences[s]!;
  const text = discourse.document.text.slice(sentence.start, sentence.end);
  const found: Mention[] = [];
  let next = 0;
  for (const match of text.matchAll(REFERENCE)) {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    while (next < own.length && own[next]!.end <= start) {
      discourse.add(own[next]!, s);
      found.push(own[next++]!);
    }
    const last = found.at(-1);
    if (last && last.end > start) continue;
    const inside: Mention[] = [];
    for (let k = next; k < own.length && own[k]!.start < end; k++) inside.push(own[k]!);
    const reference = readReference(discourse, s, match, start, inside, own.slice(next + inside.length));
    if (!reference) continue;
    const made = toMention(discourse, reference);
    if (
      inside.some(
        (mention) => mention.start < made.end && mention.end > made.start && !(mention.start >= made.start && mention.end <= made.end),
      )
    )
      continue;
    if (
      inside.some(
        (mention) => mention.form !== "demonym" && mention.form !== "office" && mention.kind !== "region" && mention.start < made.end,
      )
    )
      continue;
    while (next < own.length && own[next]!.start < made.end) next++;
    discourse.add(made, s);
    found.push(made);
  }
  for (; next < own.length; next++) {
    discourse.add(own[next]!, s);
    found.push(own[next]!);
  }
  return found;
}

function toMention(discourse: Discourse, { start, end, actors, person, office, rule }: Reference): Mention {
  const kinds = actors.map((id) => discourse.lexicon.actor(id)?.kind ?? (id.startsWith("org:") ? "organisation" : "state"));
  const kind = kinds[0] ?? "state";
  return {
    start,
    end,
    text: discourse.document.text.slice(start, end),
    actors,
    kind: kind === "body" ? "state" : kind,
    form: "reference",
    person: person ?? null,
    office: office ?? null,
    body: null,
    city: null,
    why: `reference/${rule}`,
  };
}
