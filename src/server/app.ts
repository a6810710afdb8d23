import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { nameOfActor } from "../actors/name-of.ts";
import { decidedClaim, decidedClaims, decidedDocument } from "../answers/decided-claims.ts";
import { decidedTotals } from "../answers/decided-totals.ts";
import { CLAIM_TYPES } from "../claims/claim.ts";
import type { Record } from "../record/record.ts";
import { namesOf } from "./names-of.ts";
import { readActor, readCount, readDay, readPair, readYear, UnknownActor } from "./parameters.ts";
import { addReasoningRoutes } from "./reasoning-routes.ts";

const WEB = fileURLToPath(new URL("../../web/dist/", import.meta.url));
const MEDIA: Readonly<{ [ending: string]: string }> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** The HTTP API and the web app over one record. Read only. */
export function createApp(record: Record): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    }),
  );
  // a page of another site must not reach a record through a name that points to this machine
  app.use(async (c, next) => {
    const host = c.req.header("host");
    if (host && !LOCAL.test(host)) throw new HTTPException(403, { message: `this server answers only under localhost, not ${host}` });
    await next();
  });

  app.get("/api/overview", async (c) => {
    const [documents, { actors, pairs }] = await Promise.all([record.documents(), decidedTotals(record, 60)]);
    return c.json({
      documents: documents.length,
      claims: documents.reduce((n, d) => n + d.claims, 0),
      actors: actors.map((a) => ({ ...a, name: nameOfActor(a.actor) })),
      pairs: pairs.map((p) => ({ ...p, nameA: nameOfActor(p.a), nameB: nameOfActor(p.b) })),
    });
  });

  app.get("/api/documents", async (c) => c.json(await record.documents()));

  app.get("/api/documents/:id", async (c) => {
    const document = await record.document(c.req.param("id"));
    if (!document) throw new HTTPException(404, { message: `the record has no document ${c.req.param("id")}` });
    const { map: _, ...shown } = document;
    const { claims, rejected } = await decidedDocument(record, c.req.param("id"));
    return c.json({ document: shown, claims, rejected, names: namesOf(claims.flatMap((k) => k.participants.map((p) => p.actor))) });
  });

  app.get("/api/claims/:id", async (c) => {
    const id = c.req.param("id");
    const entry = await record.claim(id);
    if (!entry) {
      const { count, ids } = await record.claimIds(id, 20);
      if (count > 1) return c.json({ error: `${count} claims of the record begin with ${id}; give more of the id`, claims: ids }, 409);
      throw new HTTPException(404, { message: `the record has no claim ${id}` });
    }
    const decided = await decidedClaim(record, entry);
    return c.json({ ...decided, names: namesOf(decided.claim.participants.map((p) => p.actor)) });
  });

  app.get("/api/chronology", async (c) => {
    const [a, b] = readPair(c.req.query("a"), c.req.query("b"), "a chronology");
    const types = c.req.queries("type") ?? [];
    const unknown = types.find((t) => !(CLAIM_TYPES as readonly string[]).includes(t));
    if (unknown)
      throw new HTTPException(400, { message: `type: "${unknown}" is no claim type; expected one of ${CLAIM_TYPES.join(", ")}` });
    const { entries, rejected } = await decidedClaims(record, [a.id, b.id], {
      types,
      fromYear: readYear(c.req.query("from"), "from"),
      toYear: readYear(c.req.query("to"), "to"),
      known: readDay(c.req.query("known"), "known"),
      limit: readCount(c.req.query("limit"), "limit"),
      skip: readCount(c.req.query("skip"), "skip"),
    });
    const actors = entries.flatMap((e) => e.claim.participants.map((p) => p.actor));
    return c.json({
      a,
      b,
      entries,
      rejected,
      names: namesOf([...actors, a.id, b.id]),
    });
  });

  app.get("/api/actor", (c) => {
    return c.json(readActor(c.req.query("name"), "name"));
  });

  addReasoningRoutes(app, record);

  app.all("/api/*", (c) => c.json({ error: `there is nothing at ${c.req.path}` }, 404));

  app.get("*", async (c) => {
    const asset = await readAsset(c.req.path);
    if (asset)
      return c.body(asset.bytes, 200, {
        "content-type": asset.media,
        "cache-control": c.req.path.startsWith("/assets/") ? "max-age=31536000, immutable" : "no-cache",
      });
    if (extname(c.req.path)) return c.text("not found", 404);
    const page = await readAsset("/index.html");
    if (!page) return c.text("The web app is not built. Run `npm start`, or `npm run build`.", 503);
    return c.body(page.bytes, 200, { "content-type": page.media, "cache-control": "no-cache" });
  });

  app.onError((error, c) => {
    if (error instanceof UnknownActor) return c.json({ error: error.message, unknown: error.unknown }, error.status);
    if (error instanceof HTTPException) return c.json({ error: error.message }, error.status);
    console.error(error);
    return c.json({ error: "a fault of Chancery itself; the terminal that serves this page says more" }, 500);
  });
  return app;
}

async function readAsset(path: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; media: string } | null> {
  const media = MEDIA[extname(path)];
  if (!media) return null;
  const file = normalize(join(WEB, decodeURIComponent(path)));
  if (!file.startsWith(normalize(WEB + sep)) && !file.startsWith(normalize(WEB))) return null;
  try {
    return { bytes: new Uint8Array(await readFile(file)), media };
  } catch {
    return null;
  }
}
