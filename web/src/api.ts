import type { Claim } from "../../src/claims/claim.ts";
import type { Document } from "../../src/document/document.ts";
import type { ClaimEntry, DocumentEntry } from "../../src/record/record.ts";

export type { Claim, ClaimEntry, Document, DocumentEntry };
export type Names = Readonly<Record<string, string>>;

export interface Overview {
  documents: number;
  claims: number;
  actors: { actor: string; name: string; claims: number }[];
  pairs: { a: string; b: string; nameA: string; nameB: string; claims: number }[];
}
export interface Chronology {
  a: { id: string; name: string };
  b: { id: string; name: string };
  entries: ClaimEntry[];
  /** Claims that people rejected; they are in no answer. */
  rejected: ClaimEntry[];
  names: Names;
}
export interface DocumentPage {
  document: Omit<Document, "map">;
  claims: Claim[];
  names: Names;
}

/** A name that leads to no actor, with actors whose names are near to it. */
export interface Unknown {
  parameter: string;
  name: string;
  near: { id: string; name: string }[];
}

/** A refusal of the API in the server's own words. */
export class Refusal extends Error {
  readonly unknown: Unknown | null;

  constructor(message: string, unknown: Unknown | null) {
    super(message);
    this.unknown = unknown;
  }
}

/** Asks the API; throws a `Refusal` when the answer is one. */
export async function ask<T>(path: string): Promise<T> {
  const response = await fetch(path);
  const body = (await response.json()) as T & { error?: string; unknown?: Unknown };
  if (!response.ok) throw new Refusal(body.error ?? `${response.status} ${response.statusText}`, body.unknown ?? null);
  return body;
}
