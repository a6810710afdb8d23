/**
 * The words of the two samples that are not plain files: the paper (PDF) and the briefing (DOCX). CC0, like all samples.
 *
 * In the paper `|` marks where a word may be broken at a line end, and `^n` calls footnote n.
 */

export interface PaperSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export const paper = {
  title: "Three Doors to a Region",
  subtitle: "South Korea at ECLAC, the Inter-American Development Bank and ALADI",
  author: "Elena Ruiz Sample",
  journal: "Example Journal of Pacific Studies 12 (2018)",
  date: new Date("2018-06-15T00:00:00Z"),
  firstPage: 41,
  footnotes: [
    "The bank's own name for itself is IDB; this paper writes IADB, as Korean ministries do.",
    "Interviews with two former officials, who asked not to be named.",
    "A second memorandum, on communications, was signed at the same business forum.",
    "The figures are those of the agencies; no conversion for inflation was made.",
  ],
  sections: [
    {
      heading: "1. The question",
      paragraphs: [
        "States that come from far away seldom enter a region by one door. They knock at several, and they learn from each which of the others is open. This paper follows one such visi|tor through three organi|sations: ECLAC, the Economic Commis|sion for Latin America and the Carib|bean, which was founded in 1948; the Inter-American Develop|ment Bank (IADB), founded in 1959;^1 and the Latin American Integra|tion Associ|ation (ALADI), founded in 1980.",
        "The argument is modest. Money opened the second door, study opened the first, and patience the third. Nothing in what follows says that the order had to be so.",
      ],
    },
    {
      heading: "2. ALADI: the seminar and the seat",
      paragraphs: [
        "ALADI came first, perhaps because it asked for least. In August 2003 South Korea and ALADI set up a coopera|tion fund, and in October 2003 they signed a coopera|tion agree|ment. A seminar of South Korea and ALADI on trade followed in Monte|video in May 2004. South Korea had by then applied for observer status in ALADI. It became an observer in June 2004. Only one Asian state, China, had come before it.",
        "In Febru|ary 2014 South Korea and ALADI signed a memoran|dum of under|standing on the exchange of students and scholars. A small thing, said those who had negoti|ated it;^2 but small things are what such a secre|tariat can do.",
      ],
    },
    {
      heading: "3. The bank",
      paragraphs: [
        "The bank is another matter. Its governors author|ised the entry of South Korea in November 2004, while Presi|dent Roh Moo-hyun was on his way through the region. In Febru|ary 2005 the Export-Import Bank of Korea signed a memoran|dum of under|standing with the IADB. South Korea became a member of the IADB in March 2005; Japan had been the first Asian member.",
        "In August 2005 South Korea and the IADB created two funds in trust: the Knowledge Partner|ship Korea Fund, which pays for technol|ogy, and the Poverty Reduc|tion Fund. With the Inter-American Invest|ment Corpora|tion (IIC) South Korea founded a third fund, for small firms. In October 2011 the Korean trade agency, KOTRA, and the bank signed a memoran|dum of under|standing in Seoul.^3 In January 2015 the Korean Ministry of the Interior signed one with the IADB on public services by computer.",
        "South Korea hosted the annual assembly of the IADB in Busan in March 2015. It was the assembly's fifty-sixth session, and the first in Korea.",
      ],
    },
    {
      heading: "4. ECLAC: from books to membership",
      paragraphs: [
        "At ECLAC the Koreans began as readers and writers. In 2005 South Korea and ECLAC carried out a joint study of Korean invest|ment in the region. In July 2007 South Korea became a member of ECLAC. In June 2008 South Korea and ECLAC began a joint study of ports and roads; in Novem|ber 2011 they began another, on the trade between Asia and Latin America.",
        "The execu|tive secretary of ECLAC visited South Korea in May 2012. A few days later the foreign minister of South Korea visited ECLAC in Santiago. In April 2016 South Korea, ECLAC and CELAC held a seminar on small firms in Santiago. A workshop of South Korea and CELAC for the same firms followed in December 2016.",
      ],
    },
    {
      heading: "5. What the doors had in common",
      paragraphs: [
        "Between 2007 and 2013 the aid agency KOICA granted 288.4 million dollars to Latin America and the Carib|bean. In the same years EDCF loans of 402.1 million dollars went to six countries of the region.^4 Such sums are small beside what China lends. They bought atten|tion nonethe|less.",
        "South Korea also proposed a summit of FEALAC, the Forum for East Asia-Latin America Coopera|tion, for 2019. Whether it will be held is open: no host had been named when this paper went to press.",
        "The Carib|bean door is the newest. South Korea has held a forum with the Carib|bean Commu|nity (CARICOM) every year since 2011. South Korea is an observer of the Associ|ation of Carib|bean States (ACS). It has not become a member of the Carib|bean Develop|ment Bank (CDB).",
      ],
    },
    {
      heading: "6. Conclusion",
      paragraphs: [
        "Three doors, three keys. A state of the middle rank did well to carry all of them. It would be rash to say more before the archives speak.",
      ],
    },
  ] satisfies readonly PaperSection[],
} as const;

export const briefing = {
  title: "Trade agreements of South Korea in the Americas",
  author: "Trade desk (sample)",
  date: "12 May 2022",
  day: "2022-05-12",
  summary:
    "The map of trade pacts is full on the Pacific side of the Americas and empty on the Atlantic side. One treaty has been on the table for sixteen years.",
  sections: [
    {
      heading: "In force",
      paragraphs: [
        "The free trade agreement between South Korea and Chile entered into force on 1 April 2004. South Korea and Peru signed theirs on 21 March 2011; it took effect on 1 August 2011. The agreement with the United States, signed by South Korea in June 2007, was ratified by South Korea in November 2011 and entered into force on 15 March 2012.",
        "South Korea and Canada opened negotiations in July 2005. They concluded the talks in March 2014 and signed the free trade agreement on 22 September 2014. It has been in force since 1 January 2015.",
        "South Korea and Colombia signed a free trade agreement on 21 February 2013, and it entered into force on 15 July 2016.",
      ],
    },
    {
      heading: "Stalled or pending",
      paragraphs: [
        "Mexico and South Korea opened free trade talks in February 2006. The talks stalled in 2008. In March 2022 the two governments agreed to resume them.",
        "South Korea and Mercosur have been negotiating a trade agreement since May 2018. They have not concluded it.",
        "Negotiations between South Korea and Ecuador, begun in January 2016 and broken off in that year, are to resume in 2022.",
      ],
    },
    {
      heading: "Alliance",
      paragraphs: [
        "Chile, Colombia, Mexico and Peru founded the Pacific Alliance in April 2011. South Korea became an observer of the Pacific Alliance in 2013. It wants to become an associate member.",
      ],
    },
  ],
  bullets: [
    "South Korea and the United States are bound by a defence alliance.",
    "Trade between South Korea and Chile was worth $1.6 billion in 2003, the year before the agreement.",
    "South Korea has embassies in Santiago, Lima and Bogotá.",
  ],
  table: [
    ["Partner", "Signed", "In force"],
    ["Chile", "February 2003", "April 2004"],
    ["Peru", "March 2011", "August 2011"],
    ["United States", "June 2007", "March 2012"],
    ["Canada", "September 2014", "January 2015"],
    ["Colombia", "February 2013", "July 2016"],
  ],
} as const;
