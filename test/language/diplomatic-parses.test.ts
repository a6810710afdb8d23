import { describe, expect, it } from "vitest";
import { loadModel } from "../../src/language/model.ts";
import { parseSentence } from "../../src/language/parse-sentence.ts";
import type { Unit } from "../../src/language/sentence.ts";
import { tokenize } from "../../src/language/tokenize.ts";

/**
 * Sentences as chronologies and ministries write them. "[name:…]", "[date:…]", "[list:…]", "[amount:…]" mark units; after
 * "=>" stand arcs that must be found: dependent > head : relation (head "-" for the root).
 */
const CASES = `
In [date:May 2015] [name:South Korea] and Chile signed a treaty. => signed > - : root; South Korea > signed : nsubj; treaty > signed : obj; May 2015 > signed : obl
In 1962 Kenya opened an embassy in Lima. => Kenya > opened : nsubj; 1962 > opened : obl; embassy > opened : obj
On 5 June, 1975, Ghana and Laos established relations. => Ghana > established : nsubj; relations > established : obj
[list:Kenya and Laos] established diplomatic relations in [date:1975]. => Kenya and Laos > established : nsubj; relations > established : obj
Kenya normalised relations with Laos in 1985. => Kenya > normalised : nsubj; relations > normalised : obj
Peru severed all ties with Japan. => Peru > severed : nsubj; ties > severed : obj
Chile, which had closed its mission in 1973, reopened it in 1990. => Chile > reopened : nsubj; reopened > - : root; closed > Chile : acl:relcl
The embassy, which had been shut for ten years, was reopened by the new government. => embassy > reopened : nsubj:pass; shut > embassy : acl:relcl; government > reopened : obl:agent
The treaty was ratified by the Peruvian congress in 2004. => treaty > ratified : nsubj:pass; congress > ratified : obl:agent; 2004 > ratified : obl
President Ana Vidal visited Norway and Sweden in [date:March 2011]. => Vidal > Ana : flat; Ana > visited : nsubj; Norway > visited : obj; Sweden > Norway : conj
The two countries agreed to open embassies. => countries > agreed : nsubj; open > agreed : xcomp; embassies > open : obj
The foreign minister said that Ghana would join the bloc. => minister > said : nsubj; join > said : ccomp; Ghana > join : nsubj; bloc > join : obj
Ghana refused to receive the envoy. => Ghana > refused : nsubj; receive > refused : xcomp; envoy > receive : obj
Kenya did not sign the accord. => Kenya > sign : nsubj; accord > sign : obj; not > sign : advmod
Laos expelled two Kenyan diplomats and recalled its ambassador. => Laos > expelled : nsubj; diplomats > expelled : obj; recalled > expelled : conj; ambassador > recalled : obj
Peru is a member of the alliance. => member > - : root; Peru > member : nsubj; alliance > member : nmod
Fiji became an observer in 2002. => Fiji > became : nsubj; observer > became : xcomp
The talks between Ghana and Togo were held in Accra. => talks > held : nsubj:pass; Ghana > talks : nmod; Accra > held : obl
Norway mediated between [list:Colombia and Venezuela] in 2012. => Norway > mediated : nsubj; Colombia and Venezuela > mediated : obl
Kenya withdrew from the [name:International Coffee Organization] in 2001. => Kenya > withdrew : nsubj; International Coffee Organization > withdrew : obl
The president's visit to Egypt was postponed. => visit > postponed : nsubj:pass; president > visit : nmod:poss; Egypt > visit : nmod
After the coup, Spain suspended aid to the country. => coup > suspended : obl; Spain > suspended : nsubj; aid > suspended : obj
Spain recognised Kosovo, but Serbia did not. => Spain > recognised : nsubj; Kosovo > recognised : obj
The agreement entered into force in 2004. => agreement > entered : nsubj; force > entered : obl
Ghana's president met his Togolese counterpart in Lomé. => president > met : nsubj; counterpart > met : obj; Lomé > met : obl
Both sides signed a memorandum of understanding on energy. => sides > signed : nsubj; memorandum > signed : obj; understanding > memorandum : nmod
The council, founded in 1986, has ten members. => council > has : nsubj; members > has : obj; founded > council : acl
Sweden plans to close its consulate in Lima next year. => Sweden > plans : nsubj; close > plans : xcomp; consulate > close : obj
Ghana sold Togo eight aircraft. => Ghana > sold : nsubj; aircraft > sold : obj
It was the first visit by a Korean president to the region. => visit > - : root; president > visit : nmod; first > visit : amod
Japan lent Togo [amount:$20 million] in [date:1990]. => Togo > lent : iobj; $20 million > lent : obj; 1990 > lent : obl
Sweden offered Ghana [amount:3 million euros] for the port. => Ghana > offered : iobj; 3 million euros > offered : obj
The ministry denied that Fiji had sold the vessels. => ministry > denied : nsubj; sold > denied : ccomp; Fiji > sold : nsubj; had > sold : aux; vessels > sold : obj
Peru has never recognized the island. => Peru > recognized : nsubj; has > recognized : aux; island > recognized : obj
Norway will close its embassy in Harare. => Norway > close : nsubj; will > close : aux; embassy > close : obj
[list:Togo and Benin] recognize the new government. => Togo and Benin > recognize : nsubj; government > recognize : obj
If the talks fail, Chile will leave the bloc. => fail > leave : advcl; Chile > leave : nsubj; bloc > leave : obj
`
  .trim()
  .split("\n");

function readCase(line: string): { text: string; units: Unit[]; arcs: string[][] } {
  const [marked, arcs] = line.split(" => ") as [string, string];
  const units: Unit[] = [];
  let text = "";
  for (const part of marked.split(/(\[[a-z]+:[^\]]+\])/)) {
    const unit = /^\[([a-z]+):([^\]]+)\]$/.exec(part);
    const words = unit?.[2] ?? part;
    if (unit) units.push({ kind: unit[1] as Unit["kind"], start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text, units, arcs: arcs.split("; ").map((arc) => /^(.+) > (.+) : (\S+)$/.exec(arc)!.slice(1)) };
}

describe("parses of diplomatic prose", () => {
  it.each(CASES)("%s", (line) => {
    const { text, units, arcs } = readCase(line);
    const tokens = tokenize(text, 0, text.length);
    const { nodes } = parseSentence(text, { block: 0, tokens, start: 0, end: text.length }, units, loadModel("en"));
    const found = arcs.map(([dependent]) => {
      const node = nodes.find((n) => n.text === dependent)!;
      return `${dependent} > ${node.head < 0 ? "-" : nodes[node.head]!.text} : ${node.relation}`;
    });
    expect(found).toEqual(arcs.map(([dependent, head, relation]) => `${dependent} > ${head} : ${relation}`));
  });
});
