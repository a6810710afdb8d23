import { once } from "node:events";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { codeRelation } from "../claims/code-relation.ts";
import { EXIT } from "./exit-codes.ts";

interface MarkedText {
  readonly id: unknown;
  readonly text: string;
  readonly source: { readonly start: number; readonly end: number };
  readonly target: { readonly start: number; readonly end: number };
}

/** `chancery code`: JSON lines with two marked spans in, their PLOVER event out, in the same order. */
export async function code(path: string): Promise<number> {
  const lines = createInterface({ input: path === "-" ? process.stdin : createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  let at = 0;
  let failed = 0;
  try {
    for await (const line of lines) {
      at++;
      if (line.trim() === "") continue;
      const answer = codeLine(line);
      if (typeof answer === "string") {
        failed++;
        console.error(`${path === "-" ? "line" : `${path}:`}${path === "-" ? " " : ""}${at}: ${answer}`);
      } else if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, "drain");
    }
  } catch (error) {
    console.error(`chancery: ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT.someUnread;
  }
  return failed > 0 ? EXIT.someUnread : EXIT.done;
}

/** The answer to one line, or what is wrong with it. */
function codeLine(line: string): object | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "this is no JSON";
  }
  if (!isMarked(value)) return 'expected {"id", "text", "source": {"start", "end"}, "target": {"start", "end"}}';
  try {
    const { event, factuality, rule } = codeRelation(value.text, value.source, value.target);
    return { id: value.id ?? null, event, factuality, rule };
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

function isMarked(value: unknown): value is MarkedText {
  if (typeof value !== "object" || value === null) return false;
  const { text, source, target } = value as Record<string, unknown>;
  return typeof text === "string" && isSpan(source) && isSpan(target);
}

function isSpan(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { start, end } = value as Record<string, unknown>;
  return typeof start === "number" && typeof end === "number";
}
