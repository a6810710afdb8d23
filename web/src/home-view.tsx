import type { DocumentEntry, Overview } from "./api.ts";
import { useAnswer } from "./use-answer.ts";

/** What the record holds: pairs with the most claims, documents. */
export function HomeView() {
  const overview = useAnswer<Overview>("/api/overview");
  const documents = useAnswer<DocumentEntry[]>("/api/documents");
  if (overview.state === "failed") return <p className="message">{overview.message}</p>;
  if (overview.state === "waiting") return <p className="message">Asking the record …</p>;
  const { value } = overview;
  return (
    <div className="home">
      <p className="lead">
        {value.claims} claims from {value.documents} documents about {value.actors.length} states, organisations and regions. Every line
        leads to its sentence.
      </p>
      <section>
        <h2>Pairs with most claims</h2>
        <ul className="pairs">
          {value.pairs.map((p) => (
            <li key={`${p.a} ${p.b}`}>
              <a href={`/pair/${encodeURIComponent(p.a)}/${encodeURIComponent(p.b)}`}>
                {p.nameA} – {p.nameB}
              </a>
              <span className="count">{p.claims}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>Documents</h2>
        {documents.state === "here" && (
          <table className="documents">
            <thead>
              <tr>
                <th>Date</th>
                <th>Title</th>
                <th>Format</th>
                <th className="number">Claims</th>
              </tr>
            </thead>
            <tbody>
              {documents.value.map((d) => (
                <tr key={d.source}>
                  <td>{d.date ?? "—"}</td>
                  <td>
                    <a href={`/document/${d.id}`}>{d.title ?? d.source}</a>
                    {d.publisher && <span className="dim"> · {d.publisher}</span>}
                  </td>
                  <td className="dim">{d.format}</td>
                  <td className="number">{d.claims}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  );
}
