import fc from "fast-check";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { textBelow } from "../../src/read/html-query.ts";
import { type HtmlElement, parseHtml } from "../../src/read/html-tree.ts";

type Node = DefaultTreeAdapterMap["node"];

const BLOCKS = /^(p|div|li|ul|ol|h2|h3|blockquote|table|tr|td|th|body|html|head|title|section)$/;

/** Words in order, with a bar where a block begins or ends: what matters for reading. */
function outlineOfParse5(node: Node): string {
  if (node.nodeName === "#text") return (node as DefaultTreeAdapterMap["textNode"]).value;
  if (node.nodeName === "script" || node.nodeName === "style" || !("childNodes" in node)) return node.nodeName === "br" ? "|" : "";
  const bar = BLOCKS.test(node.nodeName) ? "|" : "";
  return bar + node.childNodes.map(outlineOfParse5).join("") + bar;
}

function outlineOfOurs(source: string, element: HtmlElement): string {
  if (element.name === "script" || element.name === "style") return "";
  const bar = BLOCKS.test(element.name) ? "|" : "";
  const inner = element.children.map((child) => {
    if (child.type === "text") return source.slice(child.start, child.end);
    if (child.type === "stray-end") return BLOCKS.test(child.name) ? "|" : "";
    return outlineOfOurs(source, child);
  });
  return bar + inner.join("") + bar;
}

const tidy = (outline: string) =>
  outline
    .replace(/\s+/g, " ")
    .replace(/ ?(\|[ |]*)/g, "|")
    .replace(/^\||\|$/g, "");

describe("parseHtml", () => {
  it("puts words into the blocks that the HTML standard puts them into (parse5 as the oracle)", () => {
    const piece = fc.constantFrom(
      "word ",
      "other ",
      "<p>",
      "</p>",
      "<div>",
      "</div>",
      "<ul>",
      "<li>",
      "</li>",
      "</ul>",
      "<b>",
      "</b>",
      "<i>",
      "</i>",
      "<h2>",
      "</h2>",
      "<blockquote>",
      "</blockquote>",
      "<!-- hidden -->",
      "<script>if (a < b) { c() }</script>",
      '<span title="a > b">',
      "</span>",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const source = `<!doctype html><html><head><title>t</title></head><body>${pieces.join("")}</body></html>`;
        const wordsOf = (outline: string) => tidy(outline).replaceAll("|", " ").replace(/\s+/g, " ").trim();
        const ours = outlineOfOurs(source, parseHtml(source).root);
        const theirs = outlineOfParse5(parse(source));
        expect(wordsOf(ours)).toBe(wordsOf(theirs));
      }),
      { numRuns: 1000 },
    );
  });

  it("parts blocks as the standard does where tags nest as people write them", () => {
    const inline = fc
      .array(fc.constantFrom("one ", "two ", "<b>three</b> ", "<a href=x>four</a> ", "five<br>six "), { maxLength: 4 })
      .map((p) => p.join(""));
    const block = fc.oneof(
      inline.map((t) => `<p>${t}`),
      inline.map((t) => `<p>${t}</p>`),
      inline.map((t) => `<h2>${t}</h2>`),
      fc.array(inline, { minLength: 1, maxLength: 3 }).map((items) => `<ul>${items.map((i) => `<li>${i}`).join("")}</ul>`),
      fc
        .array(inline, { minLength: 1, maxLength: 3 })
        .map((cells) => `<table><tr>${cells.map((c) => `<td>${c}`).join("")}<tr><td>x</table>`),
      inline.map((t) => `<div>${t}<p>inner</div>`),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        const source = `<!doctype html><html><head><title>t</title></head><body>${blocks.join("\n")}</body></html>`;
        const theirs = tidy(outlineOfParse5(parse(source)).replace(/\|t\|/, "|t|"));
        const ours = tidy(outlineOfOurs(source, parseHtml(source).root));
        expect(ours.replaceAll("<br>", "|")).toBe(theirs);
      }),
      { numRuns: 500 },
    );
  });

  it("never throws and keeps ranges in order, whatever the bytes", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "<",
            ">",
            "</",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            '"',
            "'",
            "=",
            "/",
            "a",
            " ",
            "<a href=",
            "<p",
            "\0",
            "&",
            "<script>",
            "<title>",
            "<?x",
            "<table>",
            "<td>",
          ),
          { maxLength: 40 },
        ),
        fc.constantFrom("html" as const, "xml" as const),
        (pieces, mode) => {
          const source = pieces.join("");
          const tree = parseHtml(source, mode);
          let last = 0;
          const visit = (element: HtmlElement): void => {
            for (const child of element.children) {
              expect(child.start).toBeGreaterThanOrEqual(last);
              if (child.type === "text") {
                expect(child.end).toBeLessThanOrEqual(source.length);
                last = child.end;
              } else if (child.type === "element") {
                last = child.contentStart;
                visit(child);
              }
            }
          };
          visit(tree.root);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("loses nothing after what is never closed, and says so", () => {
    const cases = [
      ['<p class="a>One</p><p>Two</p>', "html-attribute-unclosed"],
      ["<p>One</p><!-- note ><p>Two</p>", "html-comment-unclosed"],
      ["<title>One<p>Two</p>", "html-title-unclosed"],
    ] as const;
    for (const [source, code] of cases) {
      const tree = parseHtml(source);
      expect(textBelow(tree, tree.root)).toContain("Two");
      expect(tree.diagnostics.map((d) => d.code)).toContain(code);
    }
    expect(parseHtml("<p>One <a hre").diagnostics.map((d) => d.code)).toEqual(["html-cut-off"]);
  });

  it.each([
    ["nested tags", "<div>".repeat(100_000)],
    ["nested inline tags", "<b><i>".repeat(60_000)],
    ["nested tags and paragraphs", "<div><p>".repeat(60_000)],
    ["formatting with attributes", Array.from({ length: 30_000 }, (_, i) => `<font a${i}><p>`).join("")],
    ["stray end tags", "</p></b></div>".repeat(80_000)],
    ["unclosed comments", "<!-- ".repeat(200_000)],
    ["unclosed titles", "<title>".repeat(100_000)],
    ["unclosed quotes", '<a href="'.repeat(100_000)],
    ["unclosed single quotes", "<a b='x\" ".repeat(100_000)],
    ["a huge attribute", `<p title="${"x".repeat(5_000_000)}">a</p>`],
    ["many attributes", `<p ${"a=b ".repeat(300_000)}>a</p>`],
    ["null bytes", "\0".repeat(1_000_000)],
    ["angle brackets", "<".repeat(1_000_000)],
    ["cells without tables", "<td><tr><li>".repeat(60_000)],
    ["unclosed CDATA", "<![CDATA[".repeat(100_000)],
  ])("reads %s in bounded time", (_name, source) => {
    const started = performance.now();
    parseHtml(source);
    parseHtml(source, "xml");
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
