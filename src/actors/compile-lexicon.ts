import type { Actor } from "./actor.ts";
import type { LexiconData, NameRow, Sense } from "./lexicon-data.ts";
import { buildTrie } from "./name-trie.ts";
import { foldName, scanWords } from "./scan-words.ts";

/** A table of data/actors: one record for each line. */
export type Table = readonly Readonly<Record<string, string>>[];

/** The tables of data/actors by file name without ending. */
export interface ActorTables {
  readonly states: Table;
  readonly "state-names": Table;
  readonly "former-states": Table;
  readonly organisations: Table;
  readonly memberships: Table;
  readonly regions: Table;
  readonly bodies: Table;
  readonly groups: Table;
  readonly offices: Table;
  readonly portfolios: Table;
  readonly prefixes: Table;
  readonly cities: Table;
  readonly traps: Table;
  readonly context: Table;
  readonly ambiguous: Table;
}

/** Languages whose state names are looked for in text; names in the others only serve what is typed. */
const LANGUAGES_OF_TEXT = new Set(["es", "pt", "fr"]);

/** Turns the tables into the lexicon. Rows with the same name and meaning are joined. */
export function compileLexicon(tables: ActorTables): { actors: Actor[]; rows: NameRow[] } {
  const names = new NameList();
  const actors = [
    ...tables.states.map((row) => readState(row, names)),
    ...tables["former-states"].map((row) => readFormerState(row, names)),
    ...readOrganisations(tables, names),
    ...readRegions(tables.regions, names),
    ...tables.groups.map((row) => readGroup(row, names)),
    ...tables.bodies.map((row) => readBody(row, names)),
  ];
  for (const row of tables["state-names"]) {
    const { language, name, id } = row;
    if (LANGUAGES_OF_TEXT.has(language!)) names.add(name!, "name", id!, `l:${language}`);
    else names.add(name!, "foreign", id!);
  }
  for (const row of tables.prefixes) names.add(row.prefix!, "prefix", row.id!);
  for (const row of tables.cities) {
    const flags = row.flags ?? "";
    names.add(row.name!, "city", row.state!, flags);
    for (const alias of split(row.aliases)) names.add(alias, "city", row.state!, flags);
  }
  readOffices(tables, names);
  for (const row of tables.traps) names.add(row.phrase!, "trap", row.reads || "none");
  return { actors, rows: names.rows };
}

/** Packs actors and names into the stored form. */
export function packLexicon(
  actors: readonly Actor[],
  rows: readonly NameRow[],
  tables: Pick<ActorTables, "context" | "ambiguous">,
): LexiconData {
  const { data, order } = buildTrie(rows.map((row) => foldName(row.surface)));
  const senses = new Column();
  const targets = new Column();
  const flags = new Column();
  const packed: number[] = [];
  for (const index of order) {
    const row = rows[index]!;
    packed.push(senses.of(row.sense), targets.of(row.target), flags.of(row.flags));
  }
  return {
    actors,
    trie: data,
    surfaces: order.map((index) => rows[index]!.surface).join("\n"),
    senses: senses.values as Sense[],
    targets: targets.values,
    flags: flags.values,
    rows: packed,
    context: Object.fromEntries(tables.context.map((row) => [row.class!, row.words!.split(" ").map((word) => word.replace(/-/g, " "))])),
    ambiguous: Object.fromEntries(tables.ambiguous.map((row) => [foldName(row.name!), split(row.targets)])),
  };
}

