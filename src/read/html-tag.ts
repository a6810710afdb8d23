/** An attribute: its value is the source range [start, end), entities not yet decoded. */
export interface Attribute {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  readonly attributes: readonly Attribute[];
  /** Just after the ">". */
  readonly end: number;
  /** The source ends inside the tag. */
  readonly cut: boolean;
  /** A quote was never closed, and the tag was taken to end at its first ">". */
  readonly salvaged: boolean;
}

const MOST_ATTRIBUTES = 256;
const NONE: readonly Attribute[] = [];

/** Reads the start or end tag at `open` (its "<"). Names of HTML tags and attributes are lower-cased, those of XML kept. */
export function readTag(source: string, open: number, xml: boolean): Tag {
  const closing = source.charCodeAt(open + 1) === 0x2f;
  const nameStart = open + (closing ? 2 : 1);
  let at = nameStart;
  while (at < source.length && !endsName(source.charCodeAt(at))) at++;
  const name = normal(source.slice(nameStart, Math.min(at, nameStart + 100)), xml);
  if (source.charCodeAt(at) === 0x3e)
    return { name, closing, selfClosing: false, attributes: NONE, end: at + 1, cut: false, salvaged: false };
  const attributes: Attribute[] = [];
  let selfClosing = false;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code === 0x3e) return { name, closing, selfClosing, attributes, end: at + 1, cut: false, salvaged: false };
    if (code === 0x3c && attributes.length === 0 && xml) break;
    if (code === 0x2f) selfClosing = true;
    if (code === 0x2f || isSpace(code)) {
      at++;
      continue;
    }
    selfClosing = false;
    const attributeStart = at;
    at++;
    while (at < source.length && source.charCodeAt(at) !== 0x3d && !endsName(source.charCodeAt(at))) at++;
    const attribute = normal(source.slice(attributeStart, Math.min(at, attributeStart + 100)), xml);
    while (at < source.length && isSpace(source.charCodeAt(at))) at++;
    let start = at;
    let end = at;
    if (source.charCodeAt(at) === 0x3d) {
      at++;
      while (at < source.length && isSpace(source.charCodeAt(at))) at++;
      const quote = source.charCodeAt(at);
      if (quote === 0x22 || quote === 0x27) {
        start = at + 1;
        end = source.indexOf(quote === 0x22 ? '"' : "'", start);
        if (end < 0) {
          const bracket = source.indexOf(">", start);
          const cut = bracket < 0;
          return { name, closing, selfClosing, attributes, end: cut ? source.length : bracket + 1, cut, salvaged: !cut };
        }
        at = end + 1;
      } else {
        start = at;
        while (at < source.length && source.charCodeAt(at) !== 0x3e && !isSpace(source.charCodeAt(at))) at++;
        end = at;
      }
    }
    if (attributes.length < MOST_ATTRIBUTES) attributes.push({ name: attribute, start, end });
  }
  return { name, closing, selfClosing, attributes, end: source.length, cut: true, salvaged: false };
}

function normal(name: string, xml: boolean): string {
  return xml ? name : name.toLowerCase();
}

function endsName(code: number): boolean {
  return code === 0x3e || code === 0x2f || isSpace(code);
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}
