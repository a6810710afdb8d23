import type { Explanation } from "../claims/explain-sentences.ts";
import { unifyClaims } from "../claims/unify-claims.ts";
import type { Document } from "../document/document.ts";
import { MappedText } from "../document/mapped-text.ts";
import { loadExtractor } from "../pipeline.ts";
import { readPlainText } from "../read/plain-text.ts";
import { Record } from "../record/record.ts";
import { EXIT, UsageError } from "./exit-codes.ts";
import { nameClaim } from "./name-claim.ts";
import { paint } from "./text.ts";

/** `chancery explain CLAIM|SENTENCE`: what every stage made of the words. */
export async function explain(words: string, options: { record: string; date?: string; title?: string }): Promise<number> {
  const { document, start, end } = /^c_[0-9a-f]+$/.test(words) ? await ofClaim(words, options.record) : ofSentence(words, options);
  for (const e of loadExtractor().explain(document, start, end)) console.log(format(e, document.text));
  return EXIT.done;
}

async function ofClaim(id: string, path: string): Promise<{ document: Document; start: number; end: number }> {
  const record = await Record.open(path);
  try {
    const entry = await nameClaim(record, id);
    const document = await record.document(entry.document.edition);
    if (!document) throw new UsageError(`the record no longer has the document of claim ${id}.`);
    return { document, start: entry.claim.evidence.start, end: entry.claim.evidence.end };
  } finally {
    await record.close();
  }
}

function ofSentence(text: string, { date, title }: { date?: string; title?: string }): { document: Document; start: number; end: number } {
  const known = { language: "en", title: title ?? null, date: date ? { edtf: date, basis: "field" as const } : null };
  const document = readPlainText(MappedText.identity(text), { source: "the command line", known });
  return { document, start: 0, end: document.text.length };
}

function format({ read, claims, misses, hits }: Explanation, text: string): string {
  const lines = [paint("bold", text.slice(read.sentence.start, read.sentence.end).replace(/\s+/g, " "))];
  lines.push("mentions");
  for (const m of read.mentions)
    lines.push(
      `  “${m.text}” ${m.actors.join(" ") || "—"} · ${m.kind}, ${m.form}${m.person ? ` · ${m.person}` : ""}${m.office ? ` · ${m.office}` : ""}${m.city ? ` · ${m.city}` : ""} · ${m.why}`,
    );
  lines.push("dates");
  for (const d of read.dates) lines.push(`  “${d.text}” ${d.edtf} · ${d.basis}, ${d.role} · ${d.why}`);
  lines.push("parse");
  read.parse.nodes.forEach((n, i) => {
    lines.push(
      `  ${String(i).padStart(3)} ${n.text.replace(/\s+/g, " ").padEnd(28)} ${n.lemma.padEnd(18)} ${n.upos.padEnd(6)} ${n.xpos.padEnd(5)} ${n.relation.padEnd(12)} ← ${n.head}`,
    );
  });
  lines.push("frames that matched");
  for (const { match, claims: made } of hits)
    lines.push(
      `  ${match.frame.id} at “${read.parse.nodes[match.trigger]!.text}”${made.length === 0 ? ": another reading stands instead" : ""}`,
    );
  lines.push("frames that did not match");
  for (const m of misses) lines.push(`  ${m.frame.id} at “${read.parse.nodes[m.trigger]!.text}”: ${m.reason}`);
  lines.push("claims");
  for (const c of unifyClaims(claims))
    lines.push(
      `  ${c.type} ${c.phase} ${c.factuality} · ${c.participants.map((p) => `${p.role}:${p.actor}`).join(" ")} · ${c.date.edtf ?? "no date"} · ${JSON.stringify(c.details)} · ${c.why.rule} ${c.why.confidence}`,
    );
  return lines.join("\n");
}
