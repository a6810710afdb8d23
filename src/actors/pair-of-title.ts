import type { ActorLexicon } from "./lexicon.ts";
import { foldName } from "./scan-words.ts";

/** What a title says of its kind before its matter: "Timeline: …", "FACTBOX-…", "A short chronology of …". */
const KIND =
  /^(?:(?:timeline|factbox|chronology|explainer|backgrounder|key dates|key events|annex\s+\p{L}+|q&a)\s*[:–—-]\s*|(?:an?\s+|the\s+)?(?:short\s+|brief\s+|working\s+)?(?:chronology|timeline|history|calendar|overview)(?:\s+of\s+(?:key\s+)?(?:events|dates))?\s*(?::|of|in|,)\s*(?:the\s+)?)+/iu;
/** A time, or what else goes on behind the matter: ", 1999–2014", ", from war to truce", ", a rivalry in ten dates", "since 1990". */
const TAIL =
  /(?:,\s*(?:\p{Ll}.*|\(?\d{4}.*)|\s+(?:since|from|after|before|until)\s+.*|\s+(?:between|under|in|during)\s+(?:the\s+)?\d.*|\s*\(?\d{4}\b.*)$/u;
const TIES = /\s+(?:bilateral\s+|diplomatic\s+|foreign\s+)?(?:relations|ties|relationship|dispute|conflict|war|border|talks)$/i;
const JOINED = /^(.+?)\s*(?:–|—|\s-\s|-|,?\s+and\s+|\s*&\s*|\s*\/\s*)\s*(?:the\s+)?(.+)$/i;
const BETWEEN =
  /^(?:bilateral\s+|diplomatic\s+)?(?:relations|ties|talks|border|dispute)\s+between\s+(?:the\s+)?(.+?)\s+and\s+(?:the\s+)?(.+)$/i;

/**
 * The two states that a title, or a part of it before or after a colon, gives as its whole matter: "Peru–Chile relations", "Chad
 * and Sudan: key dates", "Timeline: Fiji and Tonga, 1999–2014". Null where it names fewer or more, or says more of them.
 */
export function pairOfTitle(title: string, lexicon: ActorLexicon): readonly [string, string] | null {
  const bare = title.replace(KIND, "");
  for (const part of new Set([title, bare, ...bare.split(/\s*[:;]\s+/)].map((p) => p.trim()))) {
    for (const words of new Set([part, part.replace(TAIL, "")].map((w) => w.replace(TIES, "").trim()))) {
      const two = BETWEEN.exec(words) ?? JOINED.exec(words);
      const [one, other] = two ? [stateNamed(two[1]!, lexicon), stateNamed(two[2]!, lexicon)] : [null, null];
      if (one && other && one !== other) return [one, other];
    }
  }
  return null;
}

/** The one state that these words name in full, or null. */
export function stateNamed(words: string, lexicon: ActorLexicon): string | null {
  const targets = new Set(
    lexicon
      .meanings(foldName(words))
      .filter((row) => row.sense === "name" || row.sense === "code")
      .map((row) => row.target)
      .filter((id) => lexicon.actor(id)?.kind === "state" || lexicon.actor(id)?.kind === "former-state"),
  );
  return targets.size === 1 ? [...targets][0]! : null;
}
