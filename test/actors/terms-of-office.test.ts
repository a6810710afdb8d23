import { describe, expect, it } from "vitest";
import { loadActors } from "../../src/actors/load-actors.ts";
import type { Mention } from "../../src/actors/mention.ts";
import { termsOfOffice } from "../../src/actors/terms-of-office.ts";

const person = (name: string, state: string): Mention => ({
  start: 0,
  end: name.length,
  text: name,
  actors: [state],
  kind: "person",
  form: "person",
  person: name,
  office: null,
  body: null,
  city: null,
  why: "test",
});

describe("terms of office", () => {
  const ask = termsOfOffice(
    [person("Angela Merkel", "DEU"), person("Michelle Bachelet", "CHL"), person("Ana Example", "PER")],
    loadActors(),
  );
  it("are known for a full name and a surname", () => {
    expect(ask("Angela Merkel")).toEqual(["2005-11-22/2021-12-08"]);
    expect(ask("Merkel")).toEqual(["2005-11-22/2021-12-08"]);
  });
  it("come in order where there were several", () => {
    expect(ask("Bachelet")).toEqual(["2006-03-11/2010-03-11", "2014-03-11/2018-03-11"]);
  });
  it("are not guessed for persons unknown, or not named in the document", () => {
    expect(ask("Example")).toEqual([]);
    expect(ask("Correa")).toEqual([]);
  });
});
