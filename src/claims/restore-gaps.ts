import type { Mention } from "../actors/mention.ts";
import type { Span } from "../document/document.ts";
import type { Node } from "../language/sentence.ts";
import { areAlike, type Chunk, PhraseChunks } from "./phrase-chunks.ts";

/** A part of a node, and whom it means where the whole is one mention of several: "Chile" of "the presidents of Peru and Chile". */
export interface ClausePart extends Span {
  readonly actor?: string;
}

/** One clause of a gapped sentence made whole: nodes of the sentence in the order in which the clause would say them. */
export interface RestoredClause {
  readonly nodes: readonly number[];
  /** Nodes of which only a part is meant: one name of a list. */
  readonly parts?: ReadonlyMap<number, ClausePart>;
  /** Who took the place of the first clause's subject: "its" means him now. Null where the subject is still the same. */
  readonly subject: { readonly from: readonly string[]; readonly to: readonly string[] } | null;
}

const GLUE = /^(?:,|;|and|but|while|whereas|or|then|&)$/i;
const PLACES: ReadonlySet<string> = new Set(["in", "at", "to", "into"]);
/** What says of a thing what it is about: left out with the thing, where "one" takes it up. */
const ABOUT: ReadonlySet<string> = new Set(["of", "on", "for", "about", "concerning", "against"]);

/**
 * The clauses of a sentence that leaves out what it has said: "Togo withdrew its envoy in 2018 and Ghana in 2020", "Chile
 * opened an embassy in Hanoi, Peru one in Jakarta", "left Mali in August, Chad in May". Each later part is laid over the
 * first clause, phrase by phrase: a date on its date, "in Jakarta" on "in Hanoi", a name on the subject or on the name
 * before the date. The first clause comes first, without the later parts. Null where nothing is left out.
 *
 * Read along the words, not the parse: parsers lose their way in just these sentences.
 */
export function restoreGaps(nodes: readonly Node[], mentions: readonly Mention[]): RestoredClause[] | null {
  const chunks = new PhraseChunks(nodes, mentions);
  const clauses: RestoredClause[] = [];
  const elsewhere = new Set<number>();
  let verb = -1;
  let start = 0;
  let spread = false;
  for (let i = 0; i < nodes.length; i++) {
    if (isVerb(nodes, i)) verb = i;
    const text = nodes[i]!.text;
    if (text === ":") start = i + 1;
    if (!GLUE.test(text) || i === 0) continue;
    const first = verb >= start ? clauseBefore(nodes, chunks, start, verb, i) : null;
    const parts = first ? partsAfter(nodes, chunks, i) : [];
    // "with Peru in 2004 and Chile in 2006" goes on with the partner; "…, Chile in 2006" and "…, and Chile" begin anew
    const listed = parts.length > 1 || /^and$/i.test(text);
    // "Kenya and Uganda both joined, the former in 2022, the latter in 2023": nobody is left for the first clause
    const each = parts.map((p) => p.chunks[0]!).filter((c) => first && isOneOf(c, first, chunks));
    const all = first?.subject ? chunks.actorsWithin(first.subject.from, first.subject.to) : [];
    const whole = each.length > 0 && all.every((a) => each.some((c) => c.actors.includes(a)));
    let from = i;
    for (const part of each.length > 0 && !whole ? [] : parts) {
      const laid = overlay(part.chunks, first!, chunks, listed);
      if (!laid) break;
      clauses.push(laid);
      for (let k = from; k < part.to; k++) elsewhere.add(k);
      from = part.to;
    }
    if (from > i) {
      if (whole) spread = true;
      // what follows behind a comma says more of the last part
      const tail = nodes.findIndex((n, k) => k >= from && /^[;:]$/.test(n.text));
      const to = tail < 0 ? nodes.length - 1 : tail;
      if (nodes[from]?.text === "," && to > from + 1) {
        const more = nodes.slice(from, to).map((_, k) => from + k);
        const last = clauses.pop()!;
        clauses.push({ ...last, nodes: [...last.nodes, ...more] });
        for (const k of more) elsewhere.add(k);
        from = to;
      }
      i = from - 1;
    } else if (text === ";") start = i + 1;
  }
  if (clauses.length === 0) return null;
  const rest = nodes.flatMap((_, i) => (elsewhere.has(i) ? [] : [i]));
  return spread ? clauses : [{ nodes: rest, subject: null }, ...clauses];
}

