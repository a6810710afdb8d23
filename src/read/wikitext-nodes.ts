import type { Extension, Tag } from "./wikitext-tags.ts";

/** Offsets are UTF-16 code units of the wikitext, half-open. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** Text as it stands (`text` is the source's slice), or text that stands for a range (`{{!}}`, a decoded date). */
export interface Text extends Range {
  readonly kind: "text";
  readonly text: string;
  /** Whether it may hold markup: apostrophes, entities, list marks. */
  readonly live: boolean;
}

/** `| name = value` of a template. */
export interface Part extends Range {
  /** Null for a positional one. */
  readonly name: string | null;
  readonly value: readonly Node[];
}

export interface Template extends Range {
  readonly kind: "template";
  /** Trimmed, lower case, underscores as spaces, without `Template:` and `subst:`. */
  readonly name: string;
  /** What stands before the first `|`, as written. */
  readonly head: readonly Node[];
  readonly parts: readonly Part[];
}

/** `{{{name|default}}}` */
export interface Argument extends Range {
  readonly kind: "argument";
  readonly fallback: readonly Node[];
}

/** `[[target|part|part]]` */
export interface WikiLink extends Range {
  readonly kind: "link";
  readonly target: readonly Node[];
  readonly parts: readonly (readonly Node[])[];
}

/** `[https://… label]` */
export interface ExternalLink extends Range {
  readonly kind: "external";
  readonly url: string;
  readonly label: readonly Node[];
}

export type Node = Text | Template | Argument | WikiLink | ExternalLink | Tag | Extension;

/** Tells of broken markup: a code, what is wrong, where. */
export type Complain = (code: string, message: string, at: number) => void;

/** The text directly in these nodes, without that of templates and links inside. */
export function flatText(nodes: readonly Node[]): string {
  let text = "";
  for (const node of nodes) if (node.kind === "text") text += node.text;
  return text;
}
