import { createWriteStream } from "node:fs";

const STATES = "Chile Peru Brazil Mexico Ecuador Kenya Norway Japan Egypt Fiji Ghana Samoa Qatar Nepal Cuba Haiti".split(" ");
const MONTHS = "January February March April May June July August September October November December".split(" ");

export const DUMP_HEAD = `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">
  <siteinfo>
    <sitename>Examplepedia</sitename>
    <dbname>examplewiki</dbname>
    <base>https://wiki.example.org/wiki/Main_Page</base>
    <case>first-letter</case>
    <namespaces>
      <namespace key="0" case="first-letter" />
      <namespace key="6" case="first-letter">Fichero</namespace>
      <namespace key="14" case="first-letter">Rubrik</namespace>
    </namespaces>
  </siteinfo>
`;

/** One `<page>` of an invented wiki, some 6 KB of wikitext: sections, lists, a table, references. The same number gives the same page. */
export function dumpPage(number: number): string {
  const of = (step: number): string => STATES[(number * 7 + step * 3) % STATES.length]!;
  const subject = STATES[number % STATES.length]!;
  const sections: string[] = [];
  for (let i = 0; i < 8; i++) {
    const year = 1950 + ((number + i * 7) % 70);
    const month = MONTHS[(number + i) % 12]!;
    sections.push(
      `=== ${of(i)} ===\n{{main|${subject}–${of(i)} relations}}\n'''${subject}''' and [[${of(i)}]] began relations on {{date|${year}-0${1 + (i % 9)}-1${i}}}.<ref name="n${i}">{{cite web |title=Note ${number} of ${month} |url=https://example.org/${number}/${i} |date=${month} ${year} |publisher=Ministry of ${of(i)}}}</ref> ` +
        `In ${month} ${year + 1} the foreign minister of [[${of(i + 1)}]] visited the capital, and both sides signed an agreement on trade &amp; fisheries.<ref name="n${i}" />\n\n* ${subject} has an embassy in the capital of {{flag|${of(i)}}}.\n* {{flagicon|${of(i)}}} ${of(i)} has a consulate there.\n`,
    );
  }
  const rows = sections.map((_, i) => `|-\n| ${i + 1} || {{flag|${of(i)}}} || {{dts|${1960 + i}|${MONTHS[i]}|${i + 1}}}`).join("\n");
  const text = `{{Short description|Invented}}\n{{Infobox country|name=${subject}|capital=[[Capital of ${subject}]]}}\n'''Foreign relations of ${subject}''' are conducted by its ministry.\n\n== Relations by country ==\n${sections.join("\n")}\n== Table ==\n{| class="wikitable"\n! # !! Country !! Since\n${rows}\n|}\n\n[[Category:Foreign relations of ${subject}| ]]\n`;
  return `  <page>
    <title>Foreign relations of ${subject} ${number}</title>
    <ns>0</ns>
    <id>${number + 1}</id>
    <revision>
      <id>${number + 5000}</id>
      <timestamp>2019-0${1 + (number % 9)}-11T08:00:00Z</timestamp>
      <contributor><username>Ana</username><id>7</id></contributor>
      <model>wikitext</model>
      <format>text/x-wiki</format>
      <text bytes="${text.length}" xml:space="preserve">${escapeXml(text)}</text>
    </revision>
  </page>
`;
}

/** Writes a dump of at least `bytes` bytes; answers how many pages it holds. */
export async function writeDump(path: string, bytes: number): Promise<number> {
  const out = createWriteStream(path);
  const put = async (text: string): Promise<void> => {
    if (!out.write(text)) await new Promise<void>((resolve) => out.once("drain", resolve));
  };
  await put(DUMP_HEAD);
  let written = 0;
  let pages = 0;
  while (written < bytes) {
    const page = dumpPage(pages++);
    written += Buffer.byteLength(page);
    await put(page);
  }
  await put("</mediawiki>\n");
  await new Promise<void>((resolve) => out.end(resolve));
  return pages;
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
