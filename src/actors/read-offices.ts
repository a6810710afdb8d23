import { type Item, item, type Office } from "./item.ts";
import { possessiveEnd } from "./judge-context.ts";
import { wholeTitle } from "./long-titles.ts";
import { APOSTROPHE, HYPHEN, LOWER, MARK, SPACE } from "./scan-words.ts";
import { follows, type TextContext } from "./text-context.ts";

/** Where the chancellor is the foreign minister. */
const LATIN = new Set("ARG BOL BRA CHL COL CRI CUB DOM ECU ESP GTM HND MEX NIC PAN PER PRY SLV URY VEN".split(" "));

/** A title or body together with the actor it belongs to: word indexes, both included. */
export interface OwnedOffice {
  readonly office: Office;
  /** The item that says whose office it is. */
  readonly owner: Item | null;
  readonly first: number;
  readonly last: number;
}

const MODIFIERS =
  /^(?:former|ex|then|new|newly|elected|current|late|outgoing|incoming|first|deputy|acting|interim|caretaker|provisional|transitional|vice|senior|top|high|ranking|level|chief|several|two|three|four|other|many|some|exiled|ousted|deposed|military|civilian|conservative|liberal|socialist|communist|leftist|left|wing|right|far|democratic|democratically|ruling|opposition|longtime|previous|successive|visiting|local|federal|central|national|federated|permanent|special|resident|designated|appointed|socialist-led|counterrevolutionary|revolutionary)$/;

/** Joins each title or body to the actor before it ("Peru's foreign minister", "Chilean troops") or after it ("president of Peru"). */
export function ownOffices(context: TextContext, offices: readonly Office[], items: readonly Item[]): OwnedOffice[] {
  const endsAt = new Map(items.map((i) => [i.last, i]));
  const startsAt = new Map(items.map((i) => [i.first, i]));
  const bodiesAt = new Set(offices.flatMap((office) => (office.body ? [office.first] : [])));
  const officesAt = new Set(offices.map((office) => office.first));
  const owned = offices.map((short) => {
    const office = wholeTitle(context, short, startsAt, bodiesAt, officesAt) ?? short;
    const left = ownerBefore(context, office, endsAt);
    if (left) {
      const all = office.plural ? joinBefore(context, left, endsAt) : left;
      const first = closesBracket(context, office.first) ? office.first : all.first;
      return { office, owner: all, first, last: office.last };
    }
    const one = ownerAfter(context, office, startsAt);
    const right = one && office.plural ? joinAfter(context, one, startsAt) : one;
    if (right) return { office, owner: right, first: office.first, last: right.last };
    return { office, owner: null, first: office.first, last: office.last };
  });
  const bodies = owned.filter((one) => one.office.body && one.owner);
  const principals = owned.filter((one) => !one.office.body && !one.office.plural && one.owner);
  return owned.map((one) =>
    one.owner || one.office.body ? one : (ownedByPrincipal(context, one, principals) ?? ownedByBody(context, one, bodies)),
  );
}

/** "Special Envoy of the President of Chad", "Diplomatic Adviser to the Kenyan President": who acts for a holder of office acts for his state. */
function ownedByPrincipal(context: TextContext, one: OwnedOffice, principals: readonly OwnedOffice[]): OwnedOffice | null {
  const { words } = context;
  const link = words.folds[one.last + 1] ?? "";
  const title = words.folds[one.last]!;
  const acts =
    link === "of" ? /^(?:envoy|representative|adviser|advisor|assistant)$/ : link === "to" ? /^(?:adviser|advisor|assistant)$/ : null;
  if (!acts?.test(title) || !follows(context, one.last + 1)) return null;
  const at = one.last + (words.folds[one.last + 2] === "the" ? 3 : 2);
  const principal = principals.find(({ first }) => first === at);
  return principal ? { office: one.office, owner: principal.owner, first: one.first, last: principal.last } : null;
}

