import type { Document } from "../document/document.ts";
import type { ActorLexicon } from "./lexicon.ts";
import { resolveActor } from "./resolve-actor.ts";

/** Words of a page's title around the name of the body that it is about: "History of the Arab League", "Arab League (1945–)". */
const AROUND =
  /^(?:the\s+)?(?:(?:history|member states|members|summits|enlargement|structure|politics|institutions|organs) of (?:the\s+)?)?|\s*(?:[|·].*|\([^)]*\)|\s[-–—]\s.*)$/gi;

/** The organisation that a page is about, by its title: "Organization of Turkic States", "History of the Arab League"; null for all other pages. */
export function bodyOfPage(document: Document, lexicon: ActorLexicon): string | null {
  const block = document.blocks.find((b) => b.kind === "title");
  const title = (document.title ?? (block ? document.text.slice(block.start, block.end) : "")).trim();
  if (title.length < 4 || title.length > 90 || !/\s/.test(title)) return null;
  const id = resolveActor(title.replace(AROUND, ""), { lexicon })?.id ?? "";
  return id.startsWith("org:") ? id : null;
}
