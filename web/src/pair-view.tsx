import { useEffect, useMemo, useState } from "react";
import type { Chronology, ClaimEntry, Unknown } from "./api.ts";
import { ClaimCard } from "./claim-card.tsx";
import { useAnswer } from "./use-answer.ts";

/** The chronology of two actors, filtered by type and year; the filters stand in the address. */
export function PairView({ a, b }: { a: string; b: string }) {
  const answer = useAnswer<Chronology>(`/api/chronology?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`);
  const [filter, setFilter] = useFilter();
  const entries = answer.state === "here" ? answer.value.entries : [];
  const shown = useMemo(() => entries.filter((e) => passes(e, filter)), [entries, filter]);
  useEffect(() => {
    if (answer.state === "here") document.title = `${answer.value.a.name} – ${answer.value.b.name} · Chancery`;
  }, [answer]);
  if (answer.state === "waiting") return <p className="message">Asking the record …</p>;
  if (answer.state === "failed")
    return (
      <div className="message" role="alert">
        <p>{answer.message}</p>
        {answer.unknown && <NearNames a={a} b={b} unknown={answer.unknown} />}
      </div>
    );
  const { value } = answer;
  const counts = countTypes(entries);
  const toggle = (type: string): void =>
    setFilter({ ...filter, types: filter.types.includes(type) ? filter.types.filter((t) => t !== type) : [...filter.types, type] });
  return (
    <div className="pair">
      <h1>
        {value.a.name} – {value.b.name}
      </h1>
      <div className="filters">
        <div className="chips">
          {[...counts].map(([type, count]) => (
            <button type="button" key={type} aria-pressed={filter.types.includes(type)} onClick={() => toggle(type)}>
              {type} <span className="count">{count}</span>
            </button>
          ))}
        </div>
        <label>
          from{" "}
          <input
            type="number"
            min={1000}
            max={2100}
            placeholder="year"
            value={filter.from}
            onChange={(e) => setFilter({ ...filter, from: e.target.value })}
          />
        </label>
        <label>
          to{" "}
          <input
            type="number"
            min={1000}
            max={2100}
            placeholder="year"
            value={filter.to}
            onChange={(e) => setFilter({ ...filter, to: e.target.value })}
          />
        </label>
        <span className="dim" role="status">
          {shown.length} of {entries.length} claims
          {value.rejected.length > 0 &&
            `; ${value.rejected.length} that people rejected ${value.rejected.length === 1 ? "is" : "are"} left out`}
        </span>
      </div>
      {entries.length === 0 && (
        <p className="message">The record has no claim about these two. That says nothing about whether anything happened.</p>
      )}
      {groupByYear(shown).map(([year, group]) => (
        <section key={year} className="year">
          <h2>{year}</h2>
          <div>
            {group.map((e) => (
              <ClaimCard key={e.claim.id} claim={e.claim} names={value.names} source={e.document} decided={e.decided} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

/** Links to the same question with the unknown name put right. */
function NearNames({ a, b, unknown }: { a: string; b: string; unknown: Unknown }) {
  if (unknown.near.length === 0) return <p>Expected a name, an acronym or a code such as KOR.</p>;
  const pathWith = (id: string): string => {
    const [first, second] = unknown.parameter === "a" ? [id, b] : [a, id];
    return `/pair/${encodeURIComponent(first)}/${encodeURIComponent(second)}`;
  };
  return (
    <>
      <p>Did you mean</p>
      <ul className="near">
        {unknown.near.map(({ id, name }) => (
          <li key={id}>
            <a href={pathWith(id)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface Filter {
  types: string[];
  from: string;
  to: string;
}

function useFilter(): [Filter, (filter: Filter) => void] {
  const query = new URLSearchParams(location.search);
  const [filter, setFilter] = useState<Filter>({ types: query.getAll("type"), from: query.get("from") ?? "", to: query.get("to") ?? "" });
  return [
    filter,
    (next) => {
      setFilter(next);
      const q = new URLSearchParams();
      for (const t of next.types) q.append("type", t);
      if (next.from) q.set("from", next.from);
      if (next.to) q.set("to", next.to);
      history.replaceState(null, "", q.size > 0 ? `?${q}` : location.pathname);
    },
  ];
}

function passes({ claim }: ClaimEntry, { types, from, to }: Filter): boolean {
  if (types.length > 0 && !types.includes(claim.type)) return false;
  if (!from && !to) return true;
  const span = yearsOf(claim.date.edtf);
  if (!span) return false;
  return (!from || span[1] >= Number(from)) && (!to || span[0] <= Number(to));
}

/** First and last year that an EDTF date can mean; null without a year. */
function yearsOf(edtf: string | null): [number, number] | null {
  if (!edtf) return null;
  const [start, end = start] = edtf.split("/");
  const read = (part: string, fill: string, open: number): number =>
    part === ".." ? open : Number(part.slice(0, 4).replaceAll("X", fill));
  if (/^XXXX/.test(start!)) return null;
  return [read(start!, "0", -9999), read(end!, "9", 9999)];
}

function groupByYear(entries: readonly ClaimEntry[]): [string, ClaimEntry[]][] {
  const groups = new Map<string, ClaimEntry[]>();
  for (const entry of entries) {
    const edtf = entry.claim.date.edtf;
    const year = edtf ? edtf.replace(/^\.\.\//, "until ").slice(0, edtf.startsWith("..") ? 10 : 4) : "Undated";
    groups.set(year, [...(groups.get(year) ?? []), entry]);
  }
  return [...groups];
}

function countTypes(entries: readonly ClaimEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { claim } of entries) counts.set(claim.type, (counts.get(claim.type) ?? 0) + 1);
  return new Map([...counts].sort((x, y) => y[1] - x[1]));
}
