import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { Diagnostic } from "../document/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { MappedText } from "../document/mapped-text.ts";
import { ReadError, type ReadMeta } from "./reader.ts";
import { readPage, redirectOf } from "./wikitext.ts";
import { NO_SITE, type Site } from "./wikitext-page.ts";

export interface DumpOptions {
  /** Numbers of the namespaces to read; default the articles, 0. */
  readonly namespaces?: readonly number[];
}

interface Revision {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly timestamp: string;
  readonly model: string;
  readonly text: string;
}

interface DumpPage {
  readonly title: string;
  readonly id: string;
  readonly latest: Revision;
}

/**
 * Reads a MediaWiki XML dump (export schema 0.10 or 0.11), one page in memory at a time.
 *
 * Of each page the latest revision is read; redirects, other namespaces and pages that are not wikitext are passed over. The
 * document's source is `path#page id`, its date the revision's (basis `field`), its address and publisher those of the site,
 * and its offsets count in the page's wikitext (`mapUnit` "extracted-text"), not in the file.
 *
 * Faults in the XML itself are diagnostics of the document read last before them (of `meta.report`, when there is none):
 * `dump-cut-off` (every whole page is read; the place is a byte offset), `xml-damaged` (the place is a character offset).
 * Throws `ReadError` when there is no page at all in what was read. Compressed dumps (.bz2, .7z) have to be unpacked or
 * piped through their unpacker first; gzipped ones are unpacked where files are opened.
 */
export async function* readMediawikiXml(
  input: AsyncIterable<Uint8Array>,
  meta: ReadMeta,
  options: DumpOptions = {},
): AsyncGenerator<Document> {
  const dump = new DumpParser(new Set(options.namespaces ?? [0]));
  const decoder = new TextDecoder("utf-8");
  const faults = [...(meta.diagnostics ?? [])];
  /** The document read last is held back, so that a fault in the XML behind it can still be told with it. */
  let held: Document | null = null;
  const flush = (): Document | null => {
    if (!held) return null;
    const document: Document = { ...held, diagnostics: [...faults.splice(0), ...held.diagnostics] };
    held = null;
    return document;
  };
  let bytes = 0;
  try {
    for await (const chunk of input) {
      for (let at = 0; at < chunk.length; at += SLICE) {
        const slice = chunk.subarray(at, at + SLICE);
        bytes += slice.length;
        dump.write(decoder.decode(slice, { stream: true }));
        faults.push(...dump.takeFaults());
        for (const page of dump.takePages()) {
          const ready = flush();
          if (ready) yield ready;
          held = readDumpPage(page, dump.site, meta);
        }
      }
    }
  } catch (error) {
    const ready = flush();
    if (ready) yield ready;
    throw error;
  }
  dump.write(decoder.decode());
  for (const page of dump.takePages()) {
    const ready = flush();
    if (ready) yield ready;
    held = readDumpPage(page, dump.site, meta);
  }
  faults.push(...dump.takeFaults());
  const cut = dump.close();
  if (cut) faults.push({ code: "dump-cut-off", severity: "error", stage: "read", message: `${cut} It ends at byte ${bytes}.`, at: bytes });
  if (!held && dump.pages === 0)
    throw new ReadError("unreadable", {
      path: meta.source,
      place: `byte ${bytes}`,
      problem: cut ? "the dump is cut off before its first page ends" : "the dump holds no page",
      expected: "an XML export of a MediaWiki wiki with at least one whole <page>",
      advice: "Download it again.",
    });
  const last = flush();
  if (last) yield last;
  else for (const fault of faults) meta.report?.(fault);
}

const SLICE = 256 * 1024;

function readDumpPage(page: DumpPage, site: SiteInfo, meta: ReadMeta): Document {
  const { text, timestamp } = page.latest;
  const { title: _title, date: _date, address: _address, ...known } = meta.known ?? {};
  const day = /^\d{4}-\d{2}-\d{2}/.exec(timestamp)?.[0];
  return readPage(
    MappedText.identity(text),
    { source: `${meta.source}#${page.id || page.title}`, known },
    {
      format: "mediawiki-xml",
      mapUnit: "extracted-text",
      title: page.title,
      date: day ? { edtf: day, basis: "field" } : null,
      language: site.language,
      address: addressOf(site.base, page.title),
      publisher: site.name,
    },
    site,
  );
}

/** The address of a page, from that of the main page: `…/wiki/Main_Page` or `…/index.php?title=Main_Page`. */
function addressOf(base: string, title: string): string | null {
  const name = encodeURIComponent(title.replaceAll(" ", "_")).replace(/%(?:3A|2F|2C|3B|40|24|21|2A|28|29)/g, decodeURIComponent);
  const query = base.indexOf("title=");
  if (query >= 0) return `${base.slice(0, query + 6)}${name}`;
  return /^https?:\/\/[^/]+\/./.test(base) ? `${base.slice(0, base.lastIndexOf("/") + 1)}${name}` : null;
}

interface SiteInfo extends Site {
  base: string;
  name: string | null;
  language: string | null;
  readonly fileNames: string[];
  readonly categoryNames: string[];
}

