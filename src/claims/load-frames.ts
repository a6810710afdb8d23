import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { CLAIM_TYPES, FACTUALITIES, PHASES, PLOVER_EVENTS } from "./claim.ts";
import { type Frame, FrameError, type FrameSet, type Governor, type Lexicon } from "./frame.ts";
import { readYaml } from "./read-yaml.ts";

const words = z.union([z.string().transform((s) => s.split(/\s*,\s*/).filter(Boolean)), z.array(z.string())]);

const frameSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+\/[a-z0-9-]+$/),
  phase: z.enum(PHASES),
  progressive: z.enum(PHASES).optional(),
  verbs: words.optional(),
  nouns: words.optional(),
  adjectives: words.optional(),
  theme: words.optional(),
  has: words.optional(),
  lacks: words.optional(),
  under: words.optional(),
  notUnder: words.optional(),
  voice: z.enum(["active", "passive"]).optional(),
  roles: z.record(z.string(), z.string()),
  needs: words.optional(),
  recalls: words.optional(),
  factuality: z.enum(FACTUALITIES).optional(),
  plover: z.enum(PLOVER_EVENTS).optional(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  if: words.optional(),
  confidence: z.number().min(0).max(1).default(0.8),
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(1),
});
const fileSchema = z.strictObject({ type: z.enum(CLAIM_TYPES), frames: z.array(frameSchema) });
const calqueSchema = z.strictObject({ verbs: words, about: words, preposition: z.string().optional(), means: z.string() });
const lexiconSchema = z.strictObject({
  lists: z.record(z.string(), words),
  representatives: z.record(z.string(), words),
  gatherers: words,
  calques: z.array(calqueSchema),
  governors: z.record(z.string(), words),
  values: z.record(z.string(), z.record(z.string(), words)),
});

const FOLDER = fileURLToPath(new URL("../../data/frames/", import.meta.url));
/** Files of the folder that hold words, not frames. */
const NO_FRAMES: ReadonlySet<string> = new Set(["lexicon.yaml", "plover-lexicon.yaml"]);
let loaded: FrameSet | null = null;

/** The frames that come with Chancery, read once. */
export function loadFrames(): FrameSet {
  loaded ??= readFrames(FOLDER);
  return loaded;
}

/** The frames that come with Chancery, with the files of another folder in the place of those with their names, and besides them. */
export function loadFramesWith(folder: string): FrameSet {
  if (!filesIn(folder).some((file) => file.endsWith(".yaml")))
    throw new FrameError(`${folder}: there is no frame file in it; expected files such as visit.yaml, as docs/frames.md describes`);
  return readFrames(folder, FOLDER);
}

/**
 * Reads a folder of frame files; files that it does not have are taken from `otherwise`. Throws FrameError naming file, frame
 * and what was expected.
 */
