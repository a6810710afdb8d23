import type { Document } from "../document/document.ts";
import type { ActorLexicon } from "./lexicon.ts";
import { scanWords } from "./scan-words.ts";

/** Domains of governments that do not carry their country's letters in the usual place. */
const DOMAINS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)(?:state|whitehouse|defense|treasury|usaid)\.gov$/, "USA"],
  [/(?:^|\.)gov\.uk$/, "GBR"],
  [/(?:^|\.)mid\.ru$|(?:^|\.)kremlin\.ru$/, "RUS"],
  [/(?:^|\.)gc\.ca$|(?:^|\.)international\.gc\.ca$/, "CAN"],
  [/(?:^|\.)diplomatie\.gouv\.fr$|(?:^|\.)gouv\.fr$/, "FRA"],
  [/(?:^|\.)auswaertiges-amt\.de$|(?:^|\.)bundesregierung\.de$/, "DEU"],
  [/(?:^|\.)esteri\.it$|(?:^|\.)governo\.it$/, "ITA"],
  [/(?:^|\.)admin\.ch$/, "CHE"],
  [/(?:^|\.)kcna\.(?:kp|co\.jp)$/, "PRK"],
];

/** The state of the ministry, government, presidency or embassy that publishes a document, or null: whose "our country" it is. */
export function speakerOf(document: Document, lexicon: ActorLexicon): string | null {
  const publisher = document.publisher ?? "";
  if (
    /minist|government|gobierno|presiden|cancill|embass|embajada|secretar|foreign office|state department|department of state|mofa|itamaraty/i.test(
      publisher,
    )
  ) {
    const state = stateIn(publisher, lexicon);
    if (state) return state;
  }
  return stateOfAddress(document.address, lexicon);
}

function stateIn(words: string, lexicon: ActorLexicon): string | null {
  const scanned = scanWords(words);
  const found = new Set<string>();
  for (let i = 0; i < scanned.count; i++) {
    let last = -1;
    let target: string | null = null;
    lexicon.names.matchFrom(scanned, i, (end, from, to) => {
      for (let r = from; r < to; r++) {
        const row = lexicon.row(r);
        if (!/^(?:name|code|demonym|house|body)$/.test(row.sense)) continue;
        const actor = lexicon.actor(row.target);
        const id = actor?.actsFor ?? row.target;
        if (/^[A-Z]{3}$/.test(id) && end >= last) {
          last = end;
          target = id;
        }
      }
    });
    if (target) {
      found.add(target);
      i = last;
    }
  }
  return found.size === 1 ? [...found][0]! : null;
}

function stateOfAddress(address: string | null, lexicon: ActorLexicon): string | null {
  if (!address || !/^https?:/.test(address)) return null;
  const host = foldHost(address);
  for (const [pattern, state] of DOMAINS) if (pattern.test(host)) return state;
  const letters = /(?:^|\.)(?:gov|gob|go|gouv|govt|gub|mfa|mofa|mre|cancilleria|minrel|rree)\.(?:[a-z]+\.)?([a-z]{2})$/.exec(host)?.[1];
  if (!letters) return null;
  return lexicon.actors.find((actor) => actor.kind === "state" && actor.iso2?.toLowerCase() === letters)?.id ?? null;
}

function foldHost(address: string): string {
  return address
    .replace(/^https?:\/\//, "")
    .replace(/[/:?#].*$/, "")
    .toLowerCase();
}
