import { describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { DocumentBuilder } from "../../src/read/document-builder.ts";
import { markNotices } from "../../src/read/notices.ts";

function noticesAmong(...paragraphs: string[]): string[] {
  const b = new DocumentBuilder(MappedText.identity(paragraphs.join("")));
  let at = 0;
  for (const p of paragraphs) {
    b.startBlock({ kind: "paragraph" });
    b.append(p, at);
    at += p.length;
  }
  const d = markNotices(b.build({ source: "a" }, { format: "text" }));
  return d.blocks.filter((x) => x.role === "notice").map((x) => d.text.slice(x.start, x.end));
}

const BODY = "The two governments signed a treaty on fisheries in Valparaíso, officials said on Friday.";

describe("markNotices", () => {
  it.each([
    "Subscribe to our newsletter to get the latest updates in your inbox.",
    "Dear subscribers, we would love to hear from you.",
    "Take our three-minute survey and tell us your views.",
    "Follow us on Telegram and Mastodon",
    "Views: 1,204",
    "Share this article on Facebook",
    "Advertisement",
    "Read more: Envoys gather for talks in Asunción",
    "© 2021 The Example. All rights reserved.",
    "We use cookies to improve your experience on our website.",
    "Become a member today and support our independent journalism.",
    "Join our webinar on ports with leading experts. Click here to register.",
    "This article is for subscribers only. Already a member?",
    "Tags: ports, ships, treaties",
    "Edited by Jo Sample",
  ])("recognises: %s", (line) => {
    expect(noticesAmong(BODY, line, BODY)).toEqual([line]);
  });

  it.each([
    BODY,
    "“We invite you to visit Quito,” the president told his counterpart, and added that “your country has our support”.",
    "The ministry will send its survey of ports to member states by June.",
    "Peru invited Chile to register as an observer of the alliance.",
    "The president shared his views on the treaty: 3,000 people listened.",
    "The ministers read more of the text aloud than they had agreed.",
    "The two states will follow up on the agreement and share information on shipping.",
    "Related talks on visas were held in Riga.",
    "Minister Ana Muestra subscribed to the declaration here on Monday, saying her country supports it.",
  ])("leaves alone: %s", (line) => {
    expect(noticesAmong(BODY, line, BODY)).toEqual([]);
  });

  it("takes in the short line that leads into a notice, and what speaks to the reader in between", () => {
    const lines = [
      "Dear readers,",
      "We hope that you enjoy our work as much as we do.",
      "We ask you to take our survey and share your thoughts.",
      "Our Monday briefing:",
      "Hear two speakers on ports. Click here to register!",
    ];
    expect(noticesAmong(BODY, ...lines, BODY)).toEqual(lines);
  });

  it("never takes a whole document for a notice", () => {
    expect(noticesAmong("Subscribe to our newsletter today.")).toEqual([]);
  });
});
