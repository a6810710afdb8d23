import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

const LEAST_VERSION = 15;
const PACKAGED = "/usr/lib/postgresql";
const START_MS = 60_000;

/** Roles of a server for tests: everybody may be `chancery`, from anywhere on this machine; `guarded` needs its password over TCP. */
export const [ROLE, GUARDED, PASSWORD] = ["chancery", "guarded", "open sesame"];

/** A server for tests, in a folder of its own. */
export interface PostgresServer {
  readonly host: "127.0.0.1";
  readonly port: number;
  /** The folder of its Unix socket. */
  readonly socket: string;
  /** Kills all its processes, as a crash of the machine would, and waits until it has recovered. */
  crash(): Promise<void>;
  /** Stops it and removes its folder. */
  stop(): Promise<void>;
}

/** The folder of the newest server's programs on this machine that is new enough; null when there is none. */
export function findPostgres(): string | null {
  const packaged = existsSync(PACKAGED) ? readdirSync(PACKAGED).filter((v) => Number(v) >= LEAST_VERSION) : [];
  const folders = [
    ...packaged.sort((a, b) => Number(b) - Number(a)).map((v) => join(PACKAGED, v, "bin")),
    ...(process.env.PATH ?? "").split(":").filter(Boolean),
  ];
  return folders.find((folder) => ["initdb", "postgres"].every((program) => existsSync(join(folder, program)))) ?? null;
}

/**
 * Starts a PostgreSQL of this process's own on a free port of 127.0.0.1 and on a Unix socket. It ends with this process, even
 * when that is killed. Without `durable` it does not wait for the disk. Throws with the reason when none can be had.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const programs = findPostgres();
  if (!programs)
    throw new Error(`no PostgreSQL ${LEAST_VERSION} or newer in ${PACKAGED}/*/bin or on PATH; Debian's package postgresql brings it`);
  const folder = mkdtempSync(join(tmpdir(), "chancery-postgres-"));
  try {
    const user = process.getuid?.() === 0 ? unprivileged() : null;
    if (user) chownSync(folder, user.uid, user.gid);
    const data = join(folder, "data");
    const run = (program: string, ...args: string[]) =>
      execFileSync(join(programs, program), args, { ...user, cwd: folder, stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
    run(
      "initdb",
      "--pgdata",
      data,
      "--username",
      ROLE,
      "--auth",
      "trust",
      "--encoding",
      "UTF8",
      "--locale",
      "C",
      ...(durable ? [] : ["--no-sync"]),
    );
    // the order of the lines counts: the first that fits is taken
    writeFileSync(
      join(data, "pg_hba.conf"),
      `local all all trust\nhost all ${GUARDED} 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n`,
    );
    const port = await freePort();
    const settings = {
      port,
      listen_addresses: "127.0.0.1",
      unix_socket_directories: folder,
      max_connections: 60,
      fsync: durable ? "on" : "off",
      full_page_writes: durable ? "on" : "off",
      log_min_messages: "fatal",
    };
    const server = spawn(
      "/bin/sh",
      // the server lives as long as the other end of standard input is open; when it crashes it is started again
      [
        "-c",
        `(until [ -e stopped ]; do "$@" 2>>log; sleep 0.1; done) & loop=$!
         cat >/dev/null; touch stopped; kill -INT $(head -n 1 data/postmaster.pid); wait $loop; cd /; rm -rf "$0"`,
        folder,
        join(programs, "postgres"),
      ].concat(
        ["-D", data],
        Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
      ),
      { ...user, cwd: folder, stdio: ["pipe", "ignore", "ignore"], detached: true },
    );
    const stop = async (): Promise<void> => {
      const ended = server.exitCode === null ? new Promise((resolve) => server.once("exit", resolve)) : null;
      server.stdin!.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    };
    try {
      await untilItAnswers(port, server);
      await ask(port, `create role ${GUARDED} login superuser password '${PASSWORD}'`);
      const crash = async (): Promise<void> => {
        const backends = await ask(port, "select pid from pg_stat_activity where pid <> pg_backend_pid()");
        const postmaster = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
        for (const pid of [postmaster, ...backends.map((row) => Number(row.pid))]) process.kill(pid, "SIGKILL");
        await untilItAnswers(port, server);
      };
      return { host: "127.0.0.1", port, socket: folder, crash, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** A user other than root, for PostgreSQL does not run as root. */
function unprivileged(): { uid: number; gid: number } {
  for (const name of ["postgres", "nobody"]) {
    try {
      const [uid, gid] = ["-u", "-g"].map((what) =>
        Number(execFileSync("id", [what, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })),
      );
      return { uid: uid!, gid: gid! };
    } catch {
      // this machine has no such user
    }
  }
  throw new Error("PostgreSQL does not run as root, and there is neither a user postgres nor nobody");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function untilItAnswers(port: number, server: ChildProcess): Promise<void> {
  const until = Date.now() + START_MS;
  for (;;) {
    try {
      await ask(port, "select 1");
      return;
    } catch (error) {
      if (server.exitCode !== null) throw new Error(`the shell that starts PostgreSQL ended with ${server.exitCode}`);
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function ask(port: number, statement: string): Promise<{ [column: string]: unknown }[]> {
  const client = new pg.Client({ host: "127.0.0.1", port, user: ROLE, database: "postgres" });
  client.on("error", () => {});
  try {
    await client.connect();
    return (await client.query(statement)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}
