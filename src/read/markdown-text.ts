import { decodeHTML } from "entities";
import type { DocumentBuilder } from "./document-builder.ts";

const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y;

/**
 * Writes what a stretch of Markdown means, character for character as far as the two agree: escapes (`\*`), entities, and
 * what stands at the beginning of continued lines (indents, `>`) are in the source alone. In code there are no escapes and no entities.
 */
export function appendMarkdown(builder: DocumentBuilder, source: string, value: string, start: number, end: number, isCode = false): void {
  if (end - start === value.length && source.startsWith(value, start)) {
    builder.append(value, start, end);
    return;
  }
  let at = start;
  let from = 0;
  let i = 0;
  const flush = (): void => {
    if (i > from) builder.append(value.slice(from, i), at - (i - from), at);
    from = i;
  };
  while (i < value.length && at < end) {
    const wanted = value.charCodeAt(i);
    const found = source.charCodeAt(at);
    if (found === 0x26 && !isCode) {
      ENTITY.lastIndex = at;
      const entity = ENTITY.exec(source)?.[0];
      const decoded = entity ? decodeHTML(entity) : "";
      if (entity && decoded !== entity && value.startsWith(decoded, i)) {
        flush();
        builder.append(decoded, at, at + entity.length);
        at += entity.length;
        i += decoded.length;
        from = i;
        continue;
      }
    }
    if (found === wanted && !(found === 0x5c && !isCode && source.charCodeAt(at + 1) === 0x5c)) {
      at++;
      i++;
    } else {
      flush();
      at++;
      if (found === 0x5c && !isCode && source.charCodeAt(at) === wanted) {
        builder.append(value[i]!, at - 1, at + 1);
        at++;
        i++;
        from = i;
      }
    }
  }
  flush();
  if (i < value.length) builder.append(value.slice(i), end, end);
}
