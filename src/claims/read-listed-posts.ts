import { findMentions } from "../actors/find-mentions.ts";
import type { Mention } from "../actors/mention.ts";
import { bareText } from "../document/bare-text.ts";
import type { Block, Document } from "../document/document.ts";
import { findMatches } from "../document/find-matches.ts";
import { buildMission, type ListedPost } from "./build-mission.ts";
import type { Claim } from "./claim.ts";
import type { Lexicon } from "./frame.ts";
import type { Above } from "./outline.ts";
import { kindOf } from "./roles.ts";
import type { Surroundings } from "./surroundings.ts";

const POSTS =
  /\b(?:embass(?:y|ies)|consulates?|high commissions?|(?:diplomatic|resident|permanent|foreign|consular) missions?|missions|legations?|representative offices|diplomatic (?:posts|representations?))\b/i;
/** Posts that are no more, or are run from elsewhere. */
const NOT_HERE =
  /\b(?:former|closed|non-?resident|accredit\p{L}*|concurrent\p{L}*|planned|future|to open|honorary|gallery|see also|references)\b/iu;
const LONGEST = 120;

/**
 * Posts in lists that are no sentences: "Addis Ababa (Embassy)" under "Ethiopia" on the page "Diplomatic missions of Botswana", and
 * the names of states under "Embassies in Nairobi". What stands above says whose posts they are, or where.
 */
export function readListedPosts(document: Document, mentions: readonly Mention[], lexicon: Lexicon, place: Surroundings): Claim[] {
  const claims: Claim[] = [];
  const levels = lexicon.values.get("level") ?? [];
  const sides = new Map<string, Sides>();
  document.blocks.forEach((block, index) => {
    const entry = block.end - block.start <= LONGEST ? DIRECTORY.exec(document.text.slice(block.start, block.end)) : null;
    const isListed = block.kind === "list-item" || (entry !== null && (block.kind === "paragraph" || block.kind === "heading"));
    if (!isListed || block.role === "notice" || block.end - block.start > LONGEST) return;
    const above = place.outline.aboveBlock(index).filter((a) => a.kind !== "label" || !DIRECTORY.test(a.words));
    if (!above.some((a) => POSTS.test(a.words))) return;
    if (above.some((a) => a.kind !== "title" && NOT_HERE.test(a.words))) return;
    const side = sidesAbove(document, above, sides);
    const inside = mentions.filter((m) => m.start >= block.start && m.end <= block.end);
    const sender = side.sender;
    if (entry && side.host) {
      const claim = postOfState(document, block, side, inside, entry, levels);
      if (claim) claims.push(claim);
    } else if (block.kind !== "list-item") return;
    else if (sender) claims.push(...postsOf(document, block, sender, inside, above, levels));
    else if (side.host) {
      const claim = senderIn(document, block, side.host, side.city, inside, above, levels);
      if (claim) claims.push(claim);
    }
  });
  return claims;
}

/** "Embassy of the Republic of Chile", "Embassy of Peru in Lusaka": the name over an address. */
const DIRECTORY =
  /^\s*(?:the\s+)?((?:honorary )?(?:apostolic nunciature|embassy|high commission|consulate[- ]general|consulate|legation|permanent mission))\s+of\s+(?:the\s+)?[\p{L} '’()-]{3,70}(?:\s(?:in|to)\s[\p{L} '’-]{3,40})?\s*$/iu;

/** The post that a directory of a capital names by its state. */
function postOfState(
  document: Document,
  block: Block,
  { host, city }: Sides,
  inside: readonly Mention[],
  entry: RegExpExecArray,
  levels: Levels,
): Claim | null {
  const [state] = inside.filter((m) => (m.kind === "state" || m.kind === "organisation") && m.actors.length === 1);
  const level = levels.find(([word]) => entry[1]!.toLowerCase().replace("-", " ").includes(word))?.[1];
  if (!state || !level || !host || state.actors[0] === host) return null;
  return listed(document, block, { sender: state.actors[0]!, host, level, city: city === null ? null : named(city) });
}

interface Sides {
  readonly sender: string | null;
  readonly host: string | null;
  readonly city: string | null;
}

/** "Diplomatic missions of Kenya", "of Chile", "Embassies in Nairobi": the nearest words that say whose or where. */
function sidesAbove(document: Document, above: readonly Above[], known: Map<string, Sides>): Sides {
  for (const { words, kind } of above) {
    if (words.length > LONGEST) continue;
    let sides = known.get(words);
    if (!sides) {
      sides = sidesIn(document, words, kind);
      known.set(words, sides);
    }
    if (sides.sender || sides.host) return sides;
  }
  return { sender: null, host: null, city: null };
}

