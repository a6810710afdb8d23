import { fileURLToPath } from "node:url";
import { z } from "zod";
import { PLOVER_EVENTS, type PloverEvent } from "./claim.ts";
import { FrameError } from "./frame.ts";
import { readYaml } from "./read-yaml.ts";

/** What a governing word makes of what stands under it; data/frames/plover-lexicon.yaml says what each means. */
export type Operator = "light" | "say" | "promise" | "demand" | "refuse" | "threaten" | "end" | "receive" | "prepare";

/** A trigger: the lemma it hangs on and, after ">", words one of which must stand beside it. */
interface Trigger {
  readonly beside: ReadonlySet<string> | null;
}

/** Words that are an event by themselves. */
export interface PloverRule {
  readonly id: string;
  readonly event: PloverEvent;
  /** Its place in the file. */
  readonly order: number;
  readonly about: ReadonlySet<string> | null;
  /** Who does it, by a word of theirs. */
  readonly by: ReadonlySet<string> | null;
  readonly verbs: ReadonlyMap<string, Trigger>;
  readonly nouns: ReadonlyMap<string, Trigger>;
  readonly adjectives: ReadonlyMap<string, Trigger>;
}

type Kind = "verbs" | "nouns" | "adjectives";

export interface PloverLexicon {
  readonly operators: Readonly<Record<Kind, ReadonlyMap<string, Operator>>>;
  /** Lemma → rules it can trigger, in the order of the file. */
  readonly rules: Readonly<Record<Kind, ReadonlyMap<string, readonly PloverRule[]>>>;
  /** Nouns of people within a state, and of those who act for it. */
  readonly people: ReadonlySet<string>;
  readonly officials: ReadonlySet<string>;
  readonly ended: ReadonlyMap<PloverEvent, PloverEvent>;
  readonly hostile: ReadonlySet<PloverEvent>;
}

const list = z.string().transform((s) => s.split(/\s*,\s*/).filter(Boolean));
const event = z.enum(PLOVER_EVENTS);
const schema = z.strictObject({
  operators: z.record(z.string(), list),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      event,
      verbs: list.optional(),
      nouns: list.optional(),
      adjectives: list.optional(),
      about: list.optional(),
      by: list.optional(),
    }),
  ),
  ended: z.partialRecord(event, event),
  hostile: z.array(event),
  actors: z.strictObject({ people: list, officials: list }),
});

const PATH = fileURLToPath(new URL("../../data/frames/plover-lexicon.yaml", import.meta.url));
const KINDS: readonly Kind[] = ["verbs", "nouns", "adjectives"];
let loaded: PloverLexicon | null = null;

/** The lexicon that comes with Chancery, read once. Throws FrameError when the file is not as it should be. */
export function loadPloverLexicon(): PloverLexicon {
  loaded ??= readLexicon(PATH);
  return loaded;
}

function readLexicon(path: string): PloverLexicon {
  const checked = schema.safeParse(readYaml(path));
  if (!checked.success) throw new FrameError(`${path}: ${z.prettifyError(checked.error)}`);
  const raw = checked.data;
  const operators = { verbs: new Map<string, Operator>(), nouns: new Map<string, Operator>(), adjectives: new Map<string, Operator>() };
  for (const [name, words] of Object.entries(raw.operators)) {
    const [operator, kind = "verbs"] = name.split("-") as [Operator, Kind?];
    // a word in two lists keeps the later, stronger one
    for (const word of words) operators[kind].set(word, operator);
  }
  const rules = raw.rules.map(
    (r, order): PloverRule => ({
      id: r.id,
      order,
      event: r.event,
      about: r.about ? new Set(r.about) : null,
      by: r.by ? new Set(r.by) : null,
      verbs: triggers(r.verbs),
      nouns: triggers(r.nouns),
      adjectives: triggers(r.adjectives),
    }),
  );
  const byKind = (kind: Kind): Map<string, PloverRule[]> => {
    const found = new Map<string, PloverRule[]>();
    for (const rule of rules) for (const lemma of rule[kind].keys()) found.set(lemma, [...(found.get(lemma) ?? []), rule]);
    return found;
  };
  const [verbs, nouns, adjectives] = KINDS.map(byKind);
  return {
    operators,
    rules: { verbs: verbs!, nouns: nouns!, adjectives: adjectives! },
    people: new Set(raw.actors.people),
    officials: new Set(raw.actors.officials),
    ended: new Map(Object.entries(raw.ended) as [PloverEvent, PloverEvent][]),
    hostile: new Set(raw.hostile),
  };
}

function triggers(words: readonly string[] | undefined): Map<string, Trigger> {
  return new Map(
    (words ?? []).map((word) => {
      const [lemma, beside] = word.split(/\s*>\s*/);
      return [lemma!, { beside: beside ? new Set(beside.split(/\s+/)) : null }] as const;
    }),
  );
}
