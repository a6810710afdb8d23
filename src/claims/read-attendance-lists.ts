import type { Mention } from "../actors/mention.ts";
import type { Block, Document } from "../document/document.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, Participant } from "./claim.ts";
import { NO_DATE } from "./claim-dates.ts";
import { evidenceOf } from "./evidence.ts";
import { codePlover } from "./plover.ts";
import type { Surroundings } from "./surroundings.ts";

const ATTENDED =
  /\b(?:attended by|attended the|in attendance|were present|was present|present were|present at|took part|participated|participants? (?:were|included)|were represented|participation of|presence of|delegations? (?:were )?(?:led|headed) by)\b[^.]*:\s*$/iu;
/** Who only looked on is told so: he came too. */
const NOT_THERE = /\b(?:absent|apolog(?:y|ies)|unable to attend|by proxy)\b/i;
/** How far behind a gathering the list of those who came may begin, in UTF-16 units. */
const REACH = 1500;

/**
 * Those whom a list under "The Summit was attended by:" names one by one, as participants in the gathering that was told before
 * or, in a body's own communiqué, in its meeting.
 */
export function readAttendanceLists(
  document: Document,
  mentions: readonly Mention[],
  claims: readonly Claim[],
  place: Surroundings,
): Claim[] {
  return document.blocks.flatMap((block, index) => {
    if (block.role === "notice" || (block.kind !== "paragraph" && block.kind !== "list-item")) return [];
    const words = document.text.slice(block.start, block.end);
    if (!words.endsWith(":") || words.length > 300 || !ATTENDED.test(words) || NOT_THERE.test(words)) return [];
    const items = place.outline.itemsUnder(index);
    const came = items.flatMap((item) => attenderIn(item, mentions) ?? []);
    if (came.length < 2 || came.length * 2 < items.length) return [];
    const gathering = claims.findLast(
      (c) =>
        c.type === "meeting" &&
        c.factuality === "actual" &&
        c.evidence.start < block.end &&
        block.start - c.evidence.end < REACH &&
        c.participants.some((p) => p.role === "organization"),
    );
    const bodies = gathering?.participants.filter((p) => p.role === "organization") ?? convened(place);
    if (bodies.length !== 1) return [];
    const ids = new Set(bodies.map((b) => b.actor));
    const participants: Participant[] = [];
    for (const p of came) if (!ids.has(p.actor) && !participants.some((q) => q.actor === p.actor)) participants.push(p);
    const last = items.at(-1)!;
    const { host: _host, number: _number, series: _series, occasion: _occasion, ...details } = gathering?.details ?? {};
    const claim: Omit<Claim, "id"> = {
      type: "meeting",
      phase: "occurs",
      factuality: "actual",
      participants: [...participants, ...bodies],
      date: gathering && gathering.date.edtf !== null ? { edtf: gathering.date.edtf, text: null, basis: "context" } : NO_DATE,
      place: null,
      details,
      plover: { event: codePlover("meeting", "occurs", "actual", details) },
      evidence: evidenceOf(document, { start: items[0]!.start, end: last.end }),
      why: { rule: "list/attendance", confidence: 0.82 },
    };
    return [{ id: claimId(claim), ...claim }];
  });
}

/** "Republic of Togo: Mr. Ayi, Minister", "H.E. Ana Example, President of Peru": the state, or the body, that an item is about first. */
function attenderIn(item: Block, mentions: readonly Mention[]): Participant | null {
  const named = mentions.filter((m) => m.start >= item.start && m.end <= item.end && m.actors.length === 1);
  const states = named.filter((m) => m.kind === "state" && m.form !== "city" && m.form !== "capital");
  const [first] = states.length > 0 ? states : named.filter((m) => m.kind === "organisation");
  return first ? { role: "participant", actor: first.actors[0]!, text: first.text } : null;
}

function convened({ convened: body }: Surroundings): Participant[] {
  return body ? [{ role: "organization", actor: body, text: body }] : [];
}
