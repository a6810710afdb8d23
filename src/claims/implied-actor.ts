import type { Mention } from "../actors/mention.ts";
import type { Span } from "../document/document.ts";
import type { PhraseActor } from "./phrase-actors.ts";

/** A state that the words at a place mean without naming it: the page's, the speaker's. `why` is for `explain`. */
export function impliedActor(
  { start, end, text }: Span & { readonly text: string },
  actor: string,
  why: string,
): Omit<PhraseActor, "node"> {
  const nobody = { start, end, text, person: null, office: null, body: null, city: null };
  const mention: Mention = { ...nobody, actors: [actor], kind: "state", form: "reference", why };
  return { ...nobody, actor, mention };
}