/** "Beijing's Foreign Ministry spokesman", "the Speaker of the Korean National Assembly": a body owns the title. */
function ownedByBody(context: TextContext, one: OwnedOffice, bodies: readonly OwnedOffice[]): OwnedOffice {
  const { words } = context;
  const { office } = one;
  if (office.office === "counterpart") return one;
  const before = bodies.find((body) => body.last + 1 === office.first);
  const link =
    /^(?:of|for|at|in)$/.test(words.folds[office.last + 1] ?? "") && follows(context, office.last + 1)
      ? office.last + (words.folds[office.last + 2] === "the" ? 3 : 2)
      : -1;
  const after = before ? undefined : bodies.find((body) => body.first === link);
  const body = before && follows(context, office.first) ? before : after;
  const owner = body && officeItem(context, body);
  if (!owner) return one;
  return { office, owner, first: Math.min(one.first, owner.first), last: Math.max(one.last, owner.last) };
}

/** "the People Power Party (PPP) Rep. Kim": a bracket after the owner does not part them. */
function closesBracket(context: TextContext, at: number): boolean {
  return (
    /^\)\s+$/.test(context.text.slice(context.words.ends[at - 1]!, context.words.starts[at]!)) &&
    context.sentences[at] === context.sentences[at - 1]
  );
}

/** "Korean and Cuban foreign ministers", "Korea's and Cuba's presidents": both own the plural office. */
function joinBefore(context: TextContext, owner: Item, endsAt: ReadonlyMap<number, Item>): Item {
  const { words } = context;
  const at = owner.first - 1;
  if (at < 1 || words.folds[at] !== "and" || !follows(context, at + 1) || !follows(context, at)) return owner;
  const isOwned = words.folds[at - 1] === "s" && words.gaps[at - 1] === APOSTROPHE;
  const other = endsAt.get(isOwned ? at - 2 : at - 1);
  if (!other || other.form !== owner.form || other.kind !== owner.kind || other.actors[0] === owner.actors[0]) return owner;
  return { ...owner, first: other.first, actors: [...other.actors, ...owner.actors], why: `${other.why} and ${owner.why}` };
}

/** "foreign ministers of Korea, Peru and Cuba". */
function joinAfter(context: TextContext, owner: Item, startsAt: ReadonlyMap<number, Item>): Item {
  const { words } = context;
  let all = owner;
  for (;;) {
    let at = all.last + 1;
    if (words.folds[at] === ",") at++;
    if (words.folds[at] === "and") at++;
    if (at === all.last + 1 || context.sentences[at] !== context.sentences[owner.first]) return all;
    if (words.folds[at] === "the") at++;
    const next = startsAt.get(at);
    if (!next || next.form !== owner.form || next.kind !== owner.kind || all.actors.includes(next.actors[0]!)) return all;
    all = { ...all, last: next.last, actors: [...all.actors, ...next.actors], why: `${all.why} and ${next.why}` };
  }
}

function isParty(context: TextContext, owner: Item): boolean {
  return owner.kind === "group" && context.lexicon.actor(owner.actors[0]!)?.class === "party";
}

function ownerBefore(context: TextContext, office: Office, endsAt: ReadonlyMap<number, Item>): Item | null {
  const { words } = context;
  let at = office.first;
  let mayBeVerb = false;
  for (let skipped = 0; skipped <= 3; skipped++) {
    const bare = at > 0 && isPluralPossessive(context, at);
    if (at === 0 || !(bare || follows(context, at) || closesBracket(context, at))) return null;
    const possessive = words.folds[at - 1] === "s" && words.gaps[at - 1] === APOSTROPHE;
    const owner = endsAt.get(possessive ? at - 2 : at - 1);
    // "Peru appointed Ambassador Diaz": it did, and he is no "appointed Ambassador" of Peru's name
    if (owner && mayBeVerb && owner.form === "name" && !possessive && !bare) return null;
    if (owner) return owns(context, owner, office, possessive || bare, skipped) ? owner : null;
    if (possessive || !MODIFIERS.test(words.folds[at - 1]!)) return null;
    mayBeVerb ||= /^(?:appointed|designated|elected|exiled|ousted|deposed)$/.test(words.folds[at - 1]!);
    at--;
    if (words.gaps[at] === HYPHEN && words.folds[at - 1] !== undefined && MODIFIERS.test(words.folds[at - 1]!)) at--;
  }
  return null;
}

