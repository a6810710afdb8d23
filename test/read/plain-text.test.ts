import { describe, expect, it } from "vitest";
import { codes, outline, read, spaced } from "./plain-text-outline.ts";

const ESSAY = `
The ministers of the two countries met in the capital in order to discuss the inter-
national situation and the co-
operation between their governments, which had begun in the year two thousand and
which both of them wished to continue for a long time after the present agreement.
`;

describe("wrapped lines", () => {
  it("joins lines and mends broken words", () => {
    const document = read(ESSAY);
    expect(document.text).toContain("discuss the international situation and the cooperation between");
    expect(document.blocks).toHaveLength(1);
  });

  it("reads text in which every line is followed by an empty one", () => {
    const document = read(spaced(ESSAY));
    expect(document.blocks).toHaveLength(1);
    expect(document.text).toContain("the international situation and the cooperation between their governments, which");
  });

  it("begins paragraphs at indents, at empty lines and after short last lines", () => {
    const a = "The first paragraph goes on over two lines of about the same length and\nends in the second one.\n";
    const b = "The second paragraph also goes on over two lines of the same length as the\nfirst and then it stops.\n";
    expect(read(a + b).blocks).toHaveLength(2);
    expect(read(`${a}\n${b}`).blocks).toHaveLength(2);
    const full =
      "The first paragraph goes on over two lines of about the same length and so\ndoes its end which is set so that it fills up the whole of the second line.\n";
    const other =
      "The second paragraph is set just like the first and it goes on over two lines\nof which the last one is full too so that nothing but the indent shows it.\n";
    expect(read(`    ${full}    ${other}`).blocks).toHaveLength(2);
  });

  it("reads one paragraph a line", () => {
    const document = read(
      "Foreign Minister Ana Example went to Lima on Monday. She met her colleague there.\nThe two spoke of trade and of fish.\nViews: 12",
    );
    expect(outline(document)).toEqual([
      "paragraph: Foreign Minister Ana Example went to Lima on Monday. She met her colleague there.",
      "paragraph: The two spoke of trade and of fish.",
      "notice paragraph: Views: 12",
    ]);
  });

  it("goes on with a sentence across a page break", () => {
    const page =
      "Both delegations agreed that the consultations should be held every second\nyear and that the next of them would take place in the capital of the other";
    const document = read(
      `${page}\n\fcountry, where the new embassy was to be opened at about the same time as the\nconsulate. That was in May.`,
    );
    expect(document.blocks).toHaveLength(1);
    expect(document.text).toContain("the other country, where");
  });
});

describe("hyphens at line ends", () => {
  const frame = (left: string, right: string, elsewhere = "") =>
    read(
      `The paper looks at how the governments of both states have in the past treated the ${left}-\n${right} and what came of that in the years after the war had ended in the whole region of\nthe south and the north. ${elsewhere}\n`,
    ).text;

  it.each([
    ["inter", "national order", "", "the international order"],
    ["middle", "power question", "A middle-power acts so.", "the middle-power question"],
    ["mid", "dle-power question", "A middle-power acts so.", "the middle-power question"],
    ["Lee Myung", "bak years", "", "Lee Myung-bak years"],
    ["Tsai Ing", "wen years", "", "Tsai Ing-wen years"],
    ["2002", "2003 plan", "", "the 2002-2003 plan"],
    ["Asia", "Pacific forum", "", "the Asia-Pacific forum"],
    ["intra", "Korean talks", "", "the intra-Korean talks"],
    ["Ar", "gentine side", "", "the Argentine side"],
    ["govern", "ment side", "", "the government side"],
    ["non-governmen", "tal side", "", "the non-governmental side"],
    ["ex", "president", "", "the ex-president"],
    ["ex", "port duties", "", "the export duties"],
    ["state", "owned firms", "The state pays.", "the state-owned firms"],
    ["two", "thirds rule", "", "the two-thirds rule"],
    ["vice", "minister", "", "the vice-minister"],
    ["frame", "work", "Work in this frame is work; the frame holds.", "the framework"],
    ["editor-in", "chief", "", "the editor-in-chief"],
    ["US", "led force", "", "the US-led force"],
    ["short", "and long-term loans", "", "the short- and long-term loans"],
  ])("%s- %s", (left, right, elsewhere, expected) => {
    expect(frame(left, right, elsewhere)).toContain(expected);
  });

  it("joins at soft hyphens and leaves those inside lines out", () => {
    expect(
      read("The dele\u00adgation came by train and it was received at the station by the min\u00ad\nister of foreign affairs himself.")
        .text,
    ).toBe("The delegation came by train and it was received at the station by the minister of foreign affairs himself.");
  });

  it("keeps the hyphen of a broken address", () => {
    const document = read(
      "The full text of the joint statement may be found at https://example.org/joint-\nstatement and in the library of the ministry.",
    );
    expect(document.text).toContain("https://example.org/joint-statement and");
    expect(document.links[0]?.target).toBe("https://example.org/joint-statement");
  });
});