function sidesIn(document: Document, words: string, kind: Above["kind"]): Sides {
  const none: Sides = { sender: null, host: null, city: null };
  if (!POSTS.test(words) && !(kind !== "heading" && kind !== "title" && /^(?:of|from)\s/i.test(words))) return none;
  const [named, ...more] = findMentions({ ...document, ...bareText(words), map: [] }).filter(
    (m) => m.actors.length === 1 && kindOf(m.actors[0]!) === "state",
  );
  if (!named || more.some((m) => m.actors[0] !== named.actors[0])) return none;
  const before = words.slice(0, named.start);
  const actor = named.actors[0]!;
  if (/\bof\s+(?:the\s+)?$/i.test(before) || named.form === "demonym" || /^['’]s?\s/.test(words.slice(named.end)))
    return { ...none, sender: actor };
  return /\b(?:in|to)\s+(?:the\s+)?$/i.test(before) ? { ...none, host: actor, city: named.city } : none;
}

type Levels = readonly (readonly [string, string])[];

/** "Nairobi (High Commission)", "Mombasa – consulate" */
function postsOf(
  document: Document,
  block: Block,
  sender: string,
  inside: readonly Mention[],
  above: readonly Above[],
  levels: Levels,
): Claim[] {
  const text = document.text.slice(block.start, block.end);
  const city = inside.find((m) => m.city !== null || m.form === "capital");
  if (!city || city.start > block.start + 4) return [];
  const rest = text.slice(city.end - block.start);
  const kinds = findMatches(/[(–—:,-]\s*([^()–—:,]+)/g, rest).map((m) => m[1]!);
  const parent = above.find((a) => a.kind === "item");
  return kinds.flatMap((kind) => {
    const lower = kind.toLowerCase();
    const level = levels.find(([word]) => lower.includes(word))?.[1];
    if (!level) return [];
    const host = hostOf(document, city, level, parent, kind);
    return host && host !== sender ? [listed(document, block, { sender, host, level, city: named(city.city ?? city.text) })] : [];
  });
}

/** A permanent mission is to an organisation, named behind it or above it; any other post is where its city is. */
function hostOf(document: Document, city: Mention, level: string, parent: Above | undefined, kind: string): string | null {
  if (level !== "permanent-mission") return city.actors.length === 1 ? city.actors[0]! : null;
  for (const words of [kind, parent?.words ?? ""]) {
    const found = findMentions({ ...document, ...bareText(words), map: [] }).find(
      (m) => m.kind === "organisation" && m.actors.length === 1,
    );
    if (found) return found.actors[0]!;
  }
  return null;
}

/** A state's name alone under "Embassies in Nairobi", with its kind in a bracket where it differs. */
function senderIn(
  document: Document,
  block: Block,
  host: string,
  city: string | null,
  inside: readonly Mention[],
  above: readonly Above[],
  levels: Levels,
): Claim | null {
  const text = document.text.slice(block.start, block.end);
  const state = inside.find((m) => (m.kind === "state" || m.kind === "organisation") && m.form === "name" && m.actors.length === 1);
  if (!state || state.start > block.start + 4 || state.actors[0] === host) return null;
  const rest = text.slice(state.end - block.start);
  if (!/^\s*(?:\([^)]*\)|[–—:-]\s*\p{L}[\p{L} -]{2,30}|\[[^\]]*\])?\s*$/u.test(rest)) return null;
  const own = levels.find(([word]) => rest.toLowerCase().includes(word))?.[1];
  // "Cairo" in the bracket: the post is there and serves from afar
  if (!own && /\p{L}/u.test(rest)) return null;
  const heading = above.find((a) => POSTS.test(a.words))!.words.toLowerCase();
  const kinds = new Set(levels.filter(([word]) => heading.includes(word)).map(([, level]) => level));
  const level = own ?? (kinds.has("embassy") ? "embassy" : kinds.size === 1 ? [...kinds][0] : undefined);
  return listed(document, block, { sender: state.actors[0]!, host, level, city: city === null ? null : named(city) });
}

function listed(document: Document, block: Block, post: ListedPost): Claim {
  return buildMission(document, block, post, "list/posts");
}

function named(city: string): ListedPost["city"] {
  return { text: city, name: city };
}
