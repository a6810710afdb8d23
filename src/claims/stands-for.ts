import type { Mention } from "../actors/mention.ts";
import type { Frame } from "./frame.ts";
import { bodyOfOrgan, bodyOfSecretariat } from "./roles.ts";

// Whom an organ, a secretariat or an initiative stands for in a claim.

/** "Agreements with Peru are in force": with whom, though it hangs on the subject. */
export function slotOf(frame: Frame, place: string): string {
  return frame.type === "agreement" && place === "agent>with" ? "with" : place;
}

/** Whom a secretariat stands for, where the type asks for the organisation. */
export function bodyFor(frame: Frame, actor: string): string {
  return frame.type === "office" ? bodyOfSecretariat(actor) : actor;
}

/** Mentions of organs as mentions of their organisation, which claims are about (docs/record.md, point 10). */
export function ofOrganisations(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.map((mention) => {
    const actors = [...new Set(mention.actors.map(bodyOfOrgan))];
    return actors.every((actor, i) => actor === mention.actors[i]) ? mention : { ...mention, actors };
  });
}

/** Initiatives of one state that pacts are named after. */
export const INITIATIVES: ReadonlyMap<string, string> = new Map([["org:bri", "CHN"]]);