describe("what pages carry and the text does not", () => {
  const half = "The two delegations spoke for a whole day about the price of copper and the de-\n";
  const rest =
    "velopment of the ports that lie to the south of the bay, and about the school for\nfishermen that was to be built there with the help of the bank.\n";

  it("leaves out a running head that stands once, in the middle of a word", () => {
    const document = read(spaced(`${half}118 – Ana Example and Berta Muster\n${rest}`));
    expect(document.text).toContain("and the development of the ports");
    expect(document.text).not.toContain("Example");
    const [diagnostic] = document.diagnostics;
    expect(diagnostic?.code).toBe("running-head");
    expect(diagnostic?.at).toBe(spaced(`${half}118 – Ana Example and Berta Muster\n${rest}`).indexOf("118"));
  });

  it.each(["45", "- 45 -", "Page 3 of 12", "Journal of Invented Studies | 45", "45   Journal of Invented Studies", "xii"])(
    "leaves out “%s” between the halves of a sentence",
    (head) => {
      const document = read(`${half.repeat(1)}\n${head}\n\n${rest}`);
      expect(document.text).toContain("and the development of the ports");
      expect(document.blocks).toHaveLength(1);
    },
  );

  it("leaves out a title and a page number on two lines", () => {
    const document = read(`${half}\nRelations of the Southern Ports\n\n45\n\n${rest}`);
    expect(document.text).toContain("and the development of the ports");
    expect(codes(document)).toEqual(["running-head", "page-number"]);
  });

  it("leaves out repeated heads also where the page ends with a sentence", () => {
    const page = (n: number) =>
      `Invented Quarterly, volume ${n}\nThe ministers met for the ${n}th time in the city on the river and signed the papers\nthat their lawyers had made ready for them in the weeks before that meeting number ${n}.\n`;
    const document = read([1, 2, 3, 4].map(page).join("\f"));
    expect(document.text).not.toContain("Quarterly");
    expect(codes(document)).toEqual(["running-head", "running-head", "running-head"].concat(codes(document).slice(3)));
  });

  it("keeps the years of a chronology and numbers in tables", () => {
    const document = read("1962 – Relations are opened\n1965 – First embassy\n1999 – Visit of the president\n2001 – Second visit");
    expect(codes(document)).toEqual([]);
    expect(document.blocks).toHaveLength(4);
  });

  it("leaves out a line that was printed twice, not a repeated word", () => {
    const line = "Both governments said that that day had been a good one for all the people of\n";
    const document = read(`${line}${line}the two islands and for their neighbours on the other shore.`);
    expect(document.text).toBe(
      "Both governments said that that day had been a good one for all the people of the two islands and for their neighbours on the other shore.",
    );
    expect(codes(document)).toEqual(["doubled-line"]);
  });

  it("takes a footnote out of the sentence it stands in", () => {
    const document = read(
      `The two delegations spoke for a whole day about the price of copper and the growth3 of\nthe ports and both of them found that the matter was to be studied by experts for the\n3 See Example, Ports of the South, p. 12.\nrest of the year, and about the school for fishermen that was to be built there.`,
    );
    expect(document.text).toContain("by experts for the rest of the year");
    expect(document.text).toContain("the growth of the ports");
    expect(document.citations).toEqual([
      { at: document.text.indexOf(" of the ports"), label: "3", text: "See Example, Ports of the South, p. 12.", fields: {} },
    ]);
  });
});

