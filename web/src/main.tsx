import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { DocumentView } from "./document-view.tsx";
import { HomeView } from "./home-view.tsx";
import { PairView } from "./pair-view.tsx";
import "./style.css";

/** Every view is an address: / · /pair/KOR/ECU · /document/d_… (#c_… shows a claim). */
function App() {
  const [view, ...rest] = location.pathname.split("/").filter(Boolean).map(decodeURIComponent);
  return (
    <>
      <header className="top">
        <a className="brand" href="/">
          Chancery
        </a>
        <PairForm />
      </header>
      <main>
        {view === undefined && <HomeView />}
        {view === "pair" && rest.length === 2 && <PairView a={rest[0]!} b={rest[1]!} />}
        {view === "document" && rest.length === 1 && <DocumentView id={rest[0]!} />}
        {view !== undefined && !(view === "pair" && rest.length === 2) && !(view === "document" && rest.length === 1) && (
          <p className="message">There is no page at {location.pathname}.</p>
        )}
      </main>
    </>
  );
}

function PairForm() {
  const open = (form: FormData): void => {
    const [a, b] = [String(form.get("a") ?? "").trim(), String(form.get("b") ?? "").trim()];
    if (a && b) location.assign(`/pair/${encodeURIComponent(a)}/${encodeURIComponent(b)}`);
  };
  return (
    <form className="pair-form" action={open}>
      <input name="a" placeholder="South Korea" aria-label="First state or organisation" required />
      <span aria-hidden="true">–</span>
      <input name="b" placeholder="Ecuador" aria-label="Second state or organisation" required />
      <button type="submit">Chronology</button>
    </form>
  );
}

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
