import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Claim, DocumentPage } from "./api.ts";
import { ClaimCard } from "./claim-card.tsx";
import { useAnswer } from "./use-answer.ts";

/** A document's text with the words of its claims marked; a click on marked words shows the claims they carry. */
export function DocumentView({ id }: { id: string }) {
  const answer = useAnswer<DocumentPage>(`/api/documents/${encodeURIComponent(id)}`);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const claims = answer.state === "here" ? answer.value.claims : [];
  useEffect(() => {
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (claims.some((c) => c.id === wanted)) {
      setChosen([wanted]);
      document.querySelector(`[data-claims~="${wanted}"]`)?.scrollIntoView({ block: "center" });
    }
  }, [claims]);
  if (answer.state === "waiting") return <p className="message">Asking the record …</p>;
  if (answer.state === "failed") return <p className="message">{answer.message}</p>;
  const { document: d, names } = answer.value;
  const choose = (ids: readonly string[]): void => {
    setChosen(ids);
    history.replaceState(null, "", `#${ids[0] ?? ""}`);
  };
  return (
    <div className="document">
      <div className="text">
        <h1>{d.title ?? d.source}</h1>
        <p className="dim">
          {[d.date?.edtf, d.publisher, d.authors.join(", "), d.format, `${claims.length} claims`].filter(Boolean).join(" · ")}
          {d.address && /^https?:\/\//.test(d.address) && (
            <>
              {" · "}
              <a href={d.address} rel="noreferrer">
                {new URL(d.address).hostname}
              </a>
            </>
          )}
        </p>
        {d.diagnostics.filter((x) => x.severity !== "info").length > 0 && (
          <ul className="diagnostics">
            {d.diagnostics
              .filter((x) => x.severity !== "info")
              .map((x) => (
                <li key={`${x.code} ${x.at}`}>{x.message}</li>
              ))}
          </ul>
        )}
        <Blocks page={answer.value} chosen={chosen} choose={choose} />
      </div>
      <aside aria-live="polite">
        {chosen.length === 0 && <p className="dim">Click marked words to see what they claim.</p>}
        {claims
          .filter((c) => chosen.includes(c.id))
          .map((c) => (
            <ClaimCard key={c.id} claim={c} names={names} />
          ))}
      </aside>
    </div>
  );
}

function Blocks({ page, chosen, choose }: { page: DocumentPage; chosen: readonly string[]; choose: (ids: readonly string[]) => void }) {
  const { document: d, claims } = page;
  const sorted = useMemo(() => [...claims].sort((x, y) => x.evidence.start - y.evidence.start), [claims]);
  return d.blocks.map((block) => {
    if (block.kind === "title" && d.text.slice(block.start, block.end) === d.title) return null;
    const inside = sorted.filter((c) => c.evidence.start < block.end && c.evidence.end > block.start);
    const content = mark(d.text, block.start, block.end, inside, chosen, choose);
    const key = block.start;
    const notice = block.role === "notice" ? "notice" : undefined;
    if (block.kind === "heading" || block.kind === "title") {
      const Heading = `h${Math.min(6, Math.max(2, block.level + 1))}` as "h2";
      return <Heading key={key}>{content}</Heading>;
    }
    if (block.kind === "list-item")
      return (
        <p key={key} className="item" style={{ marginLeft: `${block.level * 1.4}em` }}>
          <span className="dim">{block.marker && /\d/.test(block.marker) ? block.marker : "•"}</span> {content}
        </p>
      );
    if (block.kind === "table-row")
      return (
        <p key={key} className="row">
          {content}
        </p>
      );
    if (block.kind === "quote") return <blockquote key={key}>{content}</blockquote>;
    return (
      <p key={key} className={block.kind === "caption" ? "caption" : notice}>
        {content}
      </p>
    );
  });
}

/** Cuts a block where claims begin and end; each piece knows all the claims that rest on it. */
function mark(
  text: string,
  start: number,
  end: number,
  claims: readonly Claim[],
  chosen: readonly string[],
  choose: (ids: readonly string[]) => void,
): ReactNode[] {
  const cuts = new Set([start, end]);
  for (const { evidence } of claims) {
    cuts.add(Math.max(start, evidence.start));
    cuts.add(Math.min(end, evidence.end));
  }
  const edges = [...cuts].sort((x, y) => x - y);
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1]!;
    const ids = claims.filter((c) => c.evidence.start <= from && c.evidence.end >= to).map((c) => c.id);
    const words = text.slice(from, to);
    if (ids.length === 0) return words;
    const active = ids.some((x) => chosen.includes(x));
    // browsers lay a button out as a box, also with display: inline; only an element of text flows with the words around it
    return (
      // biome-ignore lint/a11y/useSemanticElements: see above
      <span
        key={from}
        role="button"
        tabIndex={0}
        className={`mark${active ? " active" : ""}`}
        aria-pressed={active}
        data-claims={ids.join(" ")}
        onClick={() => choose(ids)}
        onKeyDown={(e) => {
          if (e.key !== "Enter" && e.key !== " ") return;
          e.preventDefault();
          choose(ids);
        }}
      >
        {words}
      </span>
    );
  });
}
