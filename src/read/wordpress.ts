import type { Document, DocumentDate } from "../document/document.ts";
import { compose, type MappedText } from "../document/mapped-text.ts";
import { DocumentBuilder } from "./document-builder.ts";
import { textOfHtml, writeHtmlFragment, writeHtmlLine } from "./html.ts";
import { languageTag } from "./html-metadata.ts";
import { withoutSiteName } from "./html-title.ts";
import type { JsonNode, JsonObject } from "./json-node.ts";
import { markNotices } from "./notices.ts";
import type { ReadMeta } from "./reader.ts";
import { salvageJsonItems } from "./salvage-json.ts";
import { dateInAddress, readStatedDate } from "./stated-date.ts";
import { WaitingFaults } from "./waiting-faults.ts";
import { takeOutShortcodes } from "./wordpress-shortcodes.ts";

/**
 * Reads posts as WordPress's REST interface gives them: one post, an array, or an object with `posts`; with or without
 * `_embedded`. Damaged JSON is read as far as it goes (see `salvageJson`). One document for each post; in an array its
 * source is `path#id`. Objects that are no posts are passed over with a diagnostic on the next document.
 */
export function* readWordpress(input: MappedText, meta: ReadMeta): Generator<Document> {
  const many = /^\s*\[/.test(input.text) || /^\s*\{\s*"(?:found|posts)"/.test(input.text);
  const waiting = new WaitingFaults();
  let count = 0;
  for (const { value, diagnostics } of salvageJsonItems(input.text)) {
    waiting.add(...diagnostics);
    const posts = value.type === "object" ? (objectsIn(value.entries.get("posts")) ?? [value]) : (objectsIn(value) ?? []);
    for (const post of posts) {
      count++;
      if (!isWordpressPost(post)) {
        waiting.add({
          code: "wordpress-no-post",
          severity: "warning",
          stage: "read",
          message: `item ${count} at offset ${value.start} has neither title nor content and was passed over`,
          at: value.start,
        });
        continue;
      }
      const id = plainText(post.entries.get("id") ?? post.entries.get("ID"));
      const source = many ? `${meta.source}#${id ?? count}` : meta.source;
      yield readPost(input, post, { ...meta, source, diagnostics: [...(meta.diagnostics ?? []), ...waiting.take()] });
    }
  }
}

export function isWordpressPost(post: JsonObject): boolean {
  const content = post.entries.get("content");
  const title = post.entries.get("title");
  const rendered = (node: JsonNode | undefined) => node?.type === "object" && node.entries.has("rendered");
  if (rendered(content) || rendered(title) || rendered(post.entries.get("excerpt"))) return true;
  return (
    content?.type === "string" &&
    title?.type === "string" &&
    (post.entries.has("ID") || post.entries.has("slug") || post.entries.has("URL"))
  );
}

function readPost(input: MappedText, post: JsonObject, meta: ReadMeta): Document {
  const builder = new DocumentBuilder(input);
  const mapped = (node: JsonNode | undefined) => (node?.type === "string" ? inSource(node.read(), input) : null);
  const title = mapped(renderedOf(post, "title"));
  const contentNode = renderedOf(post, "content");
  const content = mapped(contentNode);
  const excerpt = mapped(renderedOf(post, "excerpt"));
  const address = plainText(post.entries.get("link") ?? post.entries.get("URL")) ?? null;
  const embedded = post.entries.get("_embedded");

  if (title) writeHtmlLine(builder, title, { kind: "title" });
  const caption = mapped(at(embedded, "wp:featuredmedia", 0, "caption", "rendered"));
  if (caption) writeHtmlLine(builder, caption, { kind: "caption" });
  const body = [content, excerpt].find((piece) => piece && /\S/.test(piece.text)) ?? null;
  if (body) {
    const { html, leftOut } = takeOutShortcodes(body);
    if (leftOut.length)
      builder.addDiagnostic(
        "shortcode-left-out",
        "info",
        `shortcodes were left out, what they enclose was kept: ${leftOut.slice(0, 20).join(", ")}`,
      );
    writeHtmlFragment(builder, html, { base: address });
  }
  if (body !== content && body)
    builder.addDiagnostic("content-missing", "warning", "the post has no content; its excerpt was read instead", post.start);
  else if (!body) {
    const locked = at(post, "content", "protected");
    const why = locked?.type === "scalar" && locked.value === true ? "its content is protected by a password" : "it has no content";
    builder.addDiagnostic("content-missing", "warning", `the post at offset ${post.start} was read without a body: ${why}`, post.start);
  }
  if (contentNode?.type === "string" && contentNode.cut)
    builder.addDiagnostic(
      "content-cut-off",
      "warning",
      `the content is cut off at offset ${contentNode.end}: the rest of the body is missing, and with it the fields that follow (${missing(post)})`,
      contentNode.end,
    );
  const publisher = publisherOf(post, address);
  return markNotices(
    builder.build(meta, {
      format: "wordpress-json",
      title: title ? textOfHtml(title.text) || null : titleElsewhere(post, publisher),
      authors: authorsOf(post),
      date: dateOf(post, address),
      language: languageOf(post),
      address,
      publisher,
    }),
  );
}

/** The value of a JSON string, mapped to what the JSON itself was read from. */
function inSource(value: MappedText, input: MappedText): MappedText {
  const [run] = input.map;
  const identity = input.map.length === 1 && run!.start === run!.sourceStart && run!.end === run!.sourceEnd;
  return identity ? value : compose(value, input);
}

/** `title: { rendered }`, `title: { raw }` or plain `title`. */
function renderedOf(post: JsonObject, name: string): JsonNode | undefined {
  const field = post.entries.get(name);
  return field?.type === "object" ? (field.entries.get("rendered") ?? field.entries.get("raw")) : field;
}

/** Follows keys and indexes. */
function at(node: JsonNode | undefined, ...path: (string | number)[]): JsonNode | undefined {
  let here = node;
  for (const step of path) {
    if (typeof step === "number") here = here?.type === "array" ? here.items[step] : undefined;
    else here = here?.type === "object" ? here.entries.get(step) : undefined;
  }
  return here;
}

function plainText(node: JsonNode | undefined): string | null {
  if (node?.type === "string") return node.read().text.trim() || null;
  return node?.type === "scalar" && typeof node.value === "number" ? String(node.value) : null;
}

function objectsIn(node: JsonNode | undefined): JsonObject[] | null {
  return node?.type === "array" ? node.items.filter((item) => item.type === "object") : null;
}

function authorsOf(post: JsonObject): string[] {
  const names: (string | null)[] = (objectsIn(at(post, "_embedded", "author")) ?? []).map((author) =>
    plainText(author.entries.get("name")),
  );
  if (!names.some(Boolean)) {
    const coauthors = objectsIn(post.entries.get("coauthors") ?? post.entries.get("authors")) ?? [];
    names.push(...coauthors.map((author) => plainText(author.entries.get("display_name") ?? author.entries.get("name"))));
  }
  if (!names.some(Boolean))
    names.push(
      plainText(at(post, "yoast_head_json", "author")) ??
        plainText(at(post, "author", "name")) ??
        plainText(post.entries.get("author_name")) ??
        plainText(at(post, "author_info", "display_name")),
    );
  return [...new Set(names.filter((name) => name !== null).map((name) => textOfHtml(name)))].filter((name) => /\p{L}/u.test(name));
}

/** The site's own day (`date`) is what the page shows; UTC only in its absence. */
function dateOf(post: JsonObject, address: string | null): DocumentDate | null {
  for (const field of ["date", "date_gmt"]) {
    const edtf = readStatedDate(plainText(post.entries.get(field)) ?? "");
    if (edtf && edtf.length === 10) return { edtf, basis: "field" };
  }
  const tagged = readStatedDate(plainText(at(post, "yoast_head_json", "article_published_time")) ?? "");
  if (tagged) return { edtf: tagged, basis: "meta" };
  const inAddress = address ? dateInAddress(address) : null;
  if (inAddress) return { edtf: inAddress, basis: "filename" };
  const modified = readStatedDate(plainText(post.entries.get("modified")) ?? "");
  return modified ? { edtf: modified, basis: "field" } : null;
}

function languageOf(post: JsonObject): string | null {
  const graph = objectsIn(at(post, "yoast_head_json", "schema", "@graph")) ?? [];
  return (
    languageTag(plainText(post.entries.get("lang") ?? post.entries.get("locale"))) ??
    languageTag(graph.map((thing) => plainText(thing.entries.get("inLanguage"))).find(Boolean)) ??
    languageTag(plainText(at(post, "yoast_head_json", "og_locale")))
  );
}

function publisherOf(post: JsonObject, address: string | null): string | null {
  const graph = objectsIn(at(post, "yoast_head_json", "schema", "@graph")) ?? [];
  const named = graph.find((thing) => /^(Organization|NewsMediaOrganization|WebSite)$/.test(plainText(thing.entries.get("@type")) ?? ""));
  const name =
    plainText(at(post, "yoast_head_json", "og_site_name")) ??
    plainText(named?.entries.get("name")) ??
    plainText(post.entries.get("site_name")) ??
    plainText(at(post, "site", "name"));
  if (name) return textOfHtml(name);
  const host = address ?? plainText(at(post, "guid", "rendered"));
  return host ? (URL.parse(host)?.hostname.replace(/^www\./, "") ?? null) : null;
}

function titleElsewhere(post: JsonObject, publisher: string | null): string | null {
  const tagged = plainText(at(post, "yoast_head_json", "og_title")) ?? plainText(at(post, "yoast_head_json", "title"));
  return tagged ? withoutSiteName(textOfHtml(tagged), publisher) : null;
}

function missing(post: JsonObject): string {
  const usual = ["excerpt", "author", "featured_media", "categories", "tags", "_embedded"];
  return usual.filter((field) => !post.entries.has(field)).join(", ");
}
