import { type MappedText, TextBuilder } from "../document/mapped-text.ts";

export type JsonNode = JsonObject | JsonArray | JsonString | JsonScalar;

interface Placed {
  /** The range in the source; the quotes of a string are not part of it. */
  readonly start: number;
  readonly end: number;
}

export interface JsonObject extends Placed {
  readonly type: "object";
  readonly entries: ReadonlyMap<string, JsonNode>;
}

export interface JsonArray extends Placed {
  readonly type: "array";
  readonly items: readonly JsonNode[];
}

export interface JsonString extends Placed {
  readonly type: "string";
  /** The source ended inside it. */
  readonly cut: boolean;
  /** What the string says, each character mapped to where it stands in the source. */
  read(): MappedText;
}

export interface JsonScalar extends Placed {
  readonly type: "scalar";
  readonly value: number | boolean | null;
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** The plain value: what JSON.parse would give. */
export function plainValue(node: JsonNode | null | undefined): unknown {
  if (!node) return undefined;
  if (node.type === "string") return node.read().text;
  if (node.type === "scalar") return node.value;
  if (node.type === "array") return node.items.map(plainValue);
  const value: Record<string, unknown> = {};
  // A key like __proto__ becomes an own property and nothing else.
  for (const [key, item] of node.entries)
    Object.defineProperty(value, key, { value: plainValue(item), enumerable: true, writable: true, configurable: true });
  return value;
}

/** A string of JSON source, read when first asked for. `wrong` is told of what looks like an escape and is none. */
export function stringNode(
  source: string,
  start: number,
  end: number,
  cut: boolean,
  wrong: (at: number, found: string) => void,
): JsonString {
  let mapped: MappedText | null = null;
  return {
    type: "string",
    start,
    end,
    cut,
    read: () => {
      mapped ??= unescapeString(source, start, end, wrong);
      return mapped;
    },
  };
}

function unescapeString(source: string, start: number, end: number, wrong: (at: number, found: string) => void): MappedText {
  // Searches stay within the string: one that ran to the end of the file for every string would make reading quadratic.
  const raw = source.slice(start, end);
  const builder = new TextBuilder();
  let at = start;
  for (;;) {
    const found = raw.indexOf("\\", at - start);
    if (found < 0) break;
    const backslash = start + found;
    builder.append(source.slice(at, backslash), at);
    const letter = source[backslash + 1] ?? "";
    const simple = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
    if (backslash + 1 >= end) {
      // Cut off in the middle of an escape.
      at = end;
      break;
    }
    if (simple !== undefined) {
      builder.append(simple, backslash, backslash + 2);
      at = backslash + 2;
    } else if (letter === "u" && /^[0-9a-fA-F]{4}$/.test(source.slice(backslash + 2, Math.min(backslash + 6, end)))) {
      builder.append(String.fromCharCode(Number.parseInt(source.slice(backslash + 2, backslash + 6), 16)), backslash, backslash + 6);
      at = backslash + 6;
    } else {
      if (backslash + 6 <= end || letter !== "u") {
        wrong(backslash, source.slice(backslash, Math.min(end, backslash + 2)));
        builder.append(source.slice(backslash, Math.min(end, backslash + 2)), backslash);
        at = Math.min(end, backslash + 2);
      } else at = end;
    }
  }
  if (at < end) builder.append(source.slice(at, end), at);
  return builder.build();
}
