import { BUSY_SECONDS, RecordError, type RecordErrorCode } from "./record-error.ts";

const GOES_ON = "What was stored before is safe; run the same command again, it goes on where it stopped";

/** What to do about a damaged database. */
export const ADVICE_ON_DAMAGE =
  "Before anything else stop the server and make a copy of its data folder. Then restore a backup, or ingest the documents into a new record: `chancery ingest PATH… --record NEW`";

/** What an error of PostgreSQL or of the way to it means for the user of a record; other errors come back as they are. */
export function explainPostgresError(error: unknown, address: string): unknown {
  if (!(error instanceof Error) || error instanceof RecordError) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const says = (kind: RecordErrorCode, message: string): RecordError => new RecordError(kind, address, message);
  if (
    /^(?:ECONNREFUSED|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/.test(code) ||
    /timeout.*connect|connection timeout/i.test(error.message)
  )
    return says(
      "unreachable",
      `no PostgreSQL server answers there (${code || error.message}). Check host and port, that the server runs, and that it takes connections from here`,
    );
  if (code === "ERR_INVALID_URL" || /invalid url/i.test(error.message))
    return says("unreachable", "this is no address of a database. It has the form postgres://USER:PASSWORD@HOST:PORT/DATABASE");
  if (/^28/.test(code) || /SASL|password must be a string|no pg_hba/i.test(error.message))
    return says(
      "refused",
      `the server does not let this user in (${error.message}). Check user and password; the password may also stand in PGPASSWORD or in ~/.pgpass`,
    );
  if (code === "3D000") return says("missing", `${error.message} on this server. \`createdb NAME\` makes one`);
  if (code === "3F000") return says("no-access", `${error.message}. The first schema of the search path must be there`);
  if (code === "57P03" || code === "53300" || code === "55P03" || code.startsWith("40"))
    return says(
      "busy",
      code === "55P03"
        ? `another process is writing to this record and did not finish in ${BUSY_SECONDS} seconds. Try again`
        : `the server has no room for this now (${error.message}). Try again`,
    );
  if (code === "53100") return says("no-space", `the server's disk is full. ${GOES_ON} once there is room`);
  if (code === "42501" || code === "25006")
    return says("no-access", `this user may not write here (${error.message}). Ask the owner of the database for the right to`);
  if (/^XX00[12]$/.test(code) || /invalid page/i.test(error.message))
    return says("damaged", `the database is damaged (${error.message}). ${ADVICE_ON_DAMAGE}`);
  if (
    /^(?:08|57P0)/.test(code) ||
    /^(?:ECONNRESET|EPIPE)$/.test(code) ||
    /connection terminated|not queryable|connection error/i.test(error.message)
  )
    return says("lost", `the connection to the server was lost (${error.message}). ${GOES_ON}`);
  return error;
}
