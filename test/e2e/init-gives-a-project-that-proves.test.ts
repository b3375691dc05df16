import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { makeProject, type Project } from "./project.ts";

function init(project: Project, ...args: string[]): void {
  const bin = join(project.folder, "node_modules/storyproof/dist/src/cli/bin.js");
  const { status, stderr } = spawnSync(process.execPath, [bin, "init", ...args], {
    cwd: project.folder,
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
}

function link(project: Project, name: string): void {
  const target = join(project.folder, "node_modules", name);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(resolve("node_modules", name), target, "dir");
}

interface Truth {
  readonly verdict: string;
  readonly counts: { readonly proven: number };
}

function readTruth(project: Project): Truth {
  return JSON.parse(project.read("reports/truth.json"));
}

// In modules, as it is installed: package-proves-in-an-empty-project.test.ts.
describe("storyproof init and npx cucumber-js --tags @smoke", () => {
  it("run the own step too when everything is run, in several workers", async () => {
    const project = makeProject({ "package.json": JSON.stringify({ type: "commonjs" }) });
    init(project);
    const { code, stdout } = await project.cucumber(["-p", "full", "--parallel", "2"]);
    expect(code, stdout).toBe(0);
    expect(readTruth(project).counts.proven).toBe(4);
  });

  it("work in TypeScript in a project of type commonjs", async () => {
    const project = makeProject({ "package.json": JSON.stringify({ type: "commonjs" }) });
    for (const name of ["ts-node", "typescript", "@types/node"]) link(project, name);
    init(project, "--typescript");
    const { code, stdout, stderr } = await project.cucumber(["-p", "full"]);
    expect(code, stdout + stderr).toBe(0);
    expect(readTruth(project).counts.proven).toBe(4);
    const tsc = resolve("node_modules/typescript/bin/tsc");
    const checked = spawnSync(process.execPath, [tsc, "-p", "features"], {
      cwd: project.folder,
      encoding: "utf8",
    });
    expect(checked.stdout).toBe("");
  });

  it("fail when the product breaks its promise", async () => {
    const project = makeProject({});
    init(project);
    const path = join(project.folder, "example/reading-list.mjs");
    writeFileSync(path, readFileSync(path, "utf8").replace("json(201, book)", "json(200, book)"));
    const { code } = await project.cucumber(["--tags", "@smoke"]);
    expect(code).toBe(1);
    expect(readTruth(project)).toMatchObject({ verdict: "refuted" });
  });
});
