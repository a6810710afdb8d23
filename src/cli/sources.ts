import { decidedClaims } from "../answers/decided-claims.ts";
import { sayRuling } from "../reasoning/say-ruling.ts";
import { type SourceSummary, summariseSources } from "../reasoning/source-list.ts";
import { sourceName } from "../reasoning/sources.ts";
import { Record } from "../record/record.ts";
import { EXIT, UsageError } from "./exit-codes.ts";
import { nameActor } from "./name-actor.ts";
import { clip, paint } from "./text.ts";

export interface SourcesOptions {
  readonly record: string;
  readonly known?: string;
  readonly json: boolean;
}

/** `chancery sources [A [B]]`: who says it, how much, since when, and who only repeats another. */
export async function sources(names: readonly string[], options: SourcesOptions): Promise<number> {
  if (names.length > 2) throw new UsageError(`sources are asked for one actor or for two; ${names.length} were named.`);
  const actors = names.map((n) => nameActor(n).id);
  const record = await Record.open(options.record);
  try {
    const { entries, preferences } = await decidedClaims(record, actors, { known: options.known });
    const found = summariseSources(entries, preferences);
    for (const source of found) {
      if (options.json) console.log(JSON.stringify(toJson(source)));
      else printSource(source);
    }
    if (found.length === 0 && !options.json) console.log("The record has no claim here, and so no source.");
    return EXIT.done;
  } finally {
    await record.close();
  }
}

function printSource({ name, documents, claims, share, first, last, copies, preferred, passedOver }: SourceSummary): void {
  const many = (n: number, thing: string): string => `${n} ${thing}${n === 1 ? "" : "s"}`;
  const dates = first === null ? "undated" : first === last ? first : `${first} to ${last}`;
  console.log(`${paint("bold", name)}: ${many(claims, "claim")} of ${many(documents, "document")}, ${Math.round(100 * share)} %, ${dates}`);
  if (copies.length === 0) console.log("    independent: its words stand in no earlier document of another source");
  for (const { document, of } of copies)
    console.log(
      `    copy: ${clip(document.title ?? document.source, 60)}${document.date ? `, ${document.date}` : ""} has the words of ${sourceName(of)}${of.date ? `, ${of.date}` : ""}`,
    );
  for (const d of preferred) console.log(paint("green", `    ${sayRuling(d)} by ${d.by}: ${clip(d.why, 120)} · ${d.id}`));
  for (const d of passedOver) console.log(paint("yellow", `    passed over: ${sayRuling(d)} by ${d.by} · ${d.id}`));
}

function toJson({ copies, preferred, passedOver, ...rest }: SourceSummary): object {
  return {
    ...rest,
    copies: copies.map((c) => ({ document: c.document.id, of: c.of.id, source: sourceName(c.of) })),
    preferred: preferred.map((d) => d.id),
    passedOver: passedOver.map((d) => d.id),
  };
}