/** "Cook Islands’ Prime Minister": an apostrophe alone behind a name that ends in s. */
function isPluralPossessive({ words, text, sentences }: TextContext, at: number): boolean {
  return (
    words.folds[at - 1]!.endsWith("s") &&
    sentences[at] === sentences[at - 1] &&
    /^['’]\s+$/.test(text.slice(words.ends[at - 1]!, words.starts[at]!))
  );
}

function owns(context: TextContext, owner: Item, office: Office, possessive: boolean, skipped: number): boolean {
  if (owner.kind === "place" && owner.form !== "capital") return false;
  if (owner.form === "body" && !office.body && skipped === 0) return office.office !== "counterpart";
  if (isParty(context, owner) && !office.body) return true;
  if (owner.form === "person" || owner.form === "office" || owner.body) return false;
  if (owner.form === "demonym" || possessive) return true;
  if (owner.kind === "group" || (owner.kind === "region" && owner.form === "name")) return false;
  if (office.body) return owner.form !== "name" || owner.kind === "organisation" || skipped === 0;
  return context.words.shapes[office.first] !== LOWER || owner.form === "code" || owner.kind === "organisation" || owner.kind === "state";
}

const SEATED = /(?:^|\s)(?:government|authorities|administration|regime|cabinet|junta|leadership|(?:foreign|defen[cs]e) ministry)$/;
/** What stands before a body that acts or is spoken of as an actor: a clause opens there, or what is of it or against it. */
const OPENING =
  /^(?:of|between|against|on|over|that|and|but|while|when|as|after|before|since|whereas|if|because|although|though|said|says|,)$/;

/** "The government in Lima said that it": of the state whose capital stands there, where it acts; elsewhere it may be the house. */
function ownerBySeat(context: TextContext, office: Office, owner: Item | undefined): Item | null {
  const { words } = context;
  if (owner?.form !== "capital" || !SEATED.test(words.folds.slice(office.first, office.last + 1).join(" "))) return null;
  if (possessiveEnd(words, owner.last) !== owner.last) return null;
  let at = office.first - 1;
  while (at >= 0 && follows(context, at + 1) && (words.folds[at] === "the" || MODIFIERS.test(words.folds[at]!))) at--;
  return at < 0 || !follows(context, at + 1) || OPENING.test(words.folds[at]!) ? owner : null;
}

/** "the government and the people of Kenya": both are of it. */
function behindPeople({ words }: TextContext, and: number): number {
  if (words.folds[and] !== "and") return and;
  const people = words.folds[and + 1] === "the" ? and + 2 : and + 1;
  return /^(?:people|peoples|citizens|government|parliament|authorities)$/.test(words.folds[people] ?? "") &&
    words.folds[people + 1] === "of"
    ? people + 1
    : and;
}

function ownerAfter(context: TextContext, office: Office, startsAt: ReadonlyMap<number, Item>): Item | null {
  const { words } = context;
  let at = office.last + 1;
  if (at >= words.count || !follows(context, at) || words.gaps[at] !== SPACE) return null;
  const adjective = context.language === "es" || context.language === "pt" ? startsAt.get(at) : undefined;
  if (adjective?.form === "demonym") return adjective;
  if (words.folds[at] === "in") return office.body ? ownerBySeat(context, office, startsAt.get(at + 1)) : null;
  at = behindPeople(context, at);
  if (!/^(?:of|for|de|del|do|da)$/.test(words.folds[at] ?? "")) return null;
  at++;
  if (words.folds[at] === "the" || words.folds[at] === "la" || words.folds[at] === "el") at++;
  if (at >= words.count || !follows(context, at)) return null;
  const owner = startsAt.get(at);
  if (!owner || owner.form === "demonym" || owner.form === "person" || owner.kind === "group" || owner.body) return null;
  if (owner.kind === "place" && owner.form === "city") return null;
  // "the speaker of Kenya's parliament": whose parliament it is, not whose speaker
  if (possessiveEnd(words, owner.last) !== owner.last) return null;
  if (office.plural && owner.kind === "region") return null;
  if (
    words.folds[office.last + 1] === "for" &&
    // "the special envoy for Yemen" is sent there by somebody else
    !/minister|secretary|ministry|spokes/.test(words.folds.slice(office.first, office.last + 1).join(" "))
  )
    return null;
  return withMembers(context, owner);
}

/** "leaders of the Pacific Alliance countries", "ministers of the ASEAN member states": they speak for the body. */
function withMembers({ words }: TextContext, owner: Item): Item {
  if (owner.kind !== "organisation") return owner;
  const at = words.folds[owner.last + 1] === "member" ? owner.last + 2 : owner.last + 1;
  return /^(?:countries|states|nations|members|economies)$/.test(words.folds[at] ?? "") && words.gaps[at] === SPACE
    ? { ...owner, last: at }
    : owner;
}

/** The mention of an office or body with its owner; null where it stands for no known actor. */
export function officeItem(context: TextContext, owned: OwnedOffice): Item | null {
  const { office } = owned;
  const owner = owned.owner && atHome(context, owned.owner);
  if (!owner) return null;
  if (office.office === "counterpart") return item(owned.first, owned.last, part(owner, null, null, "counterpart"));
  const words = wordsOf(context, office.first, office.last);
  if (office.only && !office.only.some((id) => owner.actors.includes(id))) {
    if (words.toLowerCase() === "chancellor" && LATIN.has(owner.actors[0]!))
      return item(owned.first, owned.last, part(owner, "foreign-minister", null, `office ${words}`));
    if (office.office === "foreign-minister") return item(owned.first, owned.last, part(owner, "official", null, `office ${words}`));
    return item(
      owned.first,
      owned.last,
      part(owner, office.office === "head-of-government" ? "official" : office.office, null, `office ${words}`),
    );
  }
  if (office.body) return item(owned.first, owned.last, { ...part(owner, office.office || null, words, `body ${words}`), form: "body" });
  return item(owned.first, owned.last, part(owner, officeOf(owner, office, words), null, `office ${words}`));
}

/** A member of a party acts for its state. */
export function atHome(context: TextContext, owner: Item): Item {
  const home = isParty(context, owner) ? context.lexicon.actor(owner.actors[0]!)?.home : null;
  return home ? { ...owner, actors: [home], kind: "state" } : owner;
}

function part(
  owner: Item,
  office: string | null,
  body: string | null,
  why: string,
): Partial<Item> & Pick<Item, "actors" | "kind" | "form" | "why"> {
  const kind = owner.kind === "place" ? "state" : owner.kind;
  return { actors: owner.actors, kind, form: "office", office, body, why: `${why} of ${owner.why}` };
}

/** A president of an organisation or a leader of a region is no head of state. */
export function officeOf(owner: Item, office: Office, words: string): string {
  if (owner.body && !/minister/.test(office.office))
    return office.office === "ambassador" || office.office === "military" ? office.office : "official";
  if (owner.kind === "organisation" && (office.office === "head-of-state" || office.office === "head-of-government"))
    return office.plural ? office.office : "official";
  if (words.startsWith("former ") || words.startsWith("ex-")) return "official";
  return office.office;
}

export function wordsOf(context: TextContext, first: number, last: number): string {
  return context.text.slice(context.words.starts[first]!, context.words.ends[last]!).replace(/\s+/g, " ");
}

/** Index of the first word after a title, past an optional comma: where its holder's name may stand. */
export function afterOffice(context: TextContext, last: number): { at: number; comma: boolean } {
  const { words } = context;
  const end = possessiveEnd(words, last);
  if (end !== last) return { at: words.count, comma: false };
  if (words.shapes[last + 1] === MARK && words.folds[last + 1] === ",") return { at: last + 2, comma: true };
  return { at: last + 1, comma: false };
}
