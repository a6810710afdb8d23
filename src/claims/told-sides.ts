import type { Claim } from "./claim.ts";
import type { Filler } from "./match-frames.ts";
import { ROLES } from "./roles.ts";

/** A restriction that was told: who imposed it on whom, and in what words. */
export interface Measure {
  readonly imposers: readonly Filler[];
  readonly targets: readonly Filler[];
  readonly words: string;
}

/** An actor, and the words that named it. */
export interface Named {
  readonly actor: string;
  readonly text: string;
}

/** Who stood on either side of an act that was told: who did it, and to whom; of equal parties the first and the second. */
export interface ToldSides {
  readonly type: Claim["type"];
  /** Of a statement. */
  readonly stance: string;
  readonly from: readonly Named[];
  readonly to: readonly Named[];
  /** The node of its word in its sentence, and the number of that sentence and of its block. */
  readonly trigger: number;
  readonly at: number;
  readonly block: number;
}

/** Who did it and to whom, as far as both are told; of equal parties the first and the second. */
export function sidesOf(type: Claim["type"], fillers: ReadonlyMap<string, readonly Named[]>): Pick<ToldSides, "from" | "to"> | null {
  if (type === "figure") return null;
  const { roles, mutual } = ROLES[type];
  const [first, second] = Object.keys(roles) as [string, string];
  const parties = fillers.get(first) ?? [];
  if (mutual && parties.length > 0)
    return parties.length === 2
      ? { from: parties.slice(0, 1), to: parties.slice(1) }
      : parties.length === 1 && fillers.has("organization")
        ? { from: parties, to: fillers.get("organization")! }
        : null;
  const [from, to] = type === "conflict" ? ["initiator", "target"] : [first, second];
  const [doers, others] = [fillers.get(from) ?? [], fillers.get(to) ?? fillers.get("organization") ?? []];
  return doers.length > 0 && others.length > 0 ? { from: doers, to: others } : null;
}

/** Where another built: "New Zealand rebuilt the wharf in Tonga". */
export function builtIn(type: string, fillers: ReadonlyMap<string, readonly Filler[]>): readonly Filler[] {
  const sides = type === "project" ? (fillers.get("party") ?? []) : [];
  const there = sides.filter((f) => f.slot !== "agent" && f.slot !== "by");
  return sides.length === 2 && there.length === 1 ? there : [];
}
