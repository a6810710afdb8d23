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
  names: Names;
}
export interface DocumentPage {
  document: Omit<Document, "map">;
  claims: Claim[];
  names: Names;
}

/** Asks the API; a refusal comes back as an Error with the server's own words. */
export async function ask<T>(path: string): Promise<T> {
  const response = await fetch(path);
  const body = (await response.json()) as T & { error?: string };
  if (!response.ok) throw new Error(body.error ?? `${response.status} ${response.statusText}`);
  return body;
}
