import { sayRuling } from "../../src/reasoning/say-ruling.ts";
import type { Claim, ClaimEntry, Names } from "./api.ts";

interface ClaimCardProps {
  readonly claim: Claim;
  readonly names: Names;
  readonly source?: ClaimEntry["document"];
  readonly decided?: ClaimEntry["decided"];
}

/** One claim: when, what, who, on which words, where they stand; what people decided about it. */
export function ClaimCard({ claim, names, source, decided }: ClaimCardProps) {
  const details = Object.entries(claim.details);
  return (
    <article className={`claim ${claim.factuality}`} id={claim.id}>
      <p className="what">
        <span className={`tag type-${claim.type}`}>{claim.type}</span>
        <span className="phase">{claim.phase}</span>
        {claim.factuality !== "actual" && <span className="tag factuality">{claim.factuality}</span>}
        <span className="when">{claim.date.edtf ?? "undated"}</span>
      </p>
      <p className="who">
        {claim.participants.map((p, i) => (
          <span key={`${p.role} ${p.actor}`}>
            {i > 0 && " · "}
            <span className="dim">{p.role}</span> {names[p.actor] ?? p.actor}
            {p.person && <span className="dim"> ({p.person})</span>}
          </span>
        ))}
      </p>
      <blockquote>{claim.evidence.quote}</blockquote>
      {details.length > 0 && (
        <p className="details dim">
          {details.map(([key, value]) => (
            <span key={key}>
              {key}: {String(value)}
            </span>
          ))}
        </p>
      )}
      {decided?.decisions.map((decision) => (
        <p key={decision.id} className="decided">
          {sayRuling(decision)} by {decision.by} on {decision.recordedAt.slice(0, 10)}: {decision.why}
        </p>
      ))}
      <p className="source dim">
        {source && (
          <a href={`/document/${source.id}#${claim.id}`}>
            {source.title ?? source.source}
            {source.date && `, ${source.date}`}
          </a>
        )}
        {claim.evidence.section && <span> § {claim.evidence.section}</span>}
        {(source || claim.evidence.section) && " · "}
        <span title="the frame that read it">{claim.why.rule}</span>
        {claim.date.text && <span> · date from “{claim.date.text}”</span>}
      </p>
    </article>
  );
}
