import type { Mention } from "../actors/mention.ts";
import { resolveActor } from "../actors/resolve-actor.ts";
import type { Document, TableCell } from "../document/document.ts";
import { buildMission } from "./build-mission.ts";
import type { Claim } from "./claim.ts";
import type { Lexicon } from "./frame.ts";
import { subjectsOfPage } from "./page-subject.ts";

/**
 * Posts from tables whose headers name a kind of post and whose cells name cities: "Country | Embassy | Consulates". Who
 * sends is said by the header ("Ecuador's embassy"), else by the page; the city says the host.
 */
export function readPosts(document: Document, mentions: readonly Mention[], lexicon: Lexicon): Claim[] {
  const claims: Claim[] = [];
  const levels = lexicon.values.get("level") ?? [];
  const [subject] = subjectsOfPage(document);
  for (const table of document.tables) {
    const posts = table.columns.map((header) => {
      const lower = header.toLowerCase();
      const level = levels.find(([word]) => lower.includes(word))?.[1] ?? null;
      const owner = /^(.+?)['’]s?\s/.exec(header)?.[1];
      return level ? { level, sender: (owner ? resolveActor(owner)?.id : null) ?? null } : null;
    });
    if (!posts.some(Boolean)) continue;
    for (const row of table.rows) {
      if (row.header) continue;
      const rowState = row.cells[0] ? stateIn(row.cells[0], mentions) : null;
      for (const cell of row.cells.slice(1)) {
        const post = posts[cell.column];
        if (!post) continue;
        for (const city of citiesIn(cell, mentions)) {
          const host = city.actors[0]!;
          const sender =
            post.sender && post.sender !== host ? post.sender : host === subject ? rowState : rowState === host ? (subject ?? null) : null;
          if (sender && sender !== host)
            claims.push(
              buildMission(
                document,
                city,
                { sender, host, level: post.level, city: { text: city.text, name: city.city ?? city.text } },
                "table/posts",
              ),
            );
        }
      }
    }
  }
  return claims;
}

function stateIn(cell: TableCell, mentions: readonly Mention[]): string | null {
  return mentions.find((m) => m.start >= cell.start && m.end <= cell.end && m.kind === "state")?.actors[0] ?? null;
}

function citiesIn(cell: TableCell, mentions: readonly Mention[]): Mention[] {
  // a cell that says more than cities ("Embassy in Quito") is read as a sentence
  if (/\b(?:embassy|consulate|mission|office)\b/i.test(cell.text)) return [];
  return mentions.filter(
    (m) => m.start >= cell.start && m.end <= cell.end && (m.city !== null || m.form === "capital") && m.actors.length === 1,
  );
}
