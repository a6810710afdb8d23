/** Stores documents 0 … until it is stopped, those that are there already not again, and prints the number of each that is stored. */
import { writeSync } from "node:fs";
import { Record } from "../../src/record/record.ts";
import { made } from "./made.ts";

const [address, most] = process.argv.slice(2) as [string, string];
const record = await Record.open(address, { create: true });
for (let i = 0; i < Number(most); i++) {
  const { document, claims } = made(i);
  if (await record.isStored(document, "test")) continue;
  await record.store(document, claims, "test");
  writeSync(1, `${i}\n`);
}
await record.close();