/** The clause that later parts are laid over. */
interface FirstClause {
  /** Nodes before the subject, the subject, the verb with its auxiliaries. */
  readonly start: number;
  readonly subject: { readonly from: number; readonly to: number } | null;
  readonly verb: number;
  /** Phrases before the subject that are dates. */
  readonly opening: readonly Chunk[];
  /** Phrases behind the verb. */
  readonly tail: readonly Chunk[];
  readonly nodes: readonly Node[];
}

function isVerb(nodes: readonly Node[], i: number): boolean {
  const node = nodes[i]!;
  if (node.relation === "cop" && /^(?:is|are|was|were|been|became)$/.test(node.text)) return true;
  if (node.upos !== "VERB" || node.unit) return false;
  return node.xpos !== "VBG" && !(node.relation === "amod" && node.head > i);
}

function clauseBefore(nodes: readonly Node[], chunks: PhraseChunks, start: number, verb: number, end: number): FirstClause | null {
  let behind = verb + 1;
  while (behind < end && (nodes[behind]!.relation === "compound:prt" || /^(?:not|again|also|back)$/i.test(nodes[behind]!.text))) behind++;
  const tail = chunks.read(behind, end);
  if (!tail || tail.length === 0) return null;
  let to = verb;
  while (
    to > start &&
    (["AUX", "ADV", "PART"].includes(nodes[to - 1]!.upos) || (nodes[to - 1]!.upos === "VERB" && nodes[to]!.text === "to"))
  )
    to--;
  // the phrases right before the verb; a comma, a verb or "that" ends them
  let from = to;
  while (
    from > start &&
    nodes[from - 1]!.upos !== "VERB" &&
    !/^(?:[,;:(]|and|but|while|that|which|when|as|if)$/i.test(nodes[from - 1]!.text)
  )
    from--;
  const before = chunks.read(from, to) ?? (nodes[from]?.upos === "PRON" && to === from + 1 ? [] : null);
  const head = before ? before.findIndex((c) => c.preposition === "" && c.kind !== "date") : -1;
  // "at the king's request Chad sent": the name right before the verb, whatever stands in front of it
  const named = before === null && to > from && chunks.namedAt(to - 1) !== null;
  const subject = named
    ? { from: to - 1, to }
    : before === null
      ? null
      : head >= 0
        ? { from: before[head]!.from, to }
        : to - from === 1
          ? { from, to }
          : null;
  const opening = (before ?? []).slice(0, Math.max(head, 0)).filter((c) => c.kind === "date");
  // "In 1992, Ghana opened"
  if (nodes[from - 1]?.text === "," && from - 2 >= start && chunks.isDate(from - 2)) {
    const at = from - 2 > start && nodes[from - 3]!.upos === "ADP" ? from - 3 : from - 2;
    const date = chunks.read(at, from - 1)?.[0];
    if (date) opening.unshift(date);
  }
  return { start, subject, verb, opening, tail, nodes };
}

interface Part {
  readonly chunks: readonly Chunk[];
  readonly to: number;
}

/** The parts behind the conjunction or comma at `glue`, each of phrases only, one after the other. */
function partsAfter(nodes: readonly Node[], chunks: PhraseChunks, glue: number): Part[] {
  const parts: Part[] = [];
  for (let part = partAfter(nodes, chunks, glue); part; part = partAfter(nodes, chunks, part.to)) parts.push(part);
  return parts;
}

/** The part behind the conjunction or comma at `glue`: phrases up to the next one. Null where it is a clause, or its subject. */
function partAfter(nodes: readonly Node[], chunks: PhraseChunks, glue: number): Part | null {
  const opens = (i: number): boolean => GLUE.test(nodes[i]?.text ?? "");
  const ends = (i: number): boolean => opens(i) || /^[.:!?()–—]$/.test(nodes[i]?.text ?? ".");
  let from = glue;
  while (from < nodes.length && opens(from)) from++;
  if (from === glue) return null;
  let to = from;
  while (!ends(to)) to++;
  let read = chunks.read(from, to);
  // "Denmark, in 1992": the comma stands for what is left out
  if (read?.length === 1 && read[0]!.kind === "actor" && nodes[to]?.text === "," && !opens(to + 1)) {
    const more = to + 1;
    let end = more;
    while (!ends(end)) end++;
    const rest = chunks.read(more, end);
    // "Nepal, the Republic of …": one more of a list, though it is not known
    const isName = rest?.[0]?.kind === "noun" && nodes[rest[0].to - 1]?.upos === "PROPN";
    if (rest && rest.length > 0 && rest[0]!.kind !== "actor" && !isName) {
      read = [read[0]!, ...rest];
      to = end;
    }
  }
  // "and, in 2013, the WTO": the time stands apart before what it is the time of
  const aside = read?.length === 1 && read[0]!.kind === "date" && nodes[to]?.text === "," && /^and$/i.test(nodes[glue]!.text);
  if (aside && !opens(to + 1)) {
    let end = to + 1;
    while (!ends(end)) end++;
    const rest = chunks.read(to + 1, end);
    if (rest && rest.length > 0 && rest[0]!.kind === "actor") {
      read = [read![0]!, ...rest];
      to = end;
    }
  }
  if (!read || read.length === 0 || [":", "("].includes(nodes[to]?.text ?? "")) return null;
  const all = withMorePlaces(nodes, chunks, read, to);
  to = all.to;
  let next = to;
  while (next < nodes.length && (opens(next) || nodes[next]!.upos === "ADV")) next++;
  // "by Chile in 1997, and entered into force": what a preposition leads is nobody's subject
  const led = read.find((c) => c.kind !== "date")?.preposition;
  const goesOn = !led && nodes[next] && ["VERB", "AUX"].includes(nodes[next]!.upos) && nodes[to]?.text !== ";";
  return goesOn ? null : all;
}

/** "and consulates in Montreal and Toronto": further names of places belong to the last one, where nothing else is said of them. */
function withMorePlaces(nodes: readonly Node[], chunks: PhraseChunks, read: readonly Chunk[], to: number): Part {
  const last = read.at(-1)!;
  if (!PLACES.has(last.preposition) || read[0]!.kind !== "noun" || read.length < 2) return { chunks: read, to };
  let end = to;
  while (/^(?:,|and)$/i.test(nodes[end]?.text ?? "")) {
    let name = end + 1;
    if (/^and$/i.test(nodes[name]?.text ?? "")) name++;
    const more = chunks.read(name, name + 1)?.[0];
    const isEnd = /^(?:[,;.]|and)$/i.test(nodes[name + 1]?.text ?? ".");
    if (!isEnd || nodes[name]?.upos !== "PROPN" || more?.preposition !== "" || more.kind === "date") break;
    end = name + 1;
  }
  return end === to ? { chunks: read, to } : { chunks: [...read.slice(0, -1), { ...last, to: end }], to: end };
}

/** Lays a later part over the first clause; null where some phrase of it has no counterpart there. */
function overlay(part: readonly Chunk[], first: FirstClause, chunks: PhraseChunks, listed: boolean): RestoredClause | null {
  const { tail, nodes } = first;
  const taken = new Map<number, Chunk[]>();
  const fronted = new Map<Chunk, Chunk>();
  const leading = part.findIndex((c) => c.kind !== "date");
  if (leading < 0 || part.length < 2) return null;
  const names = part[leading]!;
  let subject: Chunk | null = null;
  let rest = part.slice(leading);
  const dates = part.slice(0, leading);
  if (names.kind === "actor" && names.preposition === "" && first.subject) {
    if (isOneOf(names, first, chunks) || isSubject(part.slice(leading + 1), names, first, chunks, listed)) {
      subject = names;
      rest = part.slice(leading + 1);
    }
  } else if (
    (names.kind === "noun" || names.kind === "ordinal") &&
    names.preposition === "" &&
    first.subject &&
    !tail.some((c) => c.kind === "noun" && c.preposition === "" && !(isOfVerb(c, nodes) && /^the$/i.test(nodes[first.subject!.from]!.text)))
  ) {
    // "the embassy opened in 1990 and the consulate in 1995"
    subject = names;
    rest = part.slice(leading + 1);
  }
  // "Kenya and Uganda both joined, the former in 2022": each of those named has a time of his own
  const ofThem = subject !== null && isOneOf(names, first, chunks);
  const own: Chunk[] = [];
  let last = -1;
  for (const chunk of [...dates, ...rest]) {
    const at = counterpart(chunk, tail, last, taken, chunks);
    if (at >= 0) {
      taken.set(at, [chunk]);
      last = at;
      continue;
    }
    if (chunk.kind === "date") {
      const opening = first.opening.find((o) => !fronted.has(o));
      if (opening) fronted.set(opening, chunk);
      else if (ofThem || (dates.includes(chunk) && nodes[chunk.to]?.text === ",")) own.push(chunk);
      else return null;
      continue;
    }
    // "a protocol on fisheries": what it is about goes with it
    const thing = last >= 0 ? taken.get(last)! : null;
    if (!thing || !ABOUT.has(chunk.preposition) || !["noun", "one"].includes(thing[0]!.kind)) return null;
    thing.push(chunk);
  }
  const laid = [...taken.values()].flat();
  const placed = laid.some((c) => c.kind === "actor" && c.preposition !== "");
  // "sent troops to Mali and observers to Chad": apart, unless a time that is said once belongs to both
  const apart = placed && laid.some((c) => c.kind !== "actor") && !tail.some((c) => c.kind === "date");
  if (!laid.some((c) => c.kind === "date") && fronted.size === 0 && !subject && !apart && own.length === 0) return null;
  const clause = write(first, subject, taken, fronted, chunks);
  const more = own.flatMap((c) => Array.from({ length: c.to - c.from }, (_, k) => c.from + k));
  return { ...clause, nodes: [...clause.nodes, ...more] };
}

/** "took place", "took part": the noun belongs to the verb. */
function isOfVerb(c: Chunk, nodes: readonly Node[]): boolean {
  return c.to === c.from + 1 && /^(?:place|part)$/.test(nodes[c.from]!.text);
}

/** Whether a name is one of several that are the first clause's subject. */
function isOneOf(names: Chunk, { subject }: FirstClause, chunks: PhraseChunks): boolean {
  const said = subject ? chunks.actorsWithin(subject.from, subject.to) : [];
  return (
    names.kind === "actor" && names.actors.length > 0 && names.actors.length < said.length && names.actors.every((a) => said.includes(a))
  );
}

/** Whether a name at the head of a later part does what the first clause's subject does; else it is what is done it to. */
function isSubject(rest: readonly Chunk[], names: Chunk, first: FirstClause, chunks: PhraseChunks, listed: boolean): boolean {
  const { subject, tail, nodes } = first;
  const said = subject ? chunks.actorsWithin(subject.from, subject.to) : [];
  if (!subject || rest.length === 0 || said.length === 0 || !areAlike(names.actors, said)) return false;
  const next = rest.find((c) => c.kind !== "number") ?? rest[0]!;
  const at = counterpart(next, tail, -1, new Map(), chunks);
  // the name right before what comes next may be what this one stands for: "left Mali in August and Chad in May"
  const beside = at > 0 ? tail[at - 1]! : null;
  if (beside?.kind !== "actor" || !areAlike(beside.actors, names.actors)) return true;
  if (beside.actors.some(isContested) && !names.actors.some(isContested)) return true;
  // "its envoy from Tripoli in 2014 and Cyprus in 2015": a capital and a country are no row
  if (!chunks.haveOneForm(beside, names) && chunks.haveOneForm(subject, names)) return true;
  const named = nodes.slice(subject.from, subject.to).some((_, k) => chunks.namedAt(subject.from + k) !== null);
  return !listed && named;
}

/** States and powers that others recognise, deal with or break with, one after the other. */
function isContested(actor: string): boolean {
  return /^(?:XKX|PSE|ESH|TWN|x:.+|group:.+)$/.test(actor);
}

/** The phrase of the first clause that a later one takes the place of, -1 where there is none. */
function counterpart(
  chunk: Chunk,
  tail: readonly Chunk[],
  after: number,
  taken: ReadonlyMap<number, unknown>,
  chunks: PhraseChunks,
): number {
  const fits = (c: Chunk, i: number): boolean => !taken.has(i) && mayReplace(chunk, c, chunks);
  const later = tail.findIndex((c, i) => i > after && fits(c, i));
  return later >= 0 ? later : tail.findIndex(fits);
}

function mayReplace(later: Chunk, earlier: Chunk, chunks: PhraseChunks): boolean {
  if (later.kind === "date" || earlier.kind === "date") return later.kind === earlier.kind;
  const places = PLACES.has(later.preposition) && PLACES.has(earlier.preposition);
  // "left Mali in August, Chad in May", "with Peru in 2004, Chile in 2006": the preposition need not be said again
  const same = later.preposition === earlier.preposition || places || (later.kind === "actor" && later.preposition === "");
  if (!same) return false;
  // "visited Togo for talks in 1981 and for the ECOWAS summit in 1983"
  if (later.preposition === "for" && earlier.preposition === "for") return true;
  switch (later.kind) {
    case "actor":
      return earlier.kind === "actor" && areAlike(later.actors, earlier.actors);
    case "number":
      return earlier.kind === "number" || earlier.kind === "noun";
    case "amount":
      return earlier.kind === "amount";
    case "ordinal":
      return earlier.kind === "ordinal" || (earlier.kind === "noun" && chunks.ordinalWithin(earlier.from, earlier.to) >= 0);
    default:
      return earlier.kind === "noun" || (later.kind === "noun" && earlier.kind === "number");
  }
}

/** The first clause with the later phrases in place of theirs. */
function write(
  first: FirstClause,
  subject: Chunk | null,
  taken: ReadonlyMap<number, readonly Chunk[]>,
  fronted: ReadonlyMap<Chunk, Chunk>,
  chunks: PhraseChunks,
): RestoredClause {
  const order: number[] = [];
  const add = (from: number, to: number): void => {
    for (let i = from; i < to; i++) order.push(i);
  };
  const opens = first.subject?.from ?? first.verb;
  for (let i = first.start; i < opens; i++) {
    const date = [...fronted].find(([old]) => old.from === i);
    if (date) {
      add(date[1].from, date[1].to);
      i = date[0].to - 1;
    } else order.push(i);
  }
  if (subject) add(subject.from, subject.to);
  else if (first.subject) add(first.subject.from, first.subject.to);
  add(first.subject?.to ?? first.verb, first.tail[0]!.from);
  const dated = [...taken.values()].flat().some((c) => c.kind === "date") || fronted.size > 0;
  const nation = [...taken.values()].flat().some((c) => c.kind === "noun" && chunks.actorsWithin(c.from, c.to).length > 0);
  first.tail.forEach((old, i) => {
    const now = taken.get(i);
    if (!now) {
      const previous = taken.get(i - 1)?.[0];
      // what the thing left out was about or by whom goes with it; a date that is not said again is not known
      const gone =
        (old.kind === "date" && !dated) ||
        (previous !== undefined && previous.kind !== "date" && old.kind === "noun" && ABOUT.has(old.preposition)) ||
        (nation && old.kind === "actor");
      if (!gone) add(old.from, old.to);
      return;
    }
    const [head, ...more] = now as [Chunk, ...Chunk[]];
    const { nodes } = first;
    if (head.kind === "one" || (head.kind === "number" && old.kind === "noun")) {
      // "one", "200": of the same kind as before
      const noun = old.to - 1;
      const own = old.preposition === "" ? old.from : old.from + 1;
      if (head.kind === "one") add(old.from, old.to);
      else {
        add(old.from, own);
        add(head.from, head.to);
        let k = own;
        while (k < noun && ["NUM", "DET", "ADV"].includes(nodes[k]!.upos)) k++;
        add(k, old.to);
      }
    } else if (head.kind === "ordinal" && old.kind === "noun") {
      // "its first session …, its second": of the same kind as before
      const ordinal = chunks.ordinalWithin(old.from, old.to);
      add(old.from, ordinal);
      add(head.to - 1, head.to);
      add(ordinal + 1, old.to);
    } else {
      // a preposition that is not said again still holds
      if (head.preposition === "" && old.preposition !== "" && head.kind !== "date") add(old.from, old.from + 1);
      add(head.from, head.to);
    }
    for (const c of more) add(c.from, c.to);
  });
  const from = first.subject ? chunks.actorsWithin(first.subject.from, first.subject.to) : [];
  return { nodes: order, subject: subject && from.length > 0 ? { from, to: subject.actors } : null };
}
