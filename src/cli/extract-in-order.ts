import type { Document } from "../document/document.ts";
import type { Answer, Extraction } from "./extraction.ts";

/** What passes through extraction in order: a document that is extracted, or null for something that only keeps its place. */
export interface Passing<T> {
  readonly document: Document | null;
  readonly note: T;
}

export interface Passed<T> {
  readonly note: T;
  /** Null for what had no document. */
  readonly answer: Answer | null;
}

/** Documents that are held at a time for each that is worked on, and characters of all that are held. */
const HELD_EACH = 8;
const HELD_CHARACTERS = 2_000_000;

/**
 * Extracts what comes and gives it back in the order in which it came, each as soon as it and all before it are done. No more
 * is read ahead than the extraction can soon take: while one very long document is worked on, others pass it up to a bound and
 * then wait, so memory does not grow with the input.
 */
export async function* extractInOrder<T>(coming: AsyncIterable<Passing<T>>, extraction: Extraction): AsyncGenerator<Passed<T>> {
  const source = coming[Symbol.asyncIterator]();
  const held: { readonly note: T; readonly characters: number; readonly answer: Promise<Answer | null> }[] = [];
  let characters = 0;
  let next: Promise<IteratorResult<Passing<T>>> | null = null;
  let ended = false;
  try {
    while (!ended || held.length > 0) {
      const hasRoom = held.length === 0 || (held.length < HELD_EACH * extraction.width && characters < HELD_CHARACTERS);
      if (!ended && hasRoom) next ??= source.next();
      const first = held[0];
      const came = await Promise.race([...(first ? [first.answer.then(() => null)] : []), ...(next ? [next] : [])]);
      if (came === null) {
        const { note, answer, characters: size } = held.shift()!;
        characters -= size;
        yield { note, answer: await answer };
        continue;
      }
      next = null;
      if (came.done) {
        ended = true;
        continue;
      }
      const { document, note } = came.value;
      const answer = document ? extraction.answer(document) : Promise.resolve(null);
      // it is awaited when its turn comes; until then its failure is not unhandled
      answer.catch(() => {});
      held.push({ note, characters: document?.text.length ?? 0, answer });
      characters += document?.text.length ?? 0;
    }
  } finally {
    await source.return?.();
  }
}
