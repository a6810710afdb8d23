/**
 * `npm run bench`: how fast Chancery is, on material that it makes itself. The same seed makes the same material.
 *
 *     npm run bench                          everything but the large dump
 *     npm run bench -- --only read,record    some of read, extract, start, record
 *     npm run bench -- --large               also a MediaWiki dump of 300 MB, which must be read in under 400 MB of memory, and
 *                                            its claims extracted by two threads in under 600
 *     npm run bench -- --large --dump 60     the same with a dump of 60 MB
 *     npm run bench -- --only extract --size 9       33,000 sentences: what V8 compiles in each thread no longer rules
 *     npm run bench -- --size 1 --claims 5000    less material: MB of prose, claims in the record
 *     npm run bench -- --only record --claims 1000000 --record postgres://…    over an empty database of PostgreSQL
 *     npm run bench -- --json                one JSON object instead of tables
 *
 * The exit code is 1 when the large dump takes more memory than it may.
 */
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { measureExtraction } from "./bench/measure-extraction.ts";
import { measureLargeExtraction, measureLargeReading } from "./bench/measure-large.ts";
import { measureReading } from "./bench/measure-reading.ts";
import { measureRecord } from "./bench/measure-record.ts";
import { measureStart } from "./bench/measure-start.ts";
import { type Measurement, printTables } from "./bench/measurement.ts";

const GROUPS = ["read", "extract", "start", "record"];

const { values } = parseArgs({
  options: {
    only: { type: "string", default: GROUPS.join(",") },
    large: { type: "boolean", default: false },
    dump: { type: "string", default: "300" },
    size: { type: "string", default: "3" },
    claims: { type: "string", default: "50000" },
    record: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const only = values.only.split(",");
const unknown = only.find((group) => !GROUPS.includes(group));
const [size, claims, dump] = [Number(values.size), Number(values.claims), Number(values.dump)];
if (unknown !== undefined || !(size > 0) || !(claims >= 1) || !(dump > 0)) {
  console.error(
    `bench: expected --only some of ${GROUPS.join(",")}, --size and --dump above 0 (MB), --claims above 0; not ${JSON.stringify(values)}`,
  );
  process.exit(2);
}

const measurements: Measurement[] = [];
const report = (measurement: Measurement): void => {
  measurements.push(measurement);
  if (!values.json) console.error(`measured: ${measurement.name}`);
};
const machine = {
  node: process.version,
  processor: cpus()[0]?.model ?? "unknown",
  cores: availableParallelism(),
  "MB of prose": size,
};

if (only.includes("read")) await measureReading(size * 1e6, report);
const fits: boolean[] = [];
if (values.large && only.includes("read")) fits.push(await measureLargeReading(dump * 1e6, report));
if (only.includes("extract")) await measureExtraction((size * 1e6) / 3, report);
if (values.large && only.includes("extract")) fits.push(await measureLargeExtraction(dump * 1e6, report));
if (only.includes("start")) await measureStart(report);
if (only.includes("record")) await measureRecord(claims, report, values.record);

if (values.json) console.log(JSON.stringify({ ...machine, measurements }));
else {
  console.log(`Node ${machine.node} · ${machine.processor} · ${machine.cores} cores · ${size} MB of prose for each reader\n`);
  console.log(printTables(measurements));
}
if (fits.includes(false)) {
  console.error("bench: the large dump took more memory than it may; see the column of what is allowed");
  process.exitCode = 1;
}
