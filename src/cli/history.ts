import { decisionStates } from "../answers/decided-claims.ts";
import { sayRuling } from "../reasoning/say-ruling.ts";
import { type Happening, traceClaim } from "../reasoning/trace-claim.ts";
import { Record } from "../record/record.ts";
import { EXIT } from "./exit-codes.ts";
import { nameClaim } from "./name-claim.ts";
import { clip, paint } from "./text.ts";

/** `chancery history CLAIM`: versions of its document, every extraction of it, decisions, and why it was retired. */
export async function history(id: string, options: { record: string; json: boolean }): Promise<number> {
  const record = await Record.open(options.record);
  try {
    const { claim } = await nameClaim(record, id);
    const happenings = traceClaim(claim, await record.history(claim.id), await decisionStates(record));
    if (options.json) {
      for (const happening of happenings) console.log(JSON.stringify(toJson(happening)));
      return EXIT.done;
    }
    console.log(`${paint("bold", claim.id)} ${claim.type} ${claim.phase} ${claim.date.edtf ?? "undated"}`);
    console.log(`    “${clip(claim.evidence.quote, 200)}”`);
    for (const happening of happenings)
      console.log(`${paint("bold", happening.at.slice(0, 16).replace("T", " "))}  ${sayHappening(happening, claim.id)}`);
    return EXIT.done;
  } finally {
    await record.close();
  }
}

const CHANGES = { first: "", text: ", with another text", description: ", with the same text but another title, date or layout" } as const;

function sayHappening(happening: Happening, id: string): string {
  switch (happening.kind) {
    case "read":
      return `read: ${happening.source}, version ${happening.version}${CHANGES[happening.change]} (${happening.document})`;
    case "extracted": {
      const { extractor, claims, differs } = happening;
      const [first] = claims;
      if (!first) return `extracted by ${extractor}: nothing like it found`;
      if (claims.length > 1) return `extracted by ${extractor}: several claims on its words, ${claims.map((e) => e.claim.id).join(", ")}`;
      if (first.claim.id === id) return `extracted by ${extractor}: as it is here`;
      return `extracted by ${extractor}: written as ${first.claim.id}${differs.length > 0 ? ` (${differs.join("; ")})` : " (the same at another place of the text)"}`;
    }
    case "retired":
      return paint("yellow", `retired: ${happening.why}`);
    case "decided": {
      const { decision, state, by, says } = happening.state;
      const now = state === "in-force" ? "" : ` [${state}${by ? ` by ${by.id}` : ""}]`;
      return `${sayRuling(decision)} by ${decision.by}: ${clip(decision.why, 200)} · ${decision.id}${now}${says ? `. ${says}` : ""}`;
    }
  }
}

function toJson(happening: Happening): object {
  if (happening.kind === "extracted") return { ...happening, claims: happening.claims.map((e) => e.claim.id) };
  if (happening.kind !== "decided") return happening;
  const { decision, state, by, says } = happening.state;
  return { kind: "decided", at: happening.at, decision, state, through: by?.id ?? null, says };
}
