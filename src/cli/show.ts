import { decidedClaim } from "../answers/decided-claims.ts";
import { rangeToSource } from "../document/source-map.ts";
import { Record } from "../record/record.ts";
import { EXIT } from "./exit-codes.ts";
import { nameClaim } from "./name-claim.ts";
import { decisionsOn } from "./print-claim.ts";
import { paint } from "./text.ts";

const AROUND = 240;

/** `chancery show CLAIM`: everything about one claim, its words marked in their paragraph. */
export async function show(id: string, options: { record: string; json: boolean }): Promise<number> {
  const record = await Record.open(options.record);
  try {
    const entry = await decidedClaim(record, await nameClaim(record, id));
    const document = await record.document(entry.document.edition);
    const { claim } = entry;
    const place = document ? rangeToSource(document.map, claim.evidence.start, claim.evidence.end) : null;
    if (options.json) {
      console.log(JSON.stringify({ ...entry, sourceRange: place, sourceUnit: document?.mapUnit ?? null }, null, 2));
      return EXIT.done;
    }
    const { start, end } = claim.evidence;
    const text = document?.text ?? claim.evidence.quote;
    const from = document ? Math.max(text.lastIndexOf("\n", start - 1) + 1, start - AROUND) : 0;
    const lineEnd = document ? text.indexOf("\n", end) : -1;
    const to = document ? Math.min(lineEnd < 0 ? text.length : lineEnd, end + AROUND) : text.length;
    const lines: [string, string][] = [
      ["claim", claim.id],
      ["what", `${claim.type} ${claim.phase}, ${claim.factuality}`],
      ...claim.participants.map((p): [string, string] => [
        p.role,
        [p.actor, `“${p.text}”`, p.person ? `person ${p.person}` : "", p.office ?? "", p.body ? `body ${p.body}` : ""]
          .filter(Boolean)
          .join(" · "),
      ]),
      [
        "date",
        claim.date.edtf
          ? `${claim.date.edtf} (${claim.date.basis}${claim.date.text ? `: “${claim.date.text}”` : ""})`
          : "the words give none",
      ],
      ...(claim.place ? [["place", `${claim.place.text}${claim.place.actor ? ` (${claim.place.actor})` : ""}`] as [string, string]] : []),
      ...Object.entries(claim.details).map(([k, v]): [string, string] => [k, String(v)]),
      ["PLOVER", claim.plover.event ?? "none"],
      ["rule", `${claim.why.rule}, confidence ${claim.why.confidence}`],
      ["document", `${entry.document.title ?? "(no title)"}${entry.document.date ? `, ${entry.document.date}` : ""}`],
      [
        "source",
        `${entry.document.source}${place ? ` at characters ${place.start}–${place.end} of the ${document?.mapUnit === "file" ? "file" : "extracted text"}` : ""}`,
      ],
      ...(claim.evidence.section ? [["section", claim.evidence.section] as [string, string]] : []),
      ...(entry.retiredAt
        ? [["retired", `${entry.retiredAt.slice(0, 10)}: a newer extractor reads the document otherwise`] as [string, string]]
        : []),
      ...decisionsOn(entry).map((line): [string, string] => ["decided", line]),
    ];
    for (const [label, value] of lines) console.log(`${paint("bold", label.padEnd(12))} ${value}`);
    console.log();
    console.log(
      `${document ? text.slice(from, start) : ""}${paint("inverse", text.slice(document ? start : 0, document ? end : text.length))}${document ? text.slice(end, to) : ""}`,
    );
    return EXIT.done;
  } finally {
    await record.close();
  }
}