export function readFrames(folder: string, otherwise: string = folder): FrameSet {
  const own = new Set(filesIn(folder));
  const pathOf = (file: string): string => join(own.has(file) ? folder : otherwise, file);
  const lexicon = readLexicon(pathOf("lexicon.yaml"));
  const frames: Frame[] = [];
  const themes = new Map<string, ReadonlySet<string>>();
  for (const file of [...new Set([...own, ...filesIn(otherwise)])].sort()) {
    if (!file.endsWith(".yaml") || NO_FRAMES.has(file)) continue;
    const path = pathOf(file);
    const checked = fileSchema.safeParse(readFile(path));
    if (!checked.success) throw new FrameError(`${path}: ${z.prettifyError(checked.error)}`);
    for (const raw of checked.data.frames) frames.push(toFrame(raw, checked.data.type, lexicon, path, themes));
  }
  const twice = frames.find((f, i) => frames.findIndex((g) => g.id === f.id) !== i);
  if (twice) throw new FrameError(`${folder}: the frame id ${twice.id} is there twice; ids are unique`);
  return {
    frames,
    lexicon,
    byVerb: index(frames, (f) => f.verbs),
    byNoun: index(frames, (f) => f.nouns),
    byAdjective: index(frames, (f) => f.adjectives),
  };
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new FrameError(`${folder}: the folder of frames cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** `themes` has the lists of themes there were so far: frames with the same share one, so that what is found for it holds for all of them. */
function toFrame(
  raw: z.infer<typeof frameSchema>,
  type: Frame["type"],
  lexicon: Lexicon,
  path: string,
  themes: Map<string, ReadonlySet<string>>,
): Frame {
  const themeOf = (words: readonly string[]): ReadonlySet<string> => {
    const key = words.join(",");
    const known = themes.get(key) ?? new Set(words);
    themes.set(key, known);
    return known;
  };
  const expand = (list: readonly string[] | undefined): string[] =>
    (list ?? []).flatMap((word) => {
      if (!word.startsWith("@")) return [word];
      const named = lexicon.lists.get(word.slice(1));
      if (!named) throw new FrameError(`${path}: ${raw.id} names the list ${word}, which lexicon.yaml does not have`);
      return [...named];
    });
  if (!raw.verbs && !raw.nouns && !raw.adjectives)
    throw new FrameError(`${path}: ${raw.id} has no trigger: give verbs, nouns or adjectives`);
  const roles = new Map(Object.entries(raw.roles).map(([role, slots]) => [role, slots.split(/\s+/).map((s) => s.replaceAll("_", " "))]));
  return {
    id: raw.id,
    type,
    phase: raw.phase,
    progressive: raw.progressive ?? null,
    verbs: new Set(expand(raw.verbs)),
    nouns: new Set(expand(raw.nouns)),
    adjectives: new Set(expand(raw.adjectives)),
    theme: raw.theme ? themeOf(expand(raw.theme)) : null,
    has: raw.has ? expand(raw.has) : null,
    lacks: expand(raw.lacks),
    under: raw.under ? new Set(expand(raw.under)) : null,
    notUnder: new Set(expand(raw.notUnder)),
    voice: raw.voice ?? null,
    roles,
    needs: raw.needs ?? [...roles.keys()].filter((r) => !r.endsWith("?")),
    recalls: raw.recalls ?? [],
    factuality: raw.factuality ?? null,
    plover: raw.plover ?? null,
    details: raw.details ?? {},
    conditions: raw.if ?? [],
    confidence: raw.confidence,
    yes: raw.yes,
    no: raw.no,
  };
}

function readLexicon(path: string): Lexicon {
  const checked = lexiconSchema.safeParse(readFile(path));
  if (!checked.success) throw new FrameError(`${path}: ${z.prettifyError(checked.error)}`);
  const raw = checked.data;
  const lists = new Map<string, Set<string>>();
  for (const [name, list] of Object.entries(raw.lists)) lists.set(name, expand(list, lists));
  const invert = <V extends string>(groups: Record<string, string[]>): Map<string, V> =>
    new Map(Object.entries(groups).flatMap(([value, list]) => list.map((word) => [word, value as V] as const)));
  const values = new Map(
    Object.entries(raw.values).map(
      ([name, groups]) => [name, Object.entries(groups).flatMap(([value, list]) => list.map((word) => [word, value] as const))] as const,
    ),
  );
  return {
    lists,
    representatives: invert(raw.representatives),
    gatherers: new Set(raw.gatherers),
    calques: raw.calques.map(({ verbs, about, preposition, means }) => ({
      verbs: new Set(verbs),
      about: expand(about, lists),
      preposition: preposition ?? null,
      means,
    })),
    governors: invert<Governor>(raw.governors),
    values,
  };
}

/** The words of a list, with those of the lists that it names. */
function expand(list: readonly string[], lists: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  return new Set(list.flatMap((w) => (w.startsWith("@") ? [...(lists.get(w.slice(1)) ?? [])] : [w])));
}

function readFile(path: string): unknown {
  try {
    return readYaml(path);
  } catch (error) {
    throw new FrameError(`${path}: not YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function index(frames: readonly Frame[], lemmas: (frame: Frame) => ReadonlySet<string>): Map<string, Frame[]> {
  const found = new Map<string, Frame[]>();
  for (const frame of frames) for (const lemma of lemmas(frame)) found.set(lemma, [...(found.get(lemma) ?? []), frame]);
  return found;
}
