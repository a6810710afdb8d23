/** Run as a process of its own: reads the dump it is given and prints pages, characters, seconds and the most memory it held. */
import { createReadStream } from "node:fs";
import { readMediawikiXml } from "../../src/read/mediawiki-xml.ts";

const path = process.argv[2]!;
const begun = performance.now();
let pages = 0;
let characters = 0;
let citations = 0;
for await (const document of readMediawikiXml(createReadStream(path, { highWaterMark: 256 * 1024 }), { source: path })) {
  pages++;
  characters += document.text.length;
  citations += document.citations.length;
}
const seconds = (performance.now() - begun) / 1000;
// maxRSS is in kilobytes
console.log(JSON.stringify({ pages, characters, citations, seconds, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
