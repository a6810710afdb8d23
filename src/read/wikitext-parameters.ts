import type { Node, Template } from "./wikitext-nodes.ts";

/** A positional parameter (1, 2 …), also where it is written `1=…`. The last of that number wins, as MediaWiki has it. */
export function positional(template: Template, place: number): readonly Node[] | null {
  let at = 0;
  let found: readonly Node[] | null = null;
  for (const part of template.parts) {
    if (part.name === null) at++;
    if ((part.name === null && at === place) || part.name === String(place)) found = part.value;
  }
  return found;
}

/** All positional parameters, in the order they stand in. */
export function positionals(template: Template): (readonly Node[])[] {
  return template.parts.filter((part) => part.name === null || /^\d+$/.test(part.name)).map((part) => part.value);
}

/** The first of these named parameters that is given; of two with one name the last. */
export function named(template: Template, ...names: readonly string[]): readonly Node[] | null {
  for (const name of names) {
    const part = template.parts.findLast((p) => p.name === name);
    if (part) return part.value;
  }
  return null;
}

/** The nodes after the first colon: of `{{formatnum:1234}}`, `{{#if:x|…}}`. */
export function afterColon(head: readonly Node[]): Node[] {
  const [first, ...rest] = head;
  if (first?.kind !== "text") return [...head];
  const colon = first.text.indexOf(":") + 1;
  return [{ ...first, text: first.text.slice(colon), start: first.start + colon }, ...rest];
}

/** Without white space at both ends, which parameters do not count. A list keeps its first line break. */
export function trimmed(nodes: readonly Node[]): readonly Node[] {
  if (nodes.length === 0) return nodes;
  const all = [...nodes];
  const first = all[0]!;
  if (first.kind === "text" && first.live && first.end - first.start === first.text.length && !/^\s*[*#:;{]/.test(first.text)) {
    const cut = first.text.length - first.text.trimStart().length;
    all[0] = { ...first, text: first.text.slice(cut), start: first.start + cut };
  }
  const last = all.at(-1)!;
  if (last.kind === "text" && last.live && last.end - last.start === last.text.length && !last.text.trimEnd().includes("\n")) {
    const text = last.text.trimEnd();
    all[all.length - 1] = { ...last, text, end: last.start + text.length };
  }
  return all;
}

export function isEmpty(nodes: readonly Node[]): boolean {
  return nodes.every((node) => node.kind === "text" && node.text.trim() === "");
}