describe("headings", () => {
  const body =
    "The ministers of both countries met in the capital and talked about fish, copper and\nthe price of grain for two days and then they went home again.\n";

  it("reads capitals over two lines, with a gap inside a name", () => {
    const document = read(
      spaced(
        `INTRODUCTION\n${body}HAN SEO-J UN AND THE INVENTED MULTILAT-\nERAL ORGANIZATIONS\nHan Seo-jun was president. His multilateral policy, the work of Han Seo-jun alone, had\nbegun in the spring of that year.\n`,
      ),
    );
    expect(document.sections.map((section) => section.heading)).toEqual([
      "INTRODUCTION",
      "HAN SEO-JUN AND THE INVENTED MULTILATERAL ORGANIZATIONS",
    ]);
    expect(document.title).toBeNull();
  });

  it("reads numbers as levels", () => {
    const document = read(
      `1. The Beginning\n\n${body}\n1.1 The First Embassy\n\n${body}\n1.2 The Second Embassy\n\n${body}\n2. The End\n\n${body}`,
    );
    expect(document.sections.map((s) => [s.level, s.heading, s.parent])).toEqual([
      [2, "1. The Beginning", -1],
      [3, "1.1 The First Embassy", 0],
      [3, "1.2 The Second Embassy", 0],
      [2, "2. The End", -1],
    ]);
  });

  it("reads underlined lines and short lines between empty ones", () => {
    const document = read(`The Ports\n=========\n\n${body}\nNorthern ports\n--------------\n\n${body}\nThe Southern Ports\n\n${body}`);
    expect(outline(document).filter((line) => line.startsWith("heading") || line.startsWith("title"))).toEqual([
      "title: The Ports",
      "heading2: Northern ports",
      "heading2: The Southern Ports",
    ]);
  });

  it("takes no line of a cable in capitals for a heading", () => {
    const document = read(
      "THE MINISTER RECEIVED THE AMBASSADOR ON MONDAY AND TOLD HIM THAT THE GOVERNMENT\nWOULD NOT SEND A DELEGATION TO THE CONFERENCE BEFORE THE END OF THE YEAR. HE ADDED\nTHAT THE MATTER OF THE PORTS HAD NOT YET BEEN DECIDED BY THE CABINET. THE AMBASSADOR\nREPLIED THAT HE WOULD REPORT THIS.",
    );
    expect(document.sections).toEqual([]);
    expect(document.blocks).toHaveLength(1);
  });
});

