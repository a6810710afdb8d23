import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findMentions } from "../../src/actors/find-mentions.ts";
import { readTable } from "../../src/actors/read-table.ts";
import { makeDocument } from "./golden.ts";

const rows = readTable(readFileSync(new URL("leaders.tsv", import.meta.url), "utf8"));

test.each(rows.map((row) => [row.person!, row.date!, row.actor!]))(
  "%s, on %s, acts for %s where no state is named",
  (person, date, actor) => {
    const mentions = findMentions(makeDocument(`The envoy met ${person} on Tuesday.`, { date }));
    expect(mentions.filter((m) => m.form === "person").map((m) => m.actors)).toEqual([[actor]]);
  },
);
