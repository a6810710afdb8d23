import type { Node } from "../language/sentence.ts";
import { base } from "./slot-map.ts";

export const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);
export const RELATIVE = /^(?:which|who|whom|that)$/i;
export const PERSONAL = /^(?:who|whom)$/i;

/** The nodes of a sentence while clauses are put where they belong. */
export interface Draft {
  readonly nodes: Node[];
  readonly isActor: (i: number) => boolean;
  /** A state, region or place by name, no organisation or body: those are founded and opened themselves. */
  readonly isCountry: (i: number) => boolean;
  readonly isPerson: (i: number) => boolean;
}

/** Whether two lists hold the very same nodes. */
export function isSame(nodes: readonly Node[], before: readonly Node[]): boolean {
  for (let i = 0; i < nodes.length; i++) if (nodes[i] !== before[i]) return false;
  return true;
}

/** Hangs node `i` on `head` by `relation`, in place. */
export function set({ nodes }: Draft, i: number, head: number, relation: string): void {
  nodes[i] = { ...nodes[i]!, head, relation };
}

/** Indices of the nodes that hang on node `i`, in text order: all, or those by one of the relations (with or without subtype). */
export function childrenOf({ nodes }: Draft, i: number, ...relations: string[]): number[] {
  const found: number[] = [];
  for (let k = 0; k < nodes.length; k++) {
    const { head, relation } = nodes[k]!;
    if (head === i && (relations.length === 0 || relations.includes(relation) || relations.includes(base(relation)))) found.push(k);
  }
  return found;
}

export function isVerb(n: Node | undefined): boolean {
  return n !== undefined && (n.upos === "VERB" || (n.upos === "AUX" && n.xpos.startsWith("VB")));
}

export function rootOf({ nodes }: Draft): number {
  return nodes.findIndex((n) => n.head < 0);
}

export const isNominal = (n: Node | undefined): boolean => n?.upos === "NOUN" || n?.upos === "PROPN";
export const isDate = (n: Node | undefined): boolean => n?.unit?.kind === "date";
