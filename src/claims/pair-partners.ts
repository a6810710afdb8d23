import type { Mention } from "../actors/mention.ts";
import type { DateExpression } from "../language/date-expression.ts";
import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/**
 * Mends what parsers get wrong about partners with dates of their own: "with Kenya in May 1995, Laos in June 1996
 * and Peru in July 1997". Each later partner becomes a conjunct of the first, and its date its own.
 */
export function pairPartners(parse: Parse, mentions: readonly Mention[], dates: readonly DateExpression[]): Parse {
  if (dates.length < 2) return parse;
  const { nodes } = parse;
  const isActor = (i: number): boolean => {
    const n = nodes[i];
    return (
      n !== undefined &&
      mentions.some((m) => m.start < n.end && m.end > n.start && m.actors.length > 0 && m.form !== "demonym" && m.form !== "reference")
    );
  };
  const isDate = (i: number): boolean => {
    const n = nodes[i];
    return n !== undefined && dates.some((d) => d.start < n.end && d.end > n.start);
  };
  const word = (i: number): string => nodes[i]?.text.toLowerCase() ?? "";
  /** The index of the date that follows directly, over "in", "on" or "(", else -1. */
  const dateAfter = (i: number): number => {
    const at = ["in", "on", "(", "since"].includes(word(i + 1)) ? i + 2 : i + 1;
    return isDate(at) ? at : -1;
  };
  const changes = new Map<number, { head: number; relation: string }>();
  for (let i = 0; i < nodes.length; i++) {
    const date = isActor(i) ? dateAfter(i) : -1;
    if (date < 0) continue;
    const chain: { actor: number; date: number }[] = [{ actor: i, date }];
    let at = date + 1;
    for (;;) {
      if (word(at) === ")") at++;
      let glue = false;
      while ([",", "and", ";", "then"].includes(word(at))) {
        glue = true;
        at++;
      }
      while (["with", "to", "the", "by", "in", "from"].includes(word(at))) at++;
      const next = glue && isActor(at) ? dateAfter(at) : -1;
      if (next < 0) break;
      // "and Chile in 1992 signed": a clause of its own
      if (["VERB", "AUX"].includes(nodes[next + 1]?.upos ?? "")) break;
      chain.push({ actor: at, date: next });
      at = next + 1;
    }
    if (chain.length < 2) continue;
    for (const [k, link] of chain.entries()) {
      if (k > 0) changes.set(link.actor, { head: i, relation: "conj" });
      changes.set(link.date, { head: link.actor, relation: "nmod" });
    }
    i = chain.at(-1)!.date;
  }
  if (changes.size === 0) return parse;
  const mended = nodes.map((n, i): Node => {
    const change = changes.get(i);
    return change ? { ...n, ...change } : n;
  });
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}
