import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { startBookshop } from "../bookshop/shop.ts";
import {
  type CodeBlock,
  pagesThatAreRun,
  readBlocks,
  readPage,
} from "../unit/docs/markdown-page.ts";
import { readProjects, readSections, type Section, toFeature } from "./docs-sections.ts";
import { makeProject, type Project } from "./project.ts";

/** Where the documentation's examples say the product is. */
const documentedAddress = "http://localhost:3000";

const projects = pagesThatAreRun.flatMap(readProjects);
const commands = pagesThatAreRun
  .flatMap(readSections)
  .filter(({ blocks }) => blocks.some(({ language }) => language === "sh"));

/** Those that show commands are proven by these. */
const withoutCommands = projects.filter(({ title }) =>
  commands.every((section) => section.title !== title),
);

test.each(withoutCommands)("$title", async (section) => {
  const project = await toProject(section);
  const { code, stdout, stderr } = await project.cucumber(["-p", "full"], { SHOP_TOKEN: "none" });
  expect(listOpen(project), stdout + stderr).toEqual([]);
  expect(code, stdout + stderr).toBe(0);
  if (section.title === "docs/reports.md") expectProvenGate(project);
});

/** A gate is proven beside the behaviours, as docs/reports.md says. */
function expectProvenGate(project: Project): void {
  const gates = listGuarantees(project).filter(({ kind }) => kind === "gate");
  expect(gates).toMatchObject([{ verdict: "proven", text: "latency:p95<500ms" }]);
}

test("the compiler finds nothing wrong in the examples in TypeScript, all in one project", () => {
  const sections = projects.filter(isTyped);
  const sources = sections.flatMap(({ blocks }, at) =>
    blocks.flatMap(({ file, code }) =>
      file?.endsWith(".ts") ? [[file.replace("features/", `features/${at}/`), code] as const] : [],
    ),
  );
  expect(sections.length).toBeGreaterThan(1);
  const project = makeProject({
    ...Object.fromEntries(sources),
    "features/tsconfig.json": shownOptions,
  });
  linkTypeScript(project);
  const tsc = resolve("node_modules/typescript/bin/tsc");
  const { stdout, status } = spawnSync(process.execPath, [tsc, "-p", "features"], {
    cwd: project.folder,
    encoding: "utf8",
  });
  expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
});

test.each(commands)("the commands of $title", async (section) => {
  const lines = section.blocks
    .filter(({ language }) => language === "sh")
    .flatMap(({ code }) => code.trim().split("\n"));
  // `init` makes the project itself.
  const isEmpty = lines[0]?.includes("storyproof init") === true;
  const project = isEmpty ? makeProject({}) : await toProject(section);
  const outputs: string[] = [];
  for (const line of lines) {
    const { code, output } = await runCommand(project, line);
    expect(code, `${line}\n${output}`).toBe(0);
    outputs.push(output);
  }
  const [story] = readProjects("README.md");
  if (section.title === story?.title) expectTheStory(project, outputs);
});

/** The README's story is proven as a whole, and its smoke run prints the line that is shown. */
function expectTheStory(project: Project, [smoke]: readonly string[]): void {
  const [, line = ""] = /`(storyproof: [^`]+)`/.exec(readPage("README.md")) ?? [];
  expect(line).toMatch(/proven/);
  expect(smoke).toContain(`${line}\n`);
  expect(listGuarantees(project).length).toBeGreaterThan(0);
  expect(listOpen(project)).toEqual([]);
}

async function toProject({ blocks }: Section): Promise<Project> {
  const url = await startBookshop();
  const code = ({ code }: CodeBlock) => code.replaceAll(documentedAddress, url);
  const files = blocks.flatMap((block) => (block.file ? [[block.file, code(block)] as const] : []));
  const features = blocks.flatMap((block) => {
    const path = block.file ?? `features/line-${block.line}.feature`;
    return block.language === "gherkin" ? [[path, toFeature(block)] as const] : [];
  });
  const project = makeProject({
    "cucumber.js": configuration(url, isTyped({ blocks })),
    "files/note.txt": "A note to send along.\n",
    ...Object.fromEntries([...files, ...features]),
  });
  if (!isTyped({ blocks })) return project;
  linkTypeScript(project);
  if (!project.exists("features/tsconfig.json"))
    project.write("features/tsconfig.json", shownOptions);
  return project;
}

function isTyped({ blocks }: Pick<Section, "blocks">): boolean {
  return blocks.some(({ file }) => file?.endsWith(".ts"));
}

/** The options of the compiler that docs/own-steps.md shows, for sections that show none. */
const shownOptions =
  readBlocks("docs/own-steps.md").find(({ file }) => file === "features/tsconfig.json")?.code ?? "";

/** For sections that show none: the address, and with TypeScript what docs/own-steps.md says of it. */
function configuration(url: string, isTyped: boolean): string {
  const typed = `process.env.TS_NODE_PROJECT ??= "features/tsconfig.json";\n`;
  const options = {
    environments: { local: { baseUrl: url } },
    ...(isTyped && { cucumber: { loader: ["ts-node/esm"] } }),
  };
  return `import { defineConfig } from "storyproof";\n${isTyped ? typed : ""}export default defineConfig(${JSON.stringify(options)});\n`;
}

/** The packages that TypeScript needs. */
function linkTypeScript(project: Project): void {
  for (const name of ["ts-node", "typescript", "@types/node"]) {
    const target = join(project.folder, "node_modules", name);
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(resolve("node_modules", name), target, "dir");
  }
}

interface Truth {
  readonly stories: readonly Part[];
}

interface Part {
  readonly rules?: readonly Part[];
  readonly scenarios?: readonly Part[];
  readonly cases?: readonly Part[];
  readonly guarantees?: readonly Guarantee[];
}

interface Guarantee {
  readonly kind: string;
  readonly text: string;
  readonly verdict: string;
  readonly reason?: { readonly text: string };
}

/** Behaviours that are not proven, in words; gates are not measured in this version. */
function listOpen(project: Project): readonly string[] {
  return listGuarantees(project)
    .filter(({ kind, verdict }) => kind === "behaviour" && verdict !== "proven")
    .map(({ text, verdict, reason }) => `${text}: ${verdict}: ${reason?.text}`);
}

function listGuarantees(project: Project): readonly Guarantee[] {
  const truth: Truth = JSON.parse(project.read("reports/truth.json"));
  const collect = (part: Part): readonly Guarantee[] => [
    ...(part.guarantees ?? []),
    ...[part.cases, part.scenarios, part.rules].flatMap((parts = []) => parts.flatMap(collect)),
  ];
  return truth.stories.flatMap(collect);
}

/** `npx storyproof …` and `npx cucumber-js …`, with variables before them. */
async function runCommand(
  project: Project,
  line: string,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const [, variables = "", name, rest = ""] =
    /^((?:[A-Z_]+=\S+ )*)npx (cucumber-js|storyproof)(?: (.*))?$/.exec(line) ?? [];
  if (name === undefined) throw new Error(`these tests cannot run: ${line}`);
  const args = rest.split(" ").filter((word) => word !== "");
  const env = Object.fromEntries(
    variables
      .trim()
      .split(" ")
      .map((pair) => pair.split("=")),
  );
  if (name === "cucumber-js") {
    const { code, stdout, stderr } = await project.cucumber(args, env);
    return { code, output: stdout + stderr };
  }
  const bin = join(project.folder, "node_modules/storyproof/dist/src/cli/bin.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: project.folder,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  return { code: status, output: stdout + stderr };
}
