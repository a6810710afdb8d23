import { styleText } from "node:util";

/** Coloured on a terminal, plain in a pipe. */
export function paint(style: "bold" | "dim" | "red" | "green" | "yellow" | "inverse", text: string): string {
  return process.stdout.isTTY ? styleText(style, text) : text;
}

/** One line of at most `length` characters; white space folded, the rest marked with an ellipsis. */
export function clip(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
}