/** Cells with several values are divided by semicolons. */
export function split(cell: string | undefined): string[] {
  return (cell ?? "")
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

class Column {
  readonly values: string[] = [];
  private readonly indexes = new Map<string, number>();

  of(value: string): number {
    let index = this.indexes.get(value);
    if (index === undefined) {
      index = this.values.push(value) - 1;
      this.indexes.set(value, index);
    }
    return index;
  }
}

class NameList {
  readonly rows: NameRow[] = [];
  private readonly seen = new Set<string>();

  add(surface: string, sense: Sense, target: string, flags = ""): void {
    let name = surface;
    let all = flags;
    if (/\?$/.test(name)) {
      name = name.slice(0, -1);
      all += "d";
    }
    if (/!$/.test(name)) {
      name = name.slice(0, -1);
      all += "x";
    }
    if (/^the /.test(name)) {
      name = name.slice(4);
      all += "t";
    } else if (/^The /.test(name)) name = name.slice(4);
    const key = `${foldName(name)}|${sense}|${target}|${all}`;
    if (foldName(name) === "" || this.seen.has(key)) return;
    this.seen.add(key);
    this.rows.push({ surface: name, sense, target, flags: all });
  }
}

const empty: Omit<Actor, "id" | "kind" | "name"> = {
  official: null,
  class: null,
  actsFor: null,
  home: null,
  iso2: null,
  numeric: null,
  cow: null,
  gw: null,
  capitals: [],
  from: null,
  to: null,
  successors: [],
  members: [],
};

function readState(row: Readonly<Record<string, string>>, names: NameList): Actor {
  const id = row.id!;
  const official = split(row.official);
  for (const name of [row.name!, ...official, ...split(row.aliases)]) names.add(name, "name", id);
  addPeople(row, names);
  for (const capital of split(row.capitals)) names.add(capital, "capital", id);
  for (const house of split(row.houses)) names.add(house, "house", id);
  for (const code of split(row.codes)) names.add(code, "code", id);
  for (const code of [id, row.iso2!]) if (code) names.add(code, "foreign", id);
  return {
    ...empty,
    id,
    kind: "state",
    name: row.name!,
    official: official[0] ?? null,
    class: row.continent || null,
    iso2: row.iso2 || null,
    numeric: row.numeric || null,
    cow: row.cow || null,
    gw: row.gw || null,
    capitals: split(row.capitals),
  };
}

function readFormerState(row: Readonly<Record<string, string>>, names: NameList): Actor {
  const id = row.id!;
  for (const name of [row.name!, ...split(row.aliases)]) names.add(name, "name", id);
  addPeople(row, names);
  for (const code of split(row.codes)) names.add(code, "code", id);
  return {
    ...empty,
    id,
    kind: "former-state",
    name: row.name!,
    class: row.kind || null,
    cow: row.cow || null,
    from: year(row.from),
    to: year(row.to),
    successors: split(row.successors),
  };
}

/** Adjectives, nouns and their plurals; the regular ones are not in the data. */
function addPeople(row: Readonly<Record<string, string>>, names: NameList): void {
  const id = row.id!;
  for (const adjective of split(row.adjectives)) names.add(adjective, "demonym", id);
  const nouns = split(row.nouns);
  for (const pair of nouns) {
    const [one, many] = pair.split("/");
    if (one) names.add(one, "noun", id);
    if (many) names.add(many, "nouns", id, "p");
  }
  if (nouns.length === 0)
    for (const adjective of split(row.adjectives)) {
      if (!/(?:[aou]n|i|er|o)$/.test(adjective)) continue;
      names.add(adjective, "noun", id);
      names.add(`${adjective}s`, "nouns", id, "p");
    }
  for (const name of split(row.spanish)) names.add(name.replace(/ \(.*\)$/, ""), "name", id, "l:es");
  for (const adjective of split(row.spanish_adjectives))
    for (const form of inflectSpanish(adjective.replace(/ \(.*\)$/, ""))) names.add(form, "demonym", id, "al:es");
}

/** Masculine singular to all four forms: peruano, francés, árabe, saudí. */
export function inflectSpanish(adjective: string): string[] {
  if (/o$/.test(adjective)) return [adjective, adjective.replace(/o$/, "a"), `${adjective}s`, adjective.replace(/o$/, "as")];
  if (/és$/.test(adjective)) {
    const stem = adjective.slice(0, -2);
    return [adjective, `${stem}esa`, `${stem}eses`, `${stem}esas`];
  }
  if (/án$/.test(adjective)) {
    const stem = adjective.slice(0, -2);
    return [adjective, `${stem}ana`, `${stem}anes`, `${stem}anas`];
  }
  if (/ol$/.test(adjective)) return [adjective, `${adjective}a`, `${adjective}es`, `${adjective}as`];
  if (/[íú]$/.test(adjective)) return [adjective, `${adjective}es`, `${adjective}s`];
  return [adjective, `${adjective}s`];
}

function readOrganisations(tables: ActorTables, names: NameList): Actor[] {
  const members = new Map<string, string[]>();
  for (const row of tables.memberships) {
    if (row.standing !== "member" || row.to) continue;
    const list = members.get(row.organisation!) ?? [];
    if (!list.includes(row.member!)) list.push(row.member!);
    members.set(row.organisation!, list);
  }
  return tables.organisations.map((row) => {
    const id = row.id!;
    for (const name of [row.name!, ...split(row.aliases), ...split(row.french_portuguese)]) addOrganisationName(name, id, names);
    for (const name of split(row.spanish)) addOrganisationName(name, id, names);
    for (const acronym of split(row.acronyms)) names.add(acronym, "acronym", id);
    return {
      ...empty,
      id,
      kind: "organisation" as const,
      name: row.name!,
      class: row.class || null,
      from: year(row.from),
      to: year(row.to),
      members: members.get(id) ?? [],
    };
  });
}

/** A name of one word in capitals is an acronym wherever it stands in the table. */
function addOrganisationName(name: string, id: string, names: NameList): void {
  names.add(name, /^[A-Z][A-Z0-9-]*[?!]?$/.test(name) && name.length <= 10 ? "acronym" : "name", id);
  // "United Nations Mission in Liberia": papers write "UN Mission in Liberia"
  for (const [full, short] of PARENTS)
    if (name.startsWith(`${full} `)) for (const letters of short) names.add(name.replace(full, letters), "name", id);
}

/** How papers shorten the organisations that missions and offices are called after. */
const PARENTS: readonly (readonly [string, readonly string[]])[] = [
  ["United Nations", ["UN", "U.N."]],
  ["African Union", ["AU"]],
  ["European Union", ["EU"]],
];

function readRegions(table: Table, names: NameList): Actor[] {
  const byId = new Map(table.map((row) => [row.id!, row]));
  const membersOf = (id: string): string[] => [
    ...new Set(
      (byId.get(id)?.members ?? "")
        .split(" ")
        .filter(Boolean)
        .flatMap((member) => (member.startsWith("@") ? membersOf(`region:${member.slice(1)}`) : [member])),
    ),
  ];
  return table.map((row) => {
    const id = row.id!;
    for (const name of [row.name!, ...split(row.aliases)]) {
      if (/^[A-Z]{3,4}$/.test(name)) names.add(name, "acronym", id, "d");
      else names.add(name, "name", id);
    }
    for (const adjective of split(row.adjectives)) names.add(withSmallDirection(adjective), "demonym", id);
    for (const adjective of split(row.adjectives)) if (/an$/.test(adjective)) names.add(`${adjective}s`, "nouns", id, "p");
    for (const name of split(row.spanish)) names.add(name.replace(/ \(.*\)$/, ""), "name", id, "l:es");
    for (const adjective of split(row.spanish_adjectives))
      if (!/\(/.test(adjective)) for (const form of inflectSpanish(adjective)) names.add(form, "demonym", id, "al:es");
    return { ...empty, id, kind: "region" as const, name: row.name!, members: membersOf(id) };
  });
}

/** "central American", as many write it: capitals are asked for only where the name has them. */
function withSmallDirection(adjective: string): string {
  return adjective.replace(/^(?:Central|South|North|East|West|Southern|Northern|Eastern|Western|Latin)(?= )/, (word) => word.toLowerCase());
}

function readGroup(row: Readonly<Record<string, string>>, names: NameList): Actor {
  const id = row.id!;
  for (const name of [row.name!, ...split(row.aliases)]) addOrganisationName(name, id, names);
  return { ...empty, id, kind: "group", name: row.name!, class: row.class || null, home: row.state || null };
}

function readBody(row: Readonly<Record<string, string>>, names: NameList): Actor {
  const id = row.id || `body:${slug(row.name!)}`;
  for (const name of [row.name!, ...split(row.aliases)]) {
    const short = name.replace(/[?!]$/, "");
    names.add(name, "body", id, /^[A-Z]{2,6}$/.test(short) ? "x" : "");
  }
  return { ...empty, id, kind: "body", name: row.name!, class: row.class || null, actsFor: row.state! };
}

function readOffices(tables: ActorTables, names: NameList): void {
  const add = (phrase: string, office: string, flags: string) => names.add(phrase, "office", office, `a${flags}`);
  for (const row of tables.offices) {
    // "PM", "Deputy FM"
    if (/[A-Z]{2}$/.test(row.phrase!)) {
      names.add(row.phrase!, "office", row.office!, row.type === "body" ? "xb" : "xk");
      continue;
    }
    const note = row.note ?? "";
    const only = /^[A-Z]{3}(;[A-Z]{3})*$/.test(note) ? `s:${note}` : "";
    const flags =
      (row.type === "body" ? "b" : "k") +
      (/plural/.test(note) ? "p" : "") +
      (/^es\b/.test(note) ? "l:es" : "") +
      (note === "title" ? "T" : "") +
      only;
    add(row.phrase!.replace(/\.$/, ""), row.office!, flags);
  }
  readForeignMinisters(add);
  for (const { portfolio } of tables.portfolios) {
    for (const [one, many] of [
      ["minister", "ministers"],
      ["vice minister", "vice ministers"],
      ["deputy minister", "deputy ministers"],
    ] as const) {
      const office = one === "minister" ? "minister" : "official";
      for (const link of ["of", "for"]) {
        add(`${one} ${link} ${portfolio}`, office, "k");
        add(`${many} ${link} ${portfolio}`, office, "kp");
      }
      if (portfolio!.split(" ").length <= 3) {
        add(`${one === "minister" ? "" : `${one.split(" ")[0]} `}${portfolio} minister`.trim(), office, "k");
        add(`${one === "minister" ? "" : `${one.split(" ")[0]} `}${portfolio} ministers`.trim(), office, "kp");
      }
    }
    add(`secretary of ${portfolio}`, "minister", "k");
    for (const link of ["of", "for"]) add(`ministry ${link} ${portfolio}`, "", "b");
    add(`${portfolio} ministry`, "", "b");
    add(`department of ${portfolio}`, "", "b");
  }
}

/** What ministries of foreign affairs see to besides. */
const BESIDES = [
  "and international cooperation",
  "and cooperation",
  "and regional cooperation",
  "and regional integration",
  "and african integration",
  "and international trade",
  "and foreign trade",
  "and trade",
  "and expatriates",
  "and emigrants",
  "and diaspora",
  "and immigration",
  "and integration",
  "and east african cooperation",
  "and international development",
  "and political integration",
  "and francophonie",
  "international trade and worship",
  "international business and worship",
  "european union and cooperation",
];

/** "Minister of Foreign Affairs and International Cooperation", "Deputy Prime Minister and Minister of Foreign Affairs": one person holds it all. */
function readForeignMinisters(add: (phrase: string, office: string, flags: string) => void): void {
  const plain = [
    "minister of foreign affairs",
    "minister for foreign affairs",
    "minister of external relations",
    "minister of external affairs",
  ];
  const wide = plain.slice(0, 2).flatMap((title) => BESIDES.map((more) => `${title} ${more}`));
  const european = [
    "minister of foreign and european affairs",
    "minister of european and foreign affairs",
    "foreign and european affairs minister",
  ];
  for (const title of [...wide, ...european]) add(title, "foreign-minister", "k");
  for (const first of ["deputy prime minister", "first deputy prime minister", "vice prime minister", "vice-president", "vice president"])
    for (const title of [...plain, ...wide, ...european, "foreign minister"]) add(`${first} and ${title}`, "foreign-minister", "k");
  for (const title of [...plain, "foreign minister"]) add(`prime minister and ${title}`, "head-of-government", "k");
  for (const more of BESIDES) add(`ministry of foreign affairs ${more}`, "", "b");
  add("ministry of foreign and european affairs", "", "b");
}

/** Lower case, no accents, words joined by hyphens. */
export function slug(name: string): string {
  return scanWords(name)
    .folds.filter((fold) => /[a-z0-9]/.test(fold))
    .join("-")
    .replace(/\./g, "");
}

function year(cell: string | undefined): number | null {
  return cell ? Number(cell) : null;
}