const KEPT = new Set(["title", "ns", "id", "timestamp", "model", "text", "sitename", "base", "namespace"]);
const MOST_FAULTS = 20;

/** Follows the XML and keeps no more than the page it stands in. */
class DumpParser {
  readonly site: SiteInfo = { ...NO_SITE, base: "", name: null, language: null, fileNames: [], categoryNames: [] };
  /** Pages seen so far, those passed over included. */
  pages = 0;
  private readonly xml = new SaxesParser({ position: true });
  private readonly namespaces: ReadonlySet<number>;
  private ready: DumpPage[] = [];
  private faults: Diagnostic[] = [];
  private faultCount = 0;
  private readonly path: string[] = [];
  private value: string[] | null = null;
  private namespaceKey = "";
  private page = blankPage();
  private revision = blankRevision();
  private latest: Revision | null = null;
  private ended = false;

  constructor(namespaces: ReadonlySet<number>) {
    this.namespaces = namespaces;
    this.xml.on("opentag", (tag) => this.open(tag as SaxesTagPlain));
    this.xml.on("closetag", (tag) => this.leave(tag.name));
    this.xml.on("text", (text) => this.value?.push(text));
    this.xml.on("cdata", (text) => this.value?.push(text));
    this.xml.on("error", (error) => this.fault(error));
  }

  write(text: string): void {
    if (text) this.xml.write(text);
  }

  takePages(): DumpPage[] {
    const pages = this.ready;
    if (pages.length) this.ready = [];
    return pages;
  }

  takeFaults(): Diagnostic[] {
    const faults = this.faults;
    if (faults.length) this.faults = [];
    return faults;
  }

  /** Says what is cut off, or null when the dump came to its end. */
  close(): string | null {
    if (this.ended) return null;
    const inPage = this.path.includes("page");
    const which = this.page.title ? ` "${this.page.title}"` : "";
    return inPage ? `The dump is cut off within the page${which}, which was left out.` : "The dump is cut off after a whole page.";
  }

  private fault(error: Error): void {
    if (this.faultCount++ >= MOST_FAULTS) return;
    const at = this.xml.position;
    const message = `The XML is damaged at character ${at} (line ${this.xml.line}): ${error.message.replace(/^[\d:]+\s*/, "")} Reading went on.`;
    this.faults.push({ code: "xml-damaged", severity: "error", stage: "read", message, at });
  }

  private open(tag: SaxesTagPlain): void {
    const name = tag.name;
    this.path.push(name);
    if (name === "page") {
      this.page = blankPage();
      this.latest = null;
    } else if (name === "revision") this.revision = blankRevision();
    else if (name === "redirect") this.page.redirect = true;
    else if (name === "mediawiki") this.site.language = tag.attributes["xml:lang"] ?? null;
    else if (name === "namespace") this.namespaceKey = tag.attributes.key ?? "";
    const wanted = name !== "text" || (this.isWanted && this.revision.timestamp >= (this.latest?.timestamp ?? ""));
    this.value = KEPT.has(name) && wanted ? [] : null;
  }

  private leave(name: string): void {
    this.path.pop();
    const value = this.value ? this.value.join("") : null;
    this.value = null;
    if (name === "mediawiki") this.ended = true;
    else if (name === "page") this.endPage();
    else if (name === "revision") {
      if (this.revision.text !== null && this.revision.timestamp >= (this.latest?.timestamp ?? ""))
        this.latest = { ...this.revision, text: this.revision.text };
    } else if (value !== null) this.keep(name, value);
  }

  private keep(name: string, value: string): void {
    const parent = this.path.at(-1);
    if (name === "sitename") this.site.name = value.trim() || null;
    else if (name === "base") this.site.base = value.trim();
    else if (name === "namespace") this.keepNamespace(value.trim().toLowerCase());
    else if (parent === "page" && name === "title") this.page.title = value.trim();
    else if (parent === "page" && name === "ns") this.page.namespace = Number(value);
    else if (parent === "page" && name === "id") this.page.id = value.trim();
    else if (parent === "revision" && name === "id") this.revision.id = value.trim();
    else if (name === "timestamp") this.revision.timestamp = value.trim();
    else if (name === "model") this.revision.model = value.trim();
    else if (name === "text") this.revision.text = value;
  }

  private keepNamespace(name: string): void {
    if (this.namespaceKey === "6" && name) this.site.fileNames.push(name);
    if (this.namespaceKey === "14" && name) this.site.categoryNames.push(name);
  }

  private get isWanted(): boolean {
    return this.namespaces.has(this.page.namespace) && !this.page.redirect;
  }

  private endPage(): void {
    this.pages++;
    const { latest } = this;
    this.latest = null;
    if (!latest || !this.isWanted || !this.page.title) return;
    if (!/^(?:wikitext)?$/.test(latest.model) || latest.text.trim() === "" || redirectOf(latest.text)) return;
    this.ready.push({ title: this.page.title, id: this.page.id, latest });
  }
}

function blankPage(): { title: string; id: string; namespace: number; redirect: boolean } {
  return { title: "", id: "", namespace: 0, redirect: false };
}

function blankRevision(): { id: string; timestamp: string; model: string; text: string | null } {
  return { id: "", timestamp: "", model: "", text: null };
}