describe("lists and tables", () => {
  it("reads bullets, numbers and letters with their depth", () => {
    const document = read(
      "The ministers agreed on three points:\n\n1. to open an embassy in the capital of the other country before the end of the\n   year;\n   (a) with an ambassador;\n   (b) with a consul;\n2. to send students;\n3. to meet again.\n\nThey then dined.",
    );
    expect(outline(document)).toEqual([
      "paragraph: The ministers agreed on three points:",
      "list-item1: 1. to open an embassy in the capital of the other country before the end of the year;",
      "list-item2: (a) with an ambassador;",
      "list-item2: (b) with a consul;",
      "list-item1: 2. to send students;",
      "list-item1: 3. to meet again.",
      "paragraph: They then dined.",
    ]);
  });

  it("reads a chronology with the dates as part of the text", () => {
    const document = read(
      "Chronology of the Relations\n\n1962 – Opening of relations between Peru and the Republic of Examples, after a\nlong correspondence\n12 March 1999: The foreign minister visits Lima\nMay 2004 - Signing of a trade agreement",
    );
    expect(outline(document).slice(1)).toEqual([
      "list-item1: 1962 – Opening of relations between Peru and the Republic of Examples, after a long correspondence",
      "list-item1: 12 March 1999: The foreign minister visits Lima",
      "list-item1: May 2004 - Signing of a trade agreement",
    ]);
  });

  it("reads rows that lack cells and cells that go on in the line below", () => {
    const document = read(
      [
        "No.   Title of the document        Date and place       Status",
        "1     Trade Agreement              12.08.1981, Lima     In force",
        "2     Agreement on Economic and",
        "      Technical Cooperation        12.08.1981, Lomé     In force",
        "3     Extradition Treaty                                Under negotiation",
      ].join("\n"),
    );
    expect(document.tables[0]!.columns).toEqual(["No.", "Title of the document", "Date and place", "Status"]);
    expect(document.tables[0]!.rows.slice(1).map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ["1", "Trade Agreement", "12.08.1981, Lima", "In force"],
      ["2", "Agreement on Economic and Technical Cooperation", "12.08.1981, Lomé", "In force"],
      ["3", "Extradition Treaty", "", "Under negotiation"],
    ]);
  });

  it("reads tables with tabs and with columns of spaces", () => {
    const tabs = read("Country\tYear\tPlace\nPeru\t1963\tLima\nChile\t1962\tSantiago\n");
    expect(tabs.tables[0]?.columns).toEqual(["Country", "Year", "Place"]);
    expect(tabs.tables[0]?.rows[1]?.cells.map((cell) => cell.text)).toEqual(["Peru", "1963", "Lima"]);
    const spaces = read(
      "Country        Year   Place\n-------        ----   -----\nPeru           1963   Lima\nCosta Rica     1962   San José\nEl Salvador    1962   San Salvador\n",
    );
    expect(spaces.tables[0]?.rows[2]?.cells.map((cell) => cell.text)).toEqual(["Costa Rica", "1962", "San José"]);
    expect(spaces.tables[0]?.rows[0]?.header).toBe(true);
  });

  it("reads a ministry's numbered points", () => {
    const document = read(
      "MINISTRY OF FOREIGN AFFAIRS\nPRESS RELEASE No. 14/2011\nMinister to visit the islands\nDate: 3 March 2011\n\n1. The Minister of Foreign Affairs will visit the islands from 5 to 7 March and will meet the President.\n\n2. The two sides will sign a memorandum on fisheries. It is the third of its kind.\n\n3. The visit is the first since 1998.",
    );
    expect(document.title).toBe("Minister to visit the islands");
    expect(document.date).toEqual({ edtf: "2011-03-03", basis: "dateline" });
    expect(document.publisher).toBe("MINISTRY OF FOREIGN AFFAIRS");
    expect(
      outline(document)
        .slice(-3)
        .map((line) => line.slice(0, 28)),
    ).toEqual(["list-item1: 1. The Minister ", "list-item1: 2. The two sides", "list-item1: 3. The visit is "]);
  });
});

describe("citations", () => {
  const cited = (sentence: string) =>
    read(
      `${sentence} More was said of this before (Muster, 2011, p. 4; Beispiel, 2012). And again it was so (Muster and Ejemplo, 2010, pp. 3-9).`,
    );

  it("are kept apart from the text, at their place", () => {
    const document = cited("Relations began in 1962 (Kim, 1998, p. 1; MOFA, 2015). They grew.");
    expect(document.text.startsWith("Relations began in 1962. They grew.")).toBe(true);
    expect(document.citations[0]).toEqual({ at: 23, label: null, text: "Kim, 1998, p. 1; MOFA, 2015", fields: {} });
  });

  it.each([
    ["They met twice. (Kim, 1998, p. 2) After that", "They met twice. After that"],
    ["They met twice. (Kim, Jun and Park, 2014, pp. 40-41) After that", "They met twice. After that"],
    ["They met there, (Van der Berg and Roe, 2011, p. 15) after which", "They met there, after which"],
    ["They met. (MOFA, 2006, p. 78). During", "They met. During"],
    ["They met twice (see Muster et al., 2011).", "They met twice."],
    ["They met. (pp. 24-25) In other words", "They met. In other words"],
    ["They met [12]. And [3, 5–7] again", "They met. And again"],
    ["They met.¹² And", "They met. And"],
  ])("%s", (sentence, expected) => {
    expect(cited(sentence).text.startsWith(expected)).toBe(true);
  });

  it.each([
    "the president (February 1988 - February 1993)",
    "the commission (ECLAC)",
    "three states (Belize, Honduras and Haiti)",
    "the bank (IADB, established in 1959)",
    "the treaty (Treaty of Asunción, 1991)",
    "the charter (signed in Punta del Este, 1961)",
    "it said [sic] so",
    "the alliance (ALADI, in Spanish)",
    "the crisis (also known as the double crisis of 1998-1999)",
    "it rose by half (50 %) in 2003",
    "the permanent members (P5)",
    "the resolution (No. 1325)",
    "the two visits (China, 1992; Vietnam, 1993)",
    "the pact (vol. 2)",
  ])("brackets with content stay: %s", (sentence) => {
    expect(cited(`There was ${sentence} and more.`).text).toContain(sentence);
  });

  it("leaves place and year alone in a text that does not cite", () => {
    expect(read("They signed the act at the second meeting (Cartagena, 2012) and went home.").text).toContain("(Cartagena, 2012)");
  });

  it("reads a bibliography as notices and its entries as the text of numbered marks", () => {
    const document = read(
      "Ports of the South\n\nRelations began in 1962 [1], and an embassy was opened two years after that in the capital [2]. It was\nclosed again in the year 1975, after the change of government in the north of the island.\n\nReferences\n\n[1] Muster, A. (2001). The Ports. Berlin: Verlag.\n[2] Ejemplo, B. (2004). The Embassy. Lima: Imprenta.\n",
    );
    expect(document.citations.map((c) => [c.label, c.text])).toEqual([
      ["1", "Muster, A. (2001). The Ports. Berlin: Verlag."],
      ["2", "Ejemplo, B. (2004). The Embassy. Lima: Imprenta."],
    ]);
    expect(outline(document).slice(-2)).toEqual([
      "notice list-item1: [1] Muster, A. (2001). The Ports. Berlin: Verlag.",
      "notice list-item1: [2] Ejemplo, B. (2004). The Embassy. Lima: Imprenta.",
    ]);
  });
});

