import type { Actor } from "./actor.ts";
import { type ActorTables, split, type Table } from "./compile-lexicon.ts";
import type { NameRow } from "./lexicon-data.ts";
import { foldName } from "./scan-words.ts";

/** Senses of one name that may stand for different actors without a rule, because code tells them apart by position or by language. */
const told = new Set(["office", "trap", "foreign", "prefix"]);

/**
 * What is wrong with the tables: ids given twice, members and states that are no known id, and names that mean two actors without a line in
 * ambiguous.tsv that says which is meant and why.
 */
export function checkTables(tables: ActorTables, actors: readonly Actor[], rows: readonly NameRow[], ambiguous: Table): string[] {
  const problems: string[] = [];
  const ids = new Set<string>();
  for (const actor of actors) {
    if (ids.has(actor.id)) problems.push(`id given twice: ${actor.id} (${actor.name})`);
    ids.add(actor.id);
    if (!/^(?:[A-Z]{3}|x:[a-z0-9-]+|(?:org|group|region|body):[a-z0-9-]+)$/.test(actor.id)) problems.push(`not an id: ${actor.id}`);
  }
  const known = (id: string, where: string) => {
    if (!ids.has(id)) problems.push(`${where}: ${id} is no known id`);
  };
  for (const row of tables.memberships) {
    known(row.organisation!, "memberships.tsv");
    known(row.member!, `memberships.tsv, ${row.organisation}`);
  }
  for (const actor of actors) {
    for (const member of actor.members) known(member, `members of ${actor.id}`);
    for (const successor of actor.successors) known(successor, `successors of ${actor.id}`);
    if (actor.actsFor) known(actor.actsFor, `bodies.tsv, ${actor.name}`);
  }
  for (const row of tables.groups) if (row.state) known(row.state, `groups.tsv, ${row.id}`);
  for (const row of tables.cities) known(row.state!, `cities.tsv, ${row.name}`);
  for (const row of tables.prefixes) known(row.id!, "prefixes.tsv");
  return [...problems, ...clashes(actors, rows, ambiguous)];
}

function clashes(actors: readonly Actor[], rows: readonly NameRow[], ambiguous: Table): string[] {
  const settled = new Set(ambiguous.map((row) => foldName(row.name!)));
  const standsFor = new Map(actors.map((actor) => [actor.id, actor.actsFor ?? actor.id]));
  const meanings = new Map<string, Set<string>>();
  for (const row of rows) {
    if (told.has(row.sense) || row.flags.includes("l:") || row.flags.includes("d") || row.sense === "city") continue;
    const key = foldName(row.surface);
    const set = meanings.get(key) ?? new Set();
    set.add(standsFor.get(row.target) ?? row.target);
    meanings.set(key, set);
  }
  const problems: string[] = [];
  for (const [name, targets] of meanings)
    if (targets.size > 1 && !settled.has(name)) problems.push(`"${name}" means ${[...targets].join(" and ")}: add a line to ambiguous.tsv`);
  for (const row of ambiguous)
    for (const id of split(row.targets)) if (!standsFor.has(id)) problems.push(`ambiguous.tsv, ${row.name}: ${id} is no known id`);
  return problems;
}
