import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchAddress, isPublicAddress } from "../../src/read/fetch-address.ts";
import { readSource } from "../../src/read/read-source.ts";

const PAGE =
  "<!doctype html><html lang=en><title>Fetched page</title><body><p>Chile and Norway opened talks on Monday in the city of Oslo.</p></body></html>";

let server: Server;
let base = "";
const seen: string[] = [];

const answer: RequestListener = (request, response) => {
  const path = request.url ?? "/";
  seen.push(`${request.headers.host}${path}`);
  if (path === "/page") response.setHeader("content-type", "text/html; charset=utf-8").end(PAGE);
  else if (path === "/gzip") response.setHeader("content-encoding", "gzip").end(gzipSync(PAGE));
  else if (path === "/bomb") response.setHeader("content-encoding", "br").end(brotliCompressSync(Buffer.alloc(30 * 1024 * 1024)));
  else if (path === "/large") response.end(Buffer.alloc(300_000));
  else if (path === "/said-large") response.writeHead(200, { "content-length": "999999999" }).write("x");
  else if (path === "/slow") response.write("x");
  else if (path.startsWith("/hop/")) {
    const left = Number(path.slice(5));
    response.writeHead(302, { location: left > 0 ? `/hop/${left - 1}` : "/page" }).end();
  } else if (path === "/to-file") response.writeHead(302, { location: "file:///etc/passwd" }).end();
  else if (path === "/to-metadata") response.writeHead(302, { location: "http://169.254.169.254/latest" }).end();
  else response.writeHead(404).end("no");
};

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const code = (value: string) => expect.objectContaining({ name: "ReadError", code: value });

describe("fetchAddress", () => {
  it.each([
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f.0.0.1/",
    "http://0.0.0.0/",
    "http://10.1.2.3/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://100.64.0.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:a00:1]/",
    "http://[::127.0.0.1]/",
    "http://[fe80::1]/",
    "http://[fc00::1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[ff02::1]/",
    "http://localhost/",
    "ftp://example.org/",
    "file:///etc/passwd",
    "https://user:secret@example.org/",
  ])("refuses %s", async (address) => {
    await expect(fetchAddress(address)).rejects.toEqual(code("address-refused"));
  });

  it("refuses a name that leads to a private address, also when it leads to a public one too", async () => {
    const resolve = async () => [
      { address: "93.184.216.34", family: 4 },
      { address: "10.0.0.5", family: 4 },
    ];
    await expect(fetchAddress("http://rebind.example/", { resolve })).rejects.toEqual(code("address-refused"));
  });

  it("connects to the very address that was checked", async () => {
    let asked = 0;
    const resolve = async () => {
      asked++;
      return [{ address: asked === 1 ? "127.0.0.1" : "192.0.2.1", family: 4 }];
    };
    const { port } = server.address() as AddressInfo;
    const fetched = await fetchAddress(`http://name.example:${port}/page`, { resolve, allowPrivate: true });
    expect(Buffer.from(fetched.bytes).toString()).toBe(PAGE);
    expect(asked).toBe(1);
    expect(seen.at(-1)).toBe(`name.example:${port}/page`);
  });

  it("fetches when private addresses are allowed, packed answers too", async () => {
    for (const path of ["/page", "/gzip"]) {
      const { bytes, address } = await fetchAddress(base + path, { allowPrivate: true });
      expect(Buffer.from(bytes).toString()).toBe(PAGE);
      expect(address).toBe(base + path);
    }
  });

  it("follows five redirects and no more, each checked", async () => {
    expect((await fetchAddress(`${base}/hop/4`, { allowPrivate: true })).address).toBe(`${base}/page`);
    await expect(fetchAddress(`${base}/hop/5`, { allowPrivate: true })).rejects.toEqual(code("address-failed"));
    await expect(fetchAddress(`${base}/to-file`, { allowPrivate: true })).rejects.toEqual(code("address-refused"));
    const resolve = async (host: string) => [{ address: host === "outer.example" ? "127.0.0.1" : host, family: 4 }];
    // The first hop is let through by a resolver that the test controls; the second is judged by the rules.
    await expect(fetchAddress(`${base.replace("127.0.0.1", "outer.example")}/to-metadata`, { resolve })).rejects.toEqual(
      code("address-refused"),
    );
  });

  it("keeps to its limits of size and time", async () => {
    await expect(fetchAddress(`${base}/large`, { allowPrivate: true, maxBytes: 100_000 })).rejects.toEqual(code("too-large"));
    await expect(fetchAddress(`${base}/said-large`, { allowPrivate: true })).rejects.toEqual(code("too-large"));
    await expect(fetchAddress(`${base}/bomb`, { allowPrivate: true })).rejects.toEqual(code("too-large"));
    await expect(fetchAddress(`${base}/slow`, { allowPrivate: true, milliseconds: 300 })).rejects.toEqual(code("address-timeout"));
    const never = () => new Promise<never>(() => {});
    await expect(fetchAddress("http://slow.example/", { resolve: never, milliseconds: 200 })).rejects.toEqual(code("address-timeout"));
    await expect(fetchAddress(`${base}/nothing`, { allowPrivate: true })).rejects.toEqual(code("address-failed"));
  });

  it("is read as a document by readSource, refused unless allowed", async () => {
    const read = async (allowPrivate: boolean) => {
      for await (const d of readSource(`${base}/page`, { fetch: { allowPrivate } })) return d;
      return null;
    };
    await expect(read(false)).rejects.toEqual(code("address-refused"));
    expect(await read(true)).toMatchObject({ source: `${base}/page`, format: "html", address: `${base}/page` });
  });
});

describe("isPublicAddress", () => {
  it("knows public addresses", () => {
    for (const address of ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"]) expect(isPublicAddress(address)).toBe(true);
    for (const address of ["nonsense", "192.0.2.1", "198.18.0.1", "2001:db8::1"]) expect(isPublicAddress(address)).toBe(false);
  });
});