describe("what stands above and below a text", () => {
  const body =
    "The foreign ministers of the two countries met on Monday and agreed to open embassies before the year is out, officials said.\nThey will meet again.";

  it("reads headline, byline and date", () => {
    const document = read(
      `Ministers Agree on Embassies\nBy Ana Example and José Muster\nPublished: 12 May 2023 10:40 GMT\n\n${body}\nShare this\n© 2023 Invented News. All rights reserved.`,
    );
    expect(document.title).toBe("Ministers Agree on Embassies");
    expect(document.authors).toEqual(["Ana Example", "José Muster"]);
    expect(document.date).toEqual({ edtf: "2023-05-12", basis: "dateline" });
    expect(outline(document).filter((line) => line.startsWith("notice"))).toHaveLength(4);
  });

  it.each([
    ["QUITO, March 3, 2021 (Xinhua) — ", "2021-03-03", "Xinhua"],
    ["LIMA, 7 de mayo de 2019 (ANDINA) – ", "2019-05-07", "ANDINA"],
    ["Bogotá, 14 de septiembre de 2016 (EFE).- ", "2016-09-14", "EFE"],
    ["Seoul, 12 May 2023 - ", "2023-05-12", null],
    ["SEOUL, Feb. 14 (Yonhap) -- ", null, "Yonhap"],
  ])("reads the dateline %s", (dateline, edtf, publisher) => {
    const document = read(`${dateline}${body}`);
    expect(document.date?.edtf ?? null).toBe(edtf);
    expect(document.publisher).toBe(publisher);
    expect(document.title).toBeNull();
  });

  it("invents no title", () => {
    expect(read(body).title).toBeNull();
    expect(read(`INTRODUCTION\n\n${body}`).title).toBeNull();
  });

  it("reads labelled fields", () => {
    const document = read(
      `Title: The Embassy\nAuthor: Ana Example\nDate: 2019-05-02\nSource: Invented News\nURL: https://example.org/a\n\n${body}`,
    );
    expect([document.title, document.authors, document.date?.edtf, document.publisher, document.address]).toEqual([
      "The Embassy",
      ["Ana Example"],
      "2019-05-02",
      "Invented News",
      "https://example.org/a",
    ]);
  });
});

describe("characters", () => {
  it("spells out ligatures, composes accents, keeps curly quotes", () => {
    const document = read("The o\uFB03ce of “Jose\u0301” \u2018of\u00a0Peru\u2019 was \uFB01ne.");
    expect(document.text).toBe("The office of “José” ‘of Peru’ was fine.");
  });

  it("reports control and lost characters", () => {
    expect(codes(read("The of\u0000fice was \u0007fine and the caf\uFFFD too."))).toEqual(["control-character", "lost-character"]);
  });

  it("reads nothing as nothing", () => {
    for (const empty of ["", "\n\n\n", "\f \f", "   \t "]) expect(read(empty).blocks).toEqual([]);
  });
});
