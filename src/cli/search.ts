import { withDecisions } from "../answers/decided-claims.ts";
import { Record } from "../record/record.ts";
import { SearchQueryError } from "../record/search/query.ts";
import type { FoundDocument, FoundQuote } from "../record/search/search.ts";
import type { Snippet } from "../record/search/snippet.ts";
import { EXIT, UsageError } from "./exit-codes.ts";
import { decisionsOn } from "./print-claim.ts";
import { paint } from "./text.ts";

export interface SearchCommandOptions {
  readonly record: string;
  readonly in: "quotes" | "documents";
  readonly limit: number;
  readonly retired: boolean;
  readonly known?: string;
  readonly json: boolean;
}

/** `chancery search WORDS…`: quotes or documents in which the words stand, best first, with document, date and claim. */
export async function search(words: readonly string[], options: SearchCommandOptions): Promise<number> {
  const record = await Record.open(options.record);
  try {
    const query = words.join(" ");
    const found =
      options.in === "quotes"
        ? (await findQuotes(record, query, options)).map((f) => ({ ...f, kind: "quote" as const }))
        : (await record.searchDocuments(query, options)).map((f) => ({ ...f, kind: "document" as const }));
    for (const answer of found) {
      if (options.json) console.log(JSON.stringify(answer.kind === "quote" ? { ...answer.entry, snippet: answer.snippet } : answer));
      else console.log(answer.kind === "quote" ? describeQuote(answer) : describeDocument(answer));
    }
    if (found.length === 0 && !options.json)
      console.log(
        `No ${options.in === "quotes" ? "quote" : "document"} of the record has these words${options.known ? ` as known on ${options.known}` : ""}.`,
      );
    return EXIT.done;
  } catch (error) {
    if (error instanceof SearchQueryError) throw new UsageError(error.message);
    throw error;
  } finally {
    await record.close();
  }
}

/** Quotes as people decided about their claims; those that were rejected only among the retired. */
async function findQuotes(record: Record, query: string, options: SearchCommandOptions): Promise<FoundQuote[]> {
  const found = await record.searchQuotes(query, options);
  const entries = await withDecisions(
    record,
    found.map((f) => f.entry),
    options.known,
  );
  const decided = found.map((f, i) => ({ ...f, entry: entries[i]! }));
  return options.retired ? decided : decided.filter((f) => f.entry.decided?.verdict !== "rejected");
}

function describeQuote({ entry, snippet }: FoundQuote): string {
  const { claim, document, retiredAt } = entry;
  const shown = `“${mark(snippet, claim.evidence.quote.length)}”`;
  const about = [document.title ?? "(no title)", document.date ?? "undated", document.source, claim.id];
  if (retiredAt) about.push(`retired on ${retiredAt.slice(0, 10)}`);
  const decisions = decisionsOn(entry).map((line) => `\n    ${paint("yellow", line)}`);
  return `${shown}\n    ${paint("dim", about.join(" · "))}${decisions.join("")}`;
}

function describeDocument({ document, snippet, stands }: FoundDocument): string {
  const about = [document.date ?? "undated", document.source, document.id, ...(stands ? [] : ["superseded"])];
  return `${paint("bold", document.title ?? "(no title)")}\n    ${mark(snippet, Number.POSITIVE_INFINITY)}\n    ${paint("dim", about.join(" · "))}`;
}

/** The snippet on one line, with the words that were looked for marked on a terminal, and dots where it was cut. */
function mark({ text, start, marks }: Snippet, length: number): string {
  let shown = start > 0 ? "…" : "";
  let at = 0;
  for (const m of marks) {
    shown += text.slice(at, m.start) + paint("inverse", text.slice(m.start, m.end));
    at = m.end;
  }
  return `${shown}${text.slice(at)}${start + text.length < length ? "…" : ""}`.replace(/\s+/g, " ").trim();
}
