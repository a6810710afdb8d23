import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Participant } from "./claim.ts";

interface Mission {
  readonly id: string;
  readonly parent: string;
  readonly host: string;
  readonly from: number;
  readonly to: number;
}

const FILE = fileURLToPath(new URL("../../data/actors/missions.tsv", import.meta.url));
const MISSION_WORDS = /\b(?:missions?|forces?|operations?|peacekeep\w+|blue helmets?|contingent|stabili[sz]ation)\b/i;
/** Organisations whose missions texts call by their names; "the ECOWAS mission in Mali" stays that of ECOWAS. */
const NAMED: ReadonlySet<string> = new Set(["org:un", "org:au", "org:eu"]);
let missions: readonly Mission[] | null = null;

/**
 * "The United Nations mission in Haiti" is MINUSTAH in 2010: puts the mission in place of its parent organisation, where the
 * words speak of a mission and only one of that parent stood in that country then. `years` are tried in order (the claim's,
 * then the document's); without a year, the longest that there was.
 */
export function nameMissions(
  participants: readonly Participant[],
  years: readonly (number | null)[],
  words: string,
): readonly Participant[] {
  const host = participants.find((p) => p.role === "host")?.actor;
  if (!host || !MISSION_WORDS.test(words)) return participants;
  return participants.map((p) => {
    if (p.role !== "organization") return p;
    const mission = missionOf(p.actor, host, years);
    return mission ? { ...p, actor: mission } : p;
  });
}

/** The one mission of an organisation in a country in the first of the years that is known; null where none or several fit. */
export function missionOf(parent: string, host: string, years: readonly (number | null)[]): string | null {
  missions ??= readMissions();
  const there = NAMED.has(parent) ? missions.filter((m) => m.parent === parent && m.host === host) : [];
  const year = years.find((y) => y !== null);
  const then = year === undefined || year === null ? there : there.filter((m) => m.from <= year && year <= m.to);
  if (year === undefined || year === null) return longest(there);
  if (then.length === 1) return then[0]!.id;
  // in the year of a handover the one that began is meant
  const last = then.at(-1);
  return last && then.every((m) => m === last || m.to === year) ? last.id : null;
}

/** The country that a mission of this id is in; null where it is no mission, or one at sea or in several countries. */
export function hostOfMission(actor: string): string | null {
  missions ??= readMissions();
  return missions.find((m) => m.id === actor)?.host || null;
}

/** The organisation whose mission it is: `org:eulex` → `org:eu`; null where it is no mission. */
export function parentOfMission(actor: string): string | null {
  missions ??= readMissions();
  return missions.find((m) => m.id === actor)?.parent || null;
}

/** Whether an organisation is itself a mission of troops, police or observers: `org:unifil`. */
export function isMission(actor: string): boolean {
  missions ??= readMissions();
  return missions.some((m) => m.id === actor);
}

function longest(there: readonly Mission[]): string | null {
  return [...there].sort((a, b) => b.to - b.from - (a.to - a.from))[0]?.id ?? null;
}

function readMissions(): Mission[] {
  return readFileSync(FILE, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [id = "", parent = "", host = "", from = "", to = ""] = line.split("\t");
      return { id, parent, host, from: Number(from), to: to ? Number(to) : 9999 };
    });
}
