import type { Mention } from "../actors/mention.ts";
import type { Node } from "../language/sentence.ts";
import type { ClausePart, RestoredClause } from "./restore-gaps.ts";

/** A row of names, dates or sums: "Serbia, Laos and Mali". */
interface Row {
  readonly kind: "actor" | "date" | "amount";
  readonly from: number;
  readonly to: number;
  /** What each member is: nodes, or a part of the one node that the whole row was read as. */
  readonly members: readonly { readonly nodes: readonly number[]; readonly part: ClausePart | null }[];
}

/**
 * The clauses that "respectively" packs into one: "lent Serbia and Laos 5 million and 2 million euros respectively" is "lent
 * Serbia 5 million euros" and "lent Laos 2 million euros". Null without that word, or where no two rows are equally long.
 */
export function spreadRespectively(nodes: readonly Node[], mentions: readonly Mention[]): RestoredClause[] | null {
  const word = nodes.findIndex((n) => /^respectively$/i.test(n.text));
  if (word < 0) return null;
  const rows = inLastClause(nodes, findRows(nodes, mentions));
  const kept = rows.filter((row) => rows.some((other) => other !== row && other.members.length === row.members.length));
  if (kept.length < 2 || new Set(kept.map((r) => r.members.length)).size > 1 || !kept.some((r) => r.kind === "actor")) return null;
  const gone = new Set([word]);
  if (nodes[word - 1]?.text === ",") gone.add(word - 1);
  if (nodes[word + 1]?.text === ",") gone.add(word + 1);
  return kept[0]!.members.map((_, k) => {
    const order: number[] = [];
    const parts = new Map<number, ClausePart>();
    for (let i = 0; i < nodes.length; i++) {
      const row = kept.find((r) => r.from === i);
      if (row) {
        const { nodes: own, part } = row.members[k]!;
        order.push(...own);
        if (part) parts.set(own[0]!, part);
        i = row.to - 1;
      } else if (!gone.has(i)) order.push(i);
    }
    return { nodes: order, parts, subject: null };
  });
}

/** "Malta and Oman set up ties and opened embassies in Muscat and Valletta respectively": who did the first is no row of the last. */
function inLastClause(nodes: readonly Node[], rows: readonly Row[]): readonly Row[] {
  const last = rows.filter((row) => row.kind !== "date").at(-1);
  if (!last) return rows;
  const verb = nodes.findLastIndex(
    (n, i) => i < last.from && n.relation === "conj" && n.upos === "VERB" && /^(?:and|but)$/i.test(nodes[i - 1]?.text ?? ""),
  );
  const within = rows.filter((row) => row.from > verb);
  return within.some((row) => row.kind === "actor") && within.length > 1 ? within : rows;
}

function findRows(nodes: readonly Node[], mentions: readonly Mention[]): Row[] {
  const rows: Row[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const list = nodes[i]!.unit?.kind === "list" ? membersOf(nodes[i]!, mentions) : [];
    if (list.length > 1) {
      rows.push({ kind: "actor", from: i, to: i + 1, members: list.map((part) => ({ nodes: [i], part })) });
      continue;
    }
    // "the presidents of Peru and Chile – X and Y, respectively": their names stand beside them, nothing is shared out
    const holders = /^[,(–—-]$/.test(nodes[i + 1]?.text ?? "") ? [] : holdersOf(nodes[i]!, mentions);
    if (holders.length > 1) {
      rows.push({ kind: "actor", from: i, to: i + 1, members: holders.map((part) => ({ nodes: [i], part })) });
      continue;
    }
    const kind = kindOf(nodes[i]!, mentions);
    if (!kind) continue;
    const members = [{ nodes: [i], part: null }];
    let at = i + 1;
    for (;;) {
      let next = at;
      while (/^(?:,|and)$/i.test(nodes[next]?.text ?? "")) next++;
      if (next === at) break;
      if (/^(?:in|on|to|with|the)$/i.test(nodes[next]?.text ?? "")) next++;
      if (!nodes[next] || kindOf(nodes[next]!, mentions) !== kind) break;
      members.push({ nodes: [next], part: null });
      at = next + 1;
    }
    if (members.length > 1) rows.push({ kind, from: i, to: at, members });
    i = at - 1;
  }
  return rows;
}

function kindOf(node: Node, mentions: readonly Mention[]): Row["kind"] | null {
  if (node.unit?.kind === "date") return "date";
  if (node.unit?.kind === "amount") return "amount";
  const named = mentions.some(
    (m) =>
      m.start >= node.start &&
      m.end <= node.end &&
      m.form !== "reference" &&
      m.form !== "demonym" &&
      (m.kind === "place" || m.actors.length > 0),
  );
  return named ? "actor" : null;
}

function membersOf(node: Node, mentions: readonly Mention[]): ClausePart[] {
  return mentions
    .filter((m) => m.start >= node.start && m.end <= node.end && m.form !== "reference")
    .map(({ start, end }) => ({ start, end }));
}

const JOINER = /,\s*(?:and\s+)?|\s+and\s+/g;

/** "prime ministers of Peru and Chile", "Peruvian and Chilean presidents", read as one office of both: each holder with what names his state. */
function holdersOf(node: Node, mentions: readonly Mention[]): ClausePart[] {
  const office = mentions.find((m) => m.start >= node.start && m.end <= node.end && m.office !== null && m.actors.length > 1);
  if (!office) return [];
  const ends = [...office.text.matchAll(JOINER)];
  if (ends.length + 1 !== office.actors.length) return [];
  return office.actors.map((actor, k) => ({
    start: office.start + (k === 0 ? 0 : ends[k - 1]!.index + ends[k - 1]![0].length),
    end: k === ends.length ? office.end : office.start + ends[k]!.index,
    actor,
  }));
}
