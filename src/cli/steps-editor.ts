// `storyproof steps --editor`: the files by which editors know the packaged phrases. It writes into the project, keeps
// what others have written there, and says what it did.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { applyEdits, modify, type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import { topicOfFile } from "../catalogue/catalogue.ts";
import { writeEditorStub } from "../catalogue/editor-stub.ts";
import { exitCodes } from "./exit-codes.ts";
import type { CommandIo } from "./io.ts";
import { type StepsProject, stepsFolder } from "./steps-project.ts";

/** Below a folder with a dot, which no usual glob of step files takes in. */
const stubFile = ".storyproof/steps.js";
const settingsFile = ".vscode/settings.json";

/** Writes both files and tells of each; resolves to the exit code, which is 2 when the settings are broken. */
export function writeEditorFiles(project: StepsProject, io: CommandIo): number {
  io.stdout.write(`${writeStub(project, io.cwd)}\n`);
  const settings = mergeSettings(readIfThere(join(io.cwd, settingsFile)), project);
  if (settings.kind === "broken") {
    io.stderr.write(`storyproof: ${settingsFile}${settings.problem}\n`);
    return exitCodes.usage.code;
  }
  if (settings.kind === "merged") writeFile(join(io.cwd, settingsFile), settings.text);
  io.stdout.write(`${settingsFile}: ${settings.told}\n`);
  return exitCodes.ok.code;
}

function writeStub({ definitions, parameterTypes, own }: StepsProject, cwd: string): string {
  // The team's own are found where they stand, if the extension can read the file.
  const packaged = definitions.filter(({ file }) => topicOfFile(file, stepsFolder) !== undefined);
  const unreadable = definitions.filter(({ file }) => /\.[cm][jt]s$/.test(file));
  const others = unreadable.filter((definition) => !packaged.includes(definition));
  const text = writeEditorStub([...packaged, ...others], parameterTypes);
  const path = join(cwd, stubFile);
  const before = readIfThere(path);
  if (before !== text) writeFile(path, text);
  const did = before === undefined ? "written" : before === text ? "as it was" : "written anew";
  const taken = own.some((glob) => glob.includes(".storyproof"));
  const warning = taken ? "; take it out of steps.own, or every step is ambiguous" : "";
  return `${stubFile}: ${did}, ${packaged.length + others.length} phrases${warning}`;
}

type Merge =
  | { readonly kind: "merged" | "same"; readonly text: string; readonly told: string }
  | { readonly kind: "broken"; readonly problem: string };

/** Adds our file to `cucumber.glue`; the globs that are there already, and every other setting, stay. */
export function mergeSettings(
  text: string | undefined,
  { features, own }: Pick<StepsProject, "features" | "own">,
): Merge {
  const before = text === undefined || text.trim() === "" ? "{}\n" : text;
  const errors: ParseError[] = [];
  const settings: unknown = parse(before, errors, { allowTrailingComma: true });
  const problem = errors[0] === undefined ? undefined : describeProblem(before, errors[0]);
  if (problem !== undefined) return { kind: "broken", problem };
  if (typeof settings !== "object" || settings === null || Array.isArray(settings)) {
    return { kind: "broken", problem: " holds no object of settings; it was left as it is." };
  }
  const known = settings as Readonly<Record<string, unknown>>;
  const glue = listOf(known["cucumber.glue"]) ?? defaultGlue(own);
  const wanted = {
    "cucumber.glue": glue.includes(stubFile) ? glue : [...glue, stubFile],
    "cucumber.features": listOf(known["cucumber.features"]) ?? featuresOf(features),
  };
  const changed = Object.entries(wanted).filter(
    ([name, value]) => JSON.stringify(known[name]) !== JSON.stringify(value),
  );
  if (changed.length === 0) return { kind: "same", text: before, told: "as it was" };
  const merged = changed.reduce((all, [name, value]) => setIn(all, name, value), before);
  const names = changed.map(([name]) => name).join(" and ");
  const did = text === undefined ? "written with" : "changed:";
  return { kind: "merged", text: merged, told: `${did} ${names}` };
}

function setIn(text: string, name: string, value: readonly string[]): string {
  const formattingOptions = { insertSpaces: !/^\t/m.test(text), tabSize: indentOf(text) };
  return applyEdits(text, modify(text, [name], value, { formattingOptions }));
}

/** As the file has it; VS Code's own settings have four. */
function indentOf(text: string): number {
  return /^( +)"/m.exec(text)?.[1]?.length ?? 2;
}

function listOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.length > 0 ? value.map(String) : undefined;
}

/** Both languages: the extension takes the endings .js, .ts and .tsx. */
function defaultGlue(own: readonly string[]): readonly string[] {
  return own.length > 0 ? own : ["features/**/*.{js,ts}"];
}

function featuresOf(paths: readonly string[]): readonly string[] {
  return paths.length > 0 ? paths : ["features/**/*.feature"];
}

function describeProblem(text: string, { error, offset }: ParseError): string {
  const before = text.slice(0, offset).split("\n");
  const column = (before.at(-1)?.length ?? 0) + 1;
  const line = text.split("\n")[before.length - 1] ?? "";
  return [
    `:${before.length}:${column}: this is no JSON: ${printParseErrorCode(error)}`,
    `  ${line}`,
    `  ${" ".repeat(column - 1)}^`,
    "It was left as it is. Mend it and run the command again.",
  ].join("\n");
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
