import { readSource } from "../../src/pipeline.ts";
import { type File, FORMS, writeFiles } from "./formats.ts";
import { inMegabytes, type Report, timed } from "./measurement.ts";
import { writeArticles } from "./prose.ts";

/** Megabytes a second of every reader, over files that hold `bytes` bytes of prose each. A fifth is read first, untimed. */
export async function measureReading(bytes: number, report: Report): Promise<void> {
  for (const form of FORMS) {
    const articles = writeArticles(20);
    await readAll(await writeFiles(form, articles, bytes / 5));
    const files = await writeFiles(form, articles, bytes);
    const size = files.reduce((sum, file) => sum + file.bytes.length, 0);
    const { seconds, result } = await timed(() => readAll(files));
    report({
      group: "read",
      name: form.name,
      figures: {
        files: files.length,
        documents: result.documents,
        "MB of files": inMegabytes(size),
        "MB of files/s": inMegabytes(size) / seconds,
        "MB of text/s": inMegabytes(result.characters) / seconds,
        diagnostics: result.diagnostics,
      },
    });
  }
}

async function readAll(files: readonly File[]): Promise<{ documents: number; characters: number; diagnostics: number }> {
  const sum = { documents: 0, characters: 0, diagnostics: 0 };
  for (const file of files)
    for await (const document of readSource({ source: file.name, bytes: file.bytes })) {
      sum.documents++;
      sum.characters += document.text.length;
      sum.diagnostics += document.diagnostics.filter((d) => d.severity !== "info").length;
    }
  return sum;
}
