import type { Document } from "../document/document.ts";
import type { Sentence } from "../language/sentence.ts";
import type { Mention } from "./mention.ts";

/** Mentions with those added that only refer to what was named before. */
export function resolveReferences(_document: Document, mentions: readonly Mention[], _sentences?: readonly Sentence[]): Mention[] {
  return [...mentions];
}
