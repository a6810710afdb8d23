import type { Mention } from "../actors/mention.ts";
import type { Parse } from "../language/sentence.ts";
import { mendAtPlaces } from "./mend-at-places.ts";
import { mendAttachments } from "./mend-attachments.ts";
import { mendBodiesListed } from "./mend-bodies-listed.ts";
import { mendClauses } from "./mend-clauses.ts";
import { mendCompanions } from "./mend-companions.ts";
import { mendCoordination } from "./mend-coordination.ts";
import { mendDateline } from "./mend-dateline.ts";
import { mendExceptions } from "./mend-exceptions.ts";
import { mendFarSubject } from "./mend-far-subject.ts";
import { mendListings } from "./mend-listings.ts";
import { mendParse } from "./mend-parse.ts";
import { mendPartners } from "./mend-partners.ts";
import { mendSharedSubjects } from "./mend-shared-subjects.ts";
import { mendToBeHeld } from "./mend-to-be-held.ts";
import { mendVisiting } from "./mend-visiting.ts";

/** What is mended by who is an actor in the sentence, in this order. */
const ACTOR_MENDS: readonly ((parse: Parse, known: readonly Mention[]) => Parse)[] = [
  mendDateline,
  mendAtPlaces,
  mendAttachments,
  mendFarSubject,
  mendSharedSubjects,
  mendVisiting,
  mendParse,
  mendPartners,
  mendCompanions,
  mendClauses,
  mendToBeHeld,
  mendCoordination,
  mendExceptions,
  mendListings,
  mendBodiesListed,
];

/** A parse mended by its words, mended by those who are known to be actors in it. */
export function mendByActors(parse: Parse, known: readonly Mention[]): Parse {
  return ACTOR_MENDS.reduce((mended, mend) => mend(mended, known), parse);
}
