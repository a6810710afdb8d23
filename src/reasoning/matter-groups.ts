import type { Bounds } from "../language/dates/edtf.ts";
import type { LeanEntry } from "../record/record.ts";
import { covers, type Dated, isNamed, joined, LOOSE_WORDS, sayTheSame, type Traits, telling } from "./matter-traits.ts";
import type { Matter } from "./matters.ts";

/** The claims that tell of one matter, and what is known of it by them. */
export interface MatterGroup<E extends LeanEntry> {
  /** Which of all groups it is, from 0. */
  readonly number: number;
  traits: Traits;
  readonly entries: E[];
}

/** Dates that span more years than these are looked for in all years. */
const MOST_YEARS = 12;

/**
 * The matters of one kind between the same two, as claims are put to them one by one. Two busy states have thousands, so those
 * that a claim may belong to are looked up by its words and years.
 */
export class MatterGroups<E extends LeanEntry> {
  readonly all: MatterGroup<E>[] = [];
  private readonly kind: Matter["kind"];
  /** By what a claim must say alike to say the same; of what is told by its date, by the years of that too. */
  private readonly byShape = new Map<string, MatterGroup<E>[]>();
  private readonly byWord = new Map<string, MatterGroup<E>[]>();
  private readonly bySignature = new Map<string, MatterGroup<E>[]>();
  /** By document, where a claim stood between several groups. */
  private byDocument: Map<string, { readonly entry: E; readonly group: MatterGroup<E> }[]> | null = null;

  constructor(kind: Matter["kind"]) {
    this.kind = kind;
  }

  /** Puts a claim to the matter that it speaks of, or to one of its own where that is none, or cannot be told; gives its number. */
  add(entry: E, traits: Traits): number {
    const same = this.findSame(traits);
    const wider = same && telling(traits) > 0 ? [] : this.findCovering(entry, traits);
    const home = wider.length > 1 ? null : (wider[0] ?? same);
    const group = home ?? { number: this.all.length, traits, entries: [] };
    group.entries.push(entry);
    if (this.byDocument) this.putByDocument(entry, group);
    if (home) {
      const { traits: before } = home;
      home.traits = joined(before, traits);
      if (home.traits !== before) this.file(home);
    } else {
      this.all.push(group);
      this.file(group);
    }
    return group.number;
  }

  /** The first group of which everything the same is said. */
  private findSame(traits: Traits): MatterGroup<E> | null {
    const shape = shapeOf(traits);
    const years = this.kind === "agreement" && !isNamed(traits.words) ? yearsOf(telltaleOf(traits)) : null;
    if (years === null) return this.byShape.get(shape)?.find((g) => sayTheSame(g.traits, traits)) ?? null;
    let first: MatterGroup<E> | null = null;
    for (const year of [...years, ANY]) {
      const found = this.byShape.get(`${shape}|${year}`)?.find((g) => sayTheSame(g.traits, traits));
      if (found && (first === null || found.number < first.number)) first = found;
    }
    return first;
  }

  /** The groups that a claim may belong to that leaves out what they say; of several those of which the same words speak, if any. */
  private findCovering(entry: E, traits: Traits): readonly MatterGroup<E>[] {
    const isMembership = this.kind === "membership";
    const found = new Set<MatterGroup<E>>();
    for (const group of this.candidates(traits)) {
      if (covers(this.kind, group.traits, traits)) found.add(group);
      if (found.size > 1 && !isMembership) break;
    }
    if (found.size < 2) return [...found];
    const told = this.toldBySameWords(entry).filter((g) => covers(this.kind, g.traits, traits));
    if (told.length > 0) return told;
    // of a membership the full one
    const members = isMembership ? [...found].filter((g) => g.traits.words.get("standing") === "member") : [];
    return members.length > 0 ? members : [...found];
  }

  private *candidates(traits: Traits): Iterable<MatterGroup<E>> {
    const [word] = exactWords(traits);
    const years = traits.signed && !isNamed(traits.words) ? yearsOf(traits.signed) : null;
    if (word !== undefined) yield* this.byWord.get(word) ?? [];
    else if (years) for (const year of [...years, ANY]) yield* this.bySignature.get(year) ?? [];
    else yield* this.all;
  }

  /** Groups with a claim on words that this one stands on too. */
  private toldBySameWords({ document, claim }: E): MatterGroup<E>[] {
    if (this.byDocument === null) {
      this.byDocument = new Map();
      for (const group of this.all) for (const own of group.entries) this.putByDocument(own, group);
    }
    const { start, end } = claim.evidence;
    const near = this.byDocument.get(document.id) ?? [];
    return [...new Set(near.filter((n) => n.entry.claim.evidence.start < end && start < n.entry.claim.evidence.end).map((n) => n.group))];
  }

  private putByDocument(entry: E, group: MatterGroup<E>): void {
    const known = this.byDocument!.get(entry.document.id);
    if (known) known.push({ entry, group });
    else this.byDocument!.set(entry.document.id, [{ entry, group }]);
  }

  /** Where a group is looked for; it stays under what was known of it before, for claims are compared in the end. */
  private file(group: MatterGroup<E>): void {
    const { traits } = group;
    const shape = shapeOf(traits);
    put(this.byShape, shape, group);
    if (this.kind === "agreement") for (const year of yearsOf(telltaleOf(traits)) ?? [ANY]) put(this.byShape, `${shape}|${year}`, group);
    for (const word of exactWords(traits)) put(this.byWord, word, group);
    if (traits.signed) for (const year of yearsOf(traits.signed) ?? [ANY]) put(this.bySignature, year, group);
  }
}

const ANY = "any";

/** Keeps the groups of a list in their order, each once. */
function put<E extends LeanEntry>(lists: Map<string, MatterGroup<E>[]>, key: string, group: MatterGroup<E>): void {
  const list = lists.get(key);
  if (!list) {
    lists.set(key, [group]);
    return;
  }
  let at = list.length;
  while (at > 0 && list[at - 1]!.number > group.number) at--;
  if (list[at - 1] !== group) list.splice(at, 0, group);
}

/** What two claims have alike when they say the same. */
function shapeOf(traits: Traits): string {
  const keys = [...traits.words.keys()].filter((key) => LOOSE_WORDS.has(key));
  return [...keys.sort(), ...exactWords(traits), traits.signed ? "signed" : ""].join("|");
}

function exactWords({ folded }: Traits): string[] {
  return Array.from(folded, ([key, value]) => (LOOSE_WORDS.has(key) ? "" : `${key}=${value}`))
    .filter(Boolean)
    .sort();
}

/** The date that tells an agreement without a title from others of its instrument. */
function telltaleOf({ signed, inForce }: Traits): Dated | null {
  return signed ?? inForce;
}

/** The years in which a date may lie; null where these are many, or not known. */
function yearsOf(dated: Dated | null): string[] | null {
  const { from, to }: Bounds = dated?.bounds ?? { from: null, to: null };
  if (from === null || to === null) return null;
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return last - first < MOST_YEARS ? Array.from({ length: last - first + 1 }, (_, i) => String(first + i)) : null;
}
