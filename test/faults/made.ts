import type { Claim } from "../../src/claims/claim.ts";
import type { Document } from "../../src/document/document.ts";
import { makeClaim, makeDocument } from "../record/fixtures.ts";

const ACTORS = ["KEN", "LAO", "PER", "FJI", "org:un"];

/** Document number `i`, with three claims whose actors and years differ from document to document. */
export function made(i: number): { document: Document; claims: Claim[] } {
  const document = makeDocument(`Report ${i} tells of a treaty, a visit and a meeting. `.repeat(20), `report-${i}.txt`);
  const a = ACTORS[i % ACTORS.length]!;
  const b = ACTORS[(i + 1 + (i % 3)) % ACTORS.length]!;
  const year = String(1950 + (i % 70));
  return {
    document,
    claims: [
      makeClaim(
        document,
        "agreement",
        "signed",
        [
          ["party", a],
          ["party", b],
        ],
        year,
      ),
      makeClaim(
        document,
        "meeting",
        "occurs",
        [
          ["participant", b],
          ["participant", a],
        ],
        `${year}-05`,
      ),
      makeClaim(
        document,
        "visit",
        "occurs",
        [
          ["visitor", a],
          ["host", b],
        ],
        null,
      ),
    ],
  };
}
