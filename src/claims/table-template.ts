import { fileURLToPath } from "node:url";
import { z } from "zod";
import { CLAIM_TYPES, type ClaimType, PHASES, type Phase } from "./claim.ts";
import { FrameError } from "./frame.ts";
import { readYaml } from "./read-yaml.ts";

/** How rows of a kind of table become claims; data/tables/templates.yaml says what the fields mean. */
export interface TableTemplate {
  readonly id: string;
  readonly type: ClaimType;
  readonly phase: Phase;
  readonly about: readonly string[];
  /** Words of the caption or of what stands nearest above that tell another matter: "missions in" is none of missions abroad. */
  readonly unless: readonly string[];
  /** Role or field → header words, the more telling first. */
  readonly columns: readonly { readonly field: string; readonly optional: boolean; readonly headers: readonly string[] }[];
  readonly subject: string | null;
  readonly confidence: number;
}

const words = z.string().transform((s) => s.toLowerCase().split(/\s*,\s*/));
const schema = z.strictObject({
  templates: z.array(
    z.strictObject({
      id: z.string(),
      type: z.enum(CLAIM_TYPES),
      phase: z.enum(PHASES),
      about: words,
      unless: words.optional(),
      columns: z.record(z.string(), words),
      subject: z.string().optional(),
      confidence: z.number().min(0).max(1),
    }),
  ),
});

const FILE = fileURLToPath(new URL("../../data/tables/templates.yaml", import.meta.url));
let loaded: readonly TableTemplate[] | null = null;

/** The templates that come with Chancery, read once. Throws FrameError when the file is not as it should be. */
export function loadTableTemplates(): readonly TableTemplate[] {
  if (loaded) return loaded;
  const checked = schema.safeParse(readYaml(FILE));
  if (!checked.success) throw new FrameError(`${FILE}: ${z.prettifyError(checked.error)}`);
  loaded = checked.data.templates.map((t) => ({
    ...t,
    unless: t.unless ?? [],
    subject: t.subject ?? null,
    columns: Object.entries(t.columns).map(([field, headers]) => ({
      field: field.replace("?", ""),
      optional: field.endsWith("?"),
      headers,
    })),
  }));
  return loaded;
}
