import type { Diagnostic } from "../document/diagnostic.ts";
import { type JsonArray, type JsonNode, type JsonObject, type JsonScalar, type JsonString, stringNode } from "./json-node.ts";

const DEEPEST = 200;
const MOST_FAULTS = 50;
/** Values in one document (or one item of an array read by items): more would fill the memory. */
const MOST_VALUES = 2_000_000;
/** What may follow the closing quote of a string: the rest is a quote that was not escaped. */
const AFTER_VALUE = /\s*(?:[}\]]|$|,\s*(?:["{[\]}\d-]|true|false|null|$))/y;
const AFTER_MEMBER = /\s*(?:\}|$|\](?=\s*(?:[,}\]]|$))|,\s*(?:"(?:[^"\\]|\\.){0,200}"\s*:|\}|$)|"(?:[^"\\]|\\.){0,200}"\s*:)/y;
const AFTER_KEY = /\s*:/y;

/**
 * Reads JSON that may be damaged, keeping where every string stands.
 *
 * Valid JSON gives what JSON.parse gives. Beyond that it reads: raw control characters in strings, text cut off anywhere,
 * quotes inside strings that were not escaped, wrong escapes, missing or superfluous commas, bare keys, something before
 * the first bracket. Every fault is a diagnostic with its offset. A document that is nested more than 200 deep is read to
 * that depth. Linear in time for all but quotes that were not escaped (a look-ahead of at most 200 characters each).
 */
export function salvageJson(source: string): { readonly value: JsonNode | null; readonly diagnostics: readonly Diagnostic[] } {
  const reader = new JsonReader(source);
  const value = reader.readDocument();
  return { value, diagnostics: reader.takeFaults() };
}

/** The same for a long array: its items one by one (or the one value that is no array), with the faults met on the way. */
export function* salvageJsonItems(source: string): Generator<{ value: JsonNode; diagnostics: readonly Diagnostic[] }> {
  const reader = new JsonReader(source);
  for (const value of reader.readItems()) yield { value, diagnostics: reader.takeFaults() };
}

class JsonReader {
  private readonly source: string;
  private at = 0;
  private faults: Diagnostic[] = [];
  private faultCount = 0;
  private depth = 0;
  private valueCount = 0;
  private readonly path: string[] = [];
  private controlCharacters = 0;
  private firstControl = -1;

  constructor(source: string) {
    this.source = source;
  }

  takeFaults(): Diagnostic[] {
    if (this.controlCharacters) {
      const times = this.controlCharacters === 1 ? "one raw control character" : `${this.controlCharacters} raw control characters`;
      this.fault(
        "json-control-character",
        `${times} in a string, first at offset ${this.firstControl}: kept as written`,
        this.firstControl,
      );
    }
    this.controlCharacters = 0;
    const taken = this.faults;
    this.faults = [];
    this.faultCount = 0;
    return taken;
  }

  readDocument(): JsonNode | null {
    if (!this.skipToStart()) return null;
    const value = this.startsInsideObject() ? this.readMembers(this.at) : this.readValue();
    this.checkTrailing();
    return value;
  }

  *readItems(): Generator<JsonNode> {
    if (!this.skipToStart()) return;
    if (this.startsInsideObject()) yield this.readMembers(this.at);
    else if (this.source[this.at] === "[") {
      this.at++;
      while (!this.endOfArray()) {
        const before = this.at;
        this.valueCount = 0;
        const value = this.readValue();
        if (value) yield value;
        else if (this.at === before) this.skipUnexpected();
        if (!this.readComma("]")) break;
      }
    } else {
      // One object, or several one after another.
      for (let value = this.readValue(); value; ) {
        yield value;
        this.skipSpace();
        if (this.source[this.at] === ",") this.at++;
        this.skipSpace();
        value = this.source[this.at] === "{" ? this.readValue() : null;
      }
    }
    this.checkTrailing();
  }

  private skipToStart(): boolean {
    this.skipSpace();
    const first = this.source[this.at];
    if (first === "{" || first === "[" || first === '"') return true;
    const start = this.source.slice(0, 100_000).search(/[{[]/);
    if (start < 0) return false;
    this.fault("json-before-start", `${start} characters before the first bracket were left out`, 0, "info");
    this.at = start;
    return true;
  }

  /** Cut off at the front: the text begins with a member. */
  private startsInsideObject(): boolean {
    if (this.source[this.at] !== '"') return false;
    const member = /"(?:[^"\\]|\\.){0,200}"\s*:/y;
    member.lastIndex = this.at;
    if (!member.test(this.source)) return false;
    this.fault("json-cut-off", "the opening bracket is missing; what stands before is lost", this.at);
    return true;
  }

  private checkTrailing(): void {
    this.skipSpace();
    if (this.at < this.source.length)
      this.fault("json-trailing", `${this.source.length - this.at} characters after the end were left out`, this.at);
  }

  private readValue(): JsonNode | null {
    this.skipSpace();
    const start = this.at;
    const first = this.source[start];
    if (first === undefined) return null;
    if (++this.valueCount > MOST_VALUES) {
      this.fault("json-too-large", `there are more than ${MOST_VALUES} values; what follows was left out`, start);
      this.at = this.source.length;
      return null;
    }
    if (first === '"') return this.readString(this.depth > 0 ? (this.path.at(-1) === "[]" ? AFTER_VALUE : AFTER_MEMBER) : AFTER_VALUE);
    if (first === "{" || first === "[") {
      if (this.depth >= DEEPEST) return this.skipDeep(start);
      this.depth++;
      this.at++;
      const value = first === "{" ? this.readMembers(start) : this.readArray(start);
      this.depth--;
      return value;
    }
    return this.readScalar();
  }

  private readArray(start: number): JsonArray {
    const items: JsonNode[] = [];
    this.path.push("[]");
    while (!this.endOfArray()) {
      const before = this.at;
      const value = this.readValue();
      if (value) items.push(value);
      else if (this.at === before) this.skipUnexpected();
      if (!this.readComma("]")) break;
    }
    this.path.pop();
    return { type: "array", start, end: this.at, items };
  }

  /** Reads past the bracket, when it is there. */
  private endOfArray(): boolean {
    this.skipSpace();
    if (this.source[this.at] === "]") {
      this.at++;
      return true;
    }
    if (this.at < this.source.length) return false;
    this.cutOff();
    return true;
  }

  private readMembers(start: number): JsonObject {
    const entries = new Map<string, JsonNode>();
    for (;;) {
      this.skipSpace();
      if (this.at >= this.source.length) {
        this.cutOff();
        break;
      }
      if (this.source[this.at] === "}") {
        this.at++;
        break;
      }
      const key = this.readKey();
      if (key === null) {
        if (this.source[this.at] === "]" && this.depth > 1) break;
        this.skipUnexpected();
        continue;
      }
      this.path.push(key);
      const before = this.at;
      const value = this.readValue();
      if (value) {
        if (!entries.has(key)) entries.set(key, value);
      } else if (this.at >= this.source.length) this.cutOff();
      else if (this.at === before && this.source[this.at] !== "}" && this.source[this.at] !== ",") this.skipUnexpected();
      this.path.pop();
      if (!this.readComma("}")) break;
    }
    return { type: "object", start, end: this.at, entries };
  }

  private readKey(): string | null {
    let key: string;
    if (this.source[this.at] === '"') key = this.readString(AFTER_KEY).read().text;
    else {
      const bare = /[\p{L}_$][\p{L}\p{N}_$-]{0,100}(?=\s*:)/uy;
      bare.lastIndex = this.at;
      const match = bare.exec(this.source);
      if (!match) return null;
      this.fault("json-key-bare", `the key ${match[0]} has no quotes`, this.at);
      this.at += match[0].length;
      key = match[0];
    }
    this.skipSpace();
    if (this.source[this.at] === ":") this.at++;
    else if (this.at < this.source.length) this.fault("json-unexpected", `a colon is missing after the key ${key.slice(0, 40)}`, this.at);
    return key;
  }

  /** Reads a comma, or the bracket that ends the container (then false). */
  private readComma(close: "}" | "]"): boolean {
    this.skipSpace();
    const next = this.source[this.at];
    if (next === ",") {
      this.at++;
      return true;
    }
    if (next === close) {
      this.at++;
      return false;
    }
    if (next === undefined) {
      this.cutOff();
      return false;
    }
    if (next === "}" || next === "]") {
      this.fault("json-bracket-missing", `“${close}” is missing before “${next}”`, this.at);
      return false;
    }
    if (next === '"' || next === "{" || next === "[" || close === "}") {
      this.fault("json-comma-missing", "a comma is missing", this.at);
      return true;
    }
    this.skipUnexpected();
    return true;
  }

  private readString(after: RegExp): JsonString {
    const { source } = this;
    const start = this.at + 1;
    let from = start;
    for (;;) {
      const end = this.findQuote(from);
      if (end < 0) {
        this.at = source.length;
        this.cutOff();
        return stringNode(source, start, source.length, true, this.noteEscape);
      }
      after.lastIndex = end + 1;
      if (after.test(source)) {
        this.at = end + 1;
        return stringNode(source, start, end, false, this.noteEscape);
      }
      // A key without its colon ends all the same; otherwise the quote belongs to the text.
      if (after === AFTER_KEY) {
        this.at = end + 1;
        return stringNode(source, start, end, false, this.noteEscape);
      }
      this.fault("json-quote-unescaped", "a quotation mark inside a string was not escaped; it was taken as text", end);
      from = end + 1;
    }
  }

  /** The next quote that is not escaped. Counts raw control characters on the way. */
  private findQuote(from: number): number {
    const { source } = this;
    for (let i = from; i < source.length; i++) {
      const code = source.charCodeAt(i);
      if (code === 0x22) return i;
      if (code === 0x5c) i++;
      else if (code < 0x20) {
        if (this.controlCharacters++ === 0) this.firstControl = i;
      }
    }
    return -1;
  }

  private readonly noteEscape = (at: number, found: string): void => {
    this.fault("json-escape-wrong", `“${found}” is no escape; it was kept as written`, at);
  };

  private readScalar(): JsonScalar | null {
    const scalar = /(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|NaN|-?Infinity|undefined|None|True|False)(?![\p{L}\p{N}_])/uy;
    scalar.lastIndex = this.at;
    const word = scalar.exec(this.source)?.[0];
    if (word === undefined) return null;
    const start = this.at;
    this.at += word.length;
    const number = Number(word);
    const value = /^true$/i.test(word) ? true : /^false$/i.test(word) ? false : Number.isFinite(number) ? number : null;
    if (value === null && word !== "null") this.fault("json-unexpected", `${word} is no JSON value; it was read as null`, start);
    return { type: "scalar", start, end: this.at, value };
  }

  /** Passes over a container that is nested too deep, without recursion. */
  private skipDeep(start: number): null {
    this.fault("json-too-deep", `values nest more than ${DEEPEST} deep; what is deeper was left out`, start);
    let open = 0;
    for (; this.at < this.source.length; this.at++) {
      const c = this.source[this.at];
      if (c === '"') {
        const end = this.findQuote(this.at + 1);
        if (end < 0) break;
        this.at = end;
      } else if (c === "{" || c === "[") open++;
      else if ((c === "}" || c === "]") && --open === 0) {
        this.at++;
        return null;
      }
    }
    this.at = this.source.length;
    return null;
  }

  /** Leaves out what cannot begin a value, up to the next sign of structure. */
  private skipUnexpected(): void {
    const start = this.at;
    const next = /[,"{}[\]]/g;
    next.lastIndex = start + 1;
    this.at = next.exec(this.source)?.index ?? this.source.length;
    const left = this.source.slice(start, Math.min(this.at, start + 30));
    this.fault("json-unexpected", `${this.at - start} characters that are no JSON were left out (“${printable(left)}”)`, start);
  }

  private skipSpace(): void {
    const { source } = this;
    for (;;) {
      const code = source.charCodeAt(this.at);
      // Beside JSON's own white space: no-break spaces, byte order marks and control characters.
      if (code <= 0x20 || code === 0xa0 || code === 0xfeff) this.at++;
      else return;
    }
  }

  private cutOff(): void {
    if (this.faults.some((f) => f.code === "json-cut-off" && f.at === this.source.length)) return;
    const inside = this.path.join(".").replaceAll(".[]", "[]").slice(0, 200);
    this.fault(
      "json-cut-off",
      `the file ends at offset ${this.source.length}${inside ? ` inside “${inside}”` : ""}; what should follow is missing`,
      this.source.length,
      "warning",
    );
  }

  private fault(code: string, message: string, at: number, severity: Diagnostic["severity"] = "warning"): void {
    this.faultCount++;
    if (this.faultCount === MOST_FAULTS)
      this.faults.push({
        code: "json-faults-many",
        severity: "warning",
        stage: "read",
        message: "more faults follow and are not listed",
        at,
      });
    if (this.faultCount >= MOST_FAULTS && code !== "json-cut-off") return;
    this.faults.push({ code, severity, stage: "read", message: message.includes("offset") ? message : `${message} (offset ${at})`, at });
  }
}

function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, "·");
}
