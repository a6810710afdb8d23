import { lookup as resolveName } from "node:dns/promises";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import ipaddr from "ipaddr.js";
import { ReadError } from "./reader.ts";

export interface FetchLimits {
  /** Bytes of the answer, unpacked. Default 20 MB. */
  readonly maxBytes?: number;
  /** For the whole of it, redirects included. Default 30 s. */
  readonly milliseconds?: number;
  /** Default 5. */
  readonly redirects?: number;
  /** Fetch from private, loopback and other reserved addresses too. Default false. */
  readonly allowPrivate?: boolean;
  /** How names become addresses; default the system's resolver. */
  readonly resolve?: (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;
}

export interface Fetched {
  /** Where the answer came from in the end. */
  readonly address: string;
  readonly bytes: Uint8Array;
  /** The charset that the server states, else null. */
  readonly charset: string | null;
}

/**
 * Fetches one http or https address within limits of size, time and redirects.
 *
 * Every hop is checked after its name was resolved, and the connection goes to the very address that was checked, so that a
 * name cannot lead elsewhere in between. Private, loopback, link-local and all other addresses that are not publicly
 * routed are refused (IPv4, IPv6, and IPv4 written as IPv6) unless `allowPrivate`. No cookies or credentials are sent.
 * Throws `ReadError`: `address-refused`, `address-failed`, `address-timeout`, `too-large`.
 */
export async function fetchAddress(address: string, limits: FetchLimits = {}): Promise<Fetched> {
  const { maxBytes = 20 * 1024 * 1024, milliseconds = 30_000, redirects = 5 } = limits;
  const deadline = AbortSignal.timeout(milliseconds);
  let here = checkedUrl(address, address);
  for (let hop = 0; ; hop++) {
    const answer = await request(here, address, limits, deadline);
    const { statusCode = 0, headers } = answer;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      answer.destroy();
      if (hop >= redirects)
        throw refused(
          "address-failed",
          address,
          `it redirects more than ${redirects} times`,
          "an address that answers itself",
          "Give the final address.",
        );
      const next = URL.parse(headers.location, here.href);
      here = checkedUrl(next?.href ?? headers.location, address);
      continue;
    }
    if (statusCode < 200 || statusCode > 299) {
      answer.destroy();
      throw refused(
        "address-failed",
        address,
        `the server answered ${statusCode}`,
        "an answer with status 200",
        "Check the address in a browser.",
      );
    }
    const bytes = await collect(answer, address, maxBytes, deadline, milliseconds);
    const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(headers["content-type"] ?? "")?.[1] ?? null;
    return { address: here.href, bytes, charset };
  }
}

/** Whether an IP address belongs to the public internet. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  if (!ipaddr.isValid(plain)) return false;
  const parsed = ipaddr.process(plain);
  if (parsed.range() !== "unicast") return false;
  // IPv4-compatible addresses (::a.b.c.d) are obsolete, and some systems still route them to the IPv4 address.
  return parsed.kind() === "ipv4" || (parsed as ipaddr.IPv6).parts.slice(0, 6).some((part) => part !== 0);
}

function checkedUrl(address: string, given: string): URL {
  const url = URL.parse(address);
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:"))
    throw refused(
      "address-refused",
      given,
      `${address.slice(0, 200)} is no http or https address`,
      "an address that begins with https://",
      "Check it.",
    );
  if (url.username || url.password)
    throw refused(
      "address-refused",
      given,
      "the address contains a user name or password",
      "an address without credentials",
      "Take them out.",
    );
  return url;
}

async function request(url: URL, given: string, limits: FetchLimits, deadline: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const resolve = limits.resolve ?? ((name: string) => resolveName(name, { all: true }));
  const addresses = ipaddr.isValid(host)
    ? [{ address: host, family: ipaddr.parse(host).kind() === "ipv6" ? 6 : 4 }]
    : await untilDeadline(resolve(host), deadline, given).catch((error: unknown) => {
        if (error instanceof ReadError) throw error;
        throw refused(
          "address-failed",
          given,
          `the name ${host} could not be resolved`,
          "a host that exists",
          "Check the spelling and your network.",
        );
      });
  const [pinned] = addresses;
  if (!pinned) throw refused("address-failed", given, `the name ${host} has no address`, "a host that exists", "Check the spelling.");
  const closed = limits.allowPrivate ? undefined : addresses.find((a) => !isPublicAddress(a.address));
  if (closed)
    throw refused(
      "address-refused",
      given,
      `${host} leads to ${closed.address}, which is private or reserved`,
      "an address on the public internet",
      "If you trust it, allow it with --allow-private.",
    );
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const outgoing = send(
      url,
      {
        signal: deadline,
        agent: false,
        headers: {
          accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
          "user-agent": "Chancery",
          "accept-encoding": "gzip, br",
        },
        lookup: (_name, options, done) => {
          // Node asks for one address or for a list.
          if (options.all) (done as unknown as (e: null, list: unknown[]) => void)(null, [pinned]);
          else done(null, pinned.address, pinned.family);
        },
      },
      resolve,
    );
    outgoing.on("error", (error) => reject(deadline.aborted ? timedOut(given) : failed(given, error)));
    outgoing.end();
  });
}

async function untilDeadline<T>(work: Promise<T>, deadline: AbortSignal, given: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(timedOut(given));
    if (deadline.aborted) stop();
    deadline.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => deadline.removeEventListener("abort", stop));
  });
}

async function collect(
  answer: IncomingMessage,
  given: string,
  maxBytes: number,
  deadline: AbortSignal,
  milliseconds: number,
): Promise<Uint8Array> {
  const tooLarge = () => {
    answer.destroy();
    return refused("too-large", given, `the answer is larger than ${maxBytes} bytes`, "a smaller document", "Save it and read the file.");
  };
  const packed = answer.headers["content-encoding"]?.toLowerCase() ?? "";
  if (!packed && Number(answer.headers["content-length"] ?? 0) > maxBytes) throw tooLarge();
  const unpack =
    packed === "gzip" || packed === "x-gzip"
      ? createGunzip()
      : packed === "br"
        ? createBrotliDecompress()
        : packed === "deflate"
          ? createInflate()
          : null;
  const stream = unpack ? answer.pipe(unpack) : answer;
  if (unpack) answer.on("error", (error) => unpack.destroy(error));
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    answer.destroy();
    if (error instanceof ReadError) throw error;
    throw deadline.aborted ? timedOut(given, milliseconds) : failed(given, error);
  }
  return Buffer.concat(chunks);
}

function refused(
  code: ConstructorParameters<typeof ReadError>[0],
  path: string,
  problem: string,
  expected: string,
  advice: string,
): ReadError {
  return new ReadError(code, { path, problem, expected, advice });
}

function timedOut(path: string, milliseconds?: number): ReadError {
  const limit = milliseconds ? `${milliseconds / 1000} seconds` : "the time limit";
  return refused(
    "address-timeout",
    path,
    `no whole answer came within ${limit}`,
    "a server that answers in time",
    "Try again later, or save the file and read that.",
  );
}

function failed(path: string, error: unknown): ReadError {
  const reason = error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code ?? error.name) : String(error);
  return refused(
    "address-failed",
    path,
    `the connection failed: ${reason}`,
    "a server that answers",
    "Check the address and your network.",
  );
}
