// Puts the packaged definitions and the features of docs/examples together: which step shows which phrase.
// It reads no files and loads no steps; scripts/catalogue.mjs does.
import type { PickleStep, PickleTable } from "@cucumber/messages";
import { topicOfFile } from "./catalogue.ts";
import type { PackagedTopic } from "./packaged-topics.ts";

/** A packaged definition, with cucumber's own answer to which steps it takes. */
export interface PackagedDefinition {
  readonly pattern: string;
  /** Absolute path. */
  readonly file: string;
  readonly takes: (text: string) => boolean;
}

/** A feature of docs/examples. */
export interface ExampleFeature {
  /** Where it stands below docs/examples, without its ending: `api/requests`. */
  readonly path: string;
  readonly name: string;
  /** Markdown. */
  readonly description: string;
  /** Of all its scenarios, with the values of the examples filled in. */
  readonly steps: readonly PickleStep[];
}

/** In the order of the definitions. A phrase's example is taken from its own topic's feature where that has one. */
export function packageTopics(
  definitions: readonly PackagedDefinition[],
  features: readonly ExampleFeature[],
  stepsFolder: string,
): readonly PackagedTopic[] {
  const files = [...new Set(definitions.map(({ file }) => file))];
  return files.flatMap((file) => {
    const place = topicOfFile(file, stepsFolder);
    if (place === undefined) return [];
    const path = `${place.pack}/${place.topic}`;
    const own = features.find((feature) => feature.path === path);
    const steps = [...(own?.steps ?? []), ...features.flatMap((feature) => feature.steps)];
    const phrases = definitions
      .filter((definition) => definition.file === file)
      .map(({ pattern, takes }) => {
        const step = steps.find(({ text }) => takes(text));
        return { pattern, example: step === undefined ? [] : writeStep(step) };
      });
    const { name: title = path, description = "" } = own ?? {};
    return [{ ...place, title, description, phrases }];
  });
}

const keywords: Readonly<Record<string, string>> = {
  Context: "Given",
  Action: "When",
  Outcome: "Then",
};

/** A step as it is written, with its table or doc string: one line of text each. */
function writeStep({ text, type, argument }: PickleStep): readonly string[] {
  const line = `${keywords[type ?? ""] ?? "*"} ${text}`;
  if (argument?.dataTable !== undefined) return [line, ...writeTable(argument.dataTable)];
  if (argument?.docString === undefined) return [line];
  const { content, mediaType = "" } = argument.docString;
  const lines = [`"""${mediaType}`, ...content.split("\n"), '"""'];
  return [line, ...lines.map((one) => (one === "" ? "" : `  ${one}`))];
}

function writeTable({ rows }: PickleTable): readonly string[] {
  const cells = rows.map((row) => row.cells.map((cell) => escapeCell(cell.value)));
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  return cells.map(
    (row) => `  | ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`,
  );
}

function escapeCell(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll("\n", "\\n");
}
