import { existsSync } from "node:fs";
import { loadActors } from "../actors/load-actors.ts";
import { loadFrames } from "../claims/load-frames.ts";
import { loadModel } from "../language/model.ts";
import { extractorVersion } from "../pipeline.ts";
import { hidePassword, isServerAddress } from "../record/address.ts";
import { Record } from "../record/record.ts";
import { RecordError } from "../record/record-error.ts";
import { EXIT, UsageError } from "./exit-codes.ts";
import { paint } from "./text.ts";

const MOST_ORIGINS = 10;

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly says: string;
}

/** `chancery doctor`: checks the installation and, when it is there, the record. Exit code 3 when the record is damaged. */
export async function doctor(options: { record: string; export?: string; json: boolean }): Promise<number> {
  if (options.export !== undefined) return rescue(options.record, options.export, options.json);
  const findings: Finding[] = [];
  const check = async (what: string, work: () => Promise<string> | string): Promise<boolean> => {
    try {
      findings.push({ what, ok: true, says: await work() });
      return true;
    } catch (error) {
      findings.push({ what, ok: false, says: error instanceof Error ? error.message : String(error) });
      return false;
    }
  };
  const timed = (load: () => unknown): string => {
    const started = performance.now();
    load();
    return `loads in ${Math.round(performance.now() - started)} ms`;
  };
  await check("Node", () => `${process.version}, SQLite ${process.versions.sqlite ?? "unknown"}`);
  let sound = await check("language model", () => timed(() => loadModel("en")));
  sound = (await check("actors", () => timed(() => loadActors()))) && sound;
  sound = (await check("frames", () => `${loadFrames().frames.length} frames; ${extractorVersion()}`)) && sound;
  let recordSound = true;
  if (isServerAddress(options.record) || existsSync(options.record)) {
    recordSound = await check(`record ${hidePassword(options.record)}`, async () => {
      const record = await Record.open(options.record);
      try {
        const faults = await record.findFaults();
        if (faults.length > 0)
          throw new Error(`the record is damaged. ${faults.join(". ")}. ${await sayOrigins(record)} ${record.adviceOnDamage()}`);
        const list = await record.documents();
        return `${list.length} documents, ${list.reduce((n, d) => n + d.claims, 0)} claims, ${((await record.size()) / 1e6).toFixed(1)} MB; ${await record.describeEngine()}; no faults`;
      } finally {
        await record.close();
      }
    });
  } else findings.push({ what: "record", ok: true, says: `${options.record} is not there yet; \`chancery ingest\` makes it` });
  if (options.json) console.log(JSON.stringify(findings));
  else for (const f of findings) console.log(`${f.ok ? paint("green", "ok   ") : paint("red", "fault")} ${f.what}: ${f.says}`);
  return !recordSound ? EXIT.record : sound ? EXIT.done : EXIT.internal;
}

/** `chancery doctor --export NEW`: what can still be read of a record goes into a new one. */
async function rescue(from: string, to: string, json: boolean): Promise<number> {
  if (isServerAddress(from)) throw new UsageError("--export reads damaged files; of a PostgreSQL database take a dump with `pg_dump`.");
  if (!existsSync(from)) throw new RecordError("missing", from, "there is no record here");
  const target = await Record.open(to, { create: true });
  try {
    const rescued = await target.rescue(from);
    if (json) console.log(JSON.stringify(rescued));
    else {
      console.log(
        `${target.address}: ${rescued.documents} texts, ${rescued.claims} claims and ${rescued.decisions} decisions of ${from} could be read.`,
      );
      if (rescued.spoilt > 0) console.log(`${rescued.spoilt} rows could be read but were not what had been written, and were left out.`);
      if (rescued.incomplete.length > 0)
        console.log(
          `To be ingested again: ${rescued.incomplete.slice(0, MOST_ORIGINS).join(", ")}${rescued.incomplete.length > MOST_ORIGINS ? ` and ${rescued.incomplete.length - MOST_ORIGINS} more` : ""}.`,
        );
      console.log(`What had been lost before cannot be told: ingest all documents again, which changes nothing where nothing is missing.`);
    }
    return EXIT.done;
  } finally {
    await target.close();
  }
}

/** What a damaged record was read from, as far as it can still tell, so that its owner knows what to ingest again. */
async function sayOrigins(record: Record): Promise<string> {
  const origins = await record.origins().catch(() => null);
  if (origins === null) return "What it was read from can no longer be told.";
  const shown = `${origins.slice(0, MOST_ORIGINS).join(", ")}${origins.length > MOST_ORIGINS ? ` and ${origins.length - MOST_ORIGINS} more` : ""}`;
  return origins.length > 0 ? `As far as can be told it was read from ${shown}.` : "It names nothing that it was read from.";
}
