import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  install,
  makeEmptyProject,
  makeFolder,
  manifest,
  type Packed,
  pack,
  type Run,
  runIn,
  succeed,
} from "./package-install.ts";

/** npm may have to fetch a browser library, a compiler and another Node over a slow line. */
const patientMs = 240_000;

const folder = makeFolder();
// The build of the browser that the set-up of this repository got belongs to this version.
const playwright = `@playwright/test@${manifest.devDependencies["@playwright/test"]}`;
let packed: Packed;

beforeAll(async () => {
  packed = await pack(folder);
}, patientMs);

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

describe("the tarball", () => {
  it("is built before it is packed", () => {
    expect(manifest.scripts).toMatchObject({
      build: "node scripts/build.mjs",
      prepare: "node scripts/build.mjs",
    });
  });

  it("holds compiled code with its types", () => {
    const paths = pathsOf(packed);
    const modules = paths.filter((path) => path.endsWith(".js"));
    expect(modules).toEqual(
      expect.arrayContaining([
        "dist/src/index.js",
        "dist/src/cli/bin.js",
        "dist/src/coordinator/plugin.js",
        "dist/steps/index.js",
        "dist/steps/support.js",
        "dist/reporters/truth.js",
      ]),
    );
    expect(paths).toEqual(
      expect.arrayContaining(modules.map((path) => path.replace(/\.js$/, ".d.ts"))),
    );
  });

  it("holds all documentation and all schemas", () => {
    const docs = readdirSync("docs", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => `docs/${name}`);
    const schemas = readdirSync("schemas").map((name) => `schemas/${name}`);
    const own = ["README.md", "CHANGELOG.md", "LICENSE", "package.json"];
    const made = ["docs/steps.json", "dist/src/config/accepts-options.cjs"];
    expect(pathsOf(packed)).toEqual(expect.arrayContaining([...docs, ...schemas, ...own, ...made]));
  });

  it("holds nothing else: no tests, examples, features, sources or source maps", () => {
    const others = pathsOf(packed).filter(
      (path) =>
        !/^(?:dist\/(?:src|steps|reporters)\/.+\.(?:js|d\.ts)|docs\/.+\.md|docs\/steps\.json|dist\/src\/config\/accepts-options\.cjs|schemas\/[^/]+\.json|README\.md|CHANGELOG\.md|LICENSE|package\.json)$/.test(
          path,
        ),
    );
    expect(others).toEqual([]);
  });

  it("stays small enough to download without a thought", () => {
    const bytes = packed.files.reduce((sum, { size }) => sum + size, 0);
    expect(bytes).toBeLessThan(4_000_000);
  });
});

function pathsOf({ files }: Packed): readonly string[] {
  return files.map(({ path }) => path);
}

interface Truth {
  readonly verdict: string;
  readonly counts: { readonly proven: number; readonly refuted: number };
  readonly stories: readonly { readonly title: string; readonly verdict: string }[];
  readonly run: {
    readonly runner: { readonly version: string };
    readonly runtime: { readonly version: string };
  };
}

async function proveSmoke(project: string, run: Run): Promise<Truth> {
  const { stderr } = await succeed(run, "npx", "cucumber-js", "--tags", "@smoke");
  expect(stderr).toMatch(/^storyproof: 3 proven, 1 unproven \(1 not selected\)/m);
  return readTruth(project);
}

function readTruth(project: string): Truth {
  for (const name of ["truth.html", "truth.md", "messages.ndjson"]) {
    expect(existsSync(join(project, "reports", name)), name).toBe(true);
  }
  return JSON.parse(readFileSync(join(project, "reports/truth.json"), "utf8"));
}

/** Three smoke scenarios are proven; the fourth is not in the run, so the story is not proven as a whole. */
const proven = {
  verdict: "unproven",
  counts: { proven: 3, refuted: 0, unproven: 1, notSelected: 1 },
  stories: [{ title: "Keep a reading list", verdict: "unproven" }],
};

describe("with cucumber 12.9 on this Node", () => {
  const project = makeEmptyProject(folder, "oldest");
  const run = runIn(project);

  it("init gives smoke stories that are proven", { timeout: patientMs }, async () => {
    await install(project, packed.tarball, "@cucumber/cucumber@12.9", playwright);
    await succeed(run, "npx", "storyproof", "init");
    const truth = await proveSmoke(project, run);
    expect(truth).toMatchObject(proven);
    expect(truth.run.runner.version).toMatch(/^12\.9\./);
    expect(truth.run.runtime.version).toBe(process.versions.node);
  });

  it("the command says its version", async () => {
    const { stdout } = await succeed(run, "npx", "storyproof", "--version");
    expect(stdout).toBe(`${manifest.version}\n`);
  });

  it("every export resolves", () => {
    const specifiers = listSpecifiers(packed);
    expect(specifiers).toEqual(
      expect.arrayContaining([
        "storyproof",
        "storyproof/steps",
        "storyproof/steps/api",
        "storyproof/steps/browser",
        "storyproof/steps/data",
        "storyproof/reporters/truth",
        "storyproof/schemas/truth-report.schema.json",
        "storyproof/package.json",
      ]),
    );
    return expectToResolve(project, run, specifiers);
  });

  it("init --typescript works with the packages it names", { timeout: patientMs }, async () => {
    for (const path of ["cucumber.js", "features", "example", "reports"]) {
      rmSync(join(project, path), { recursive: true });
    }
    const { stdout } = await succeed(run, "npx", "storyproof", "init", "--typescript");
    const [, named = ""] = /npm install --save-dev (.+)/.exec(stdout) ?? [];
    expect(named).toContain("typescript");
    await install(project, ...named.split(" "));
    await succeed(run, "npx", "cucumber-js", "-p", "full");
    expect(readTruth(project)).toMatchObject({
      verdict: "proven",
      counts: { proven: 4, refuted: 0, unproven: 0 },
    });
  });

  it("init's TypeScript and a consumer's type-check, our declarations included", async () => {
    writeFileSync(join(project, "features/consumer.ts"), consumer);
    const options = ["--skipLibCheck", "false", "--resolveJsonModule"];
    await succeed(run, "npx", "tsc", "-p", "features", ...options);
  });
});

describe("with cucumber 13 on Node 24", () => {
  const project = makeEmptyProject(folder, "newest");
  const run = runIn(project, { PATH: join(project, "node_modules/node/bin") });

  it("init gives smoke stories that are proven", { timeout: patientMs }, async () => {
    await install(project, packed.tarball, "@cucumber/cucumber@13", playwright, "node@24");
    await succeed(run, "npx", "storyproof", "init");
    const truth = await proveSmoke(project, run);
    expect(truth).toMatchObject(proven);
    expect(truth.run.runner.version).toMatch(/^13\./);
    expect(truth.run.runtime.version).toMatch(/^24\./);
  });
});

/** What package.json's `exports` offers: for a pattern, one name for each file that is packed. */
function listSpecifiers(packed: Packed): readonly string[] {
  return Object.entries(manifest.exports).flatMap(([entry, target]) => {
    const name = entry.replace(/^\./, "storyproof");
    if (!entry.includes("*")) return [name];
    const pattern = typeof target === "string" ? target : String(Object(target).default);
    const [before = "", after = ""] = pattern.replace(/^\.\//, "").split("*");
    return pathsOf(packed)
      .filter((path) => path.startsWith(before) && path.endsWith(after))
      .map((path) => name.replace("*", path.slice(before.length, path.length - after.length)));
  });
}

/** Each name leads to a file that is there; a module's declarations lie beside it. */
async function expectToResolve(
  project: string,
  run: Run,
  specifiers: readonly string[],
): Promise<void> {
  const code = `import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
for (const name of ${JSON.stringify(specifiers)}) {
  const path = fileURLToPath(import.meta.resolve(name));
  const wanted = [path, ...(path.endsWith(".js") ? [path.replace(/\\.js$/, ".d.ts")] : [])];
  for (const file of wanted) if (!existsSync(file)) console.log(name + " lacks " + file);
}`;
  writeFileSync(join(project, "resolve.mjs"), code);
  expect((await succeed(run, "node", "resolve.mjs")).stdout).toBe("");
}

// Without skipLibCheck, so a declaration of ours that needs what is not installed fails.
const consumer = `import { Given, setWorldConstructor } from "@cucumber/cucumber";
import {
  type Actor, type ApiResponse, ConfigError, defineConfig, type StoryproofOptions, StoryWorld,
} from "storyproof";
import * as api from "storyproof/steps/api";
import * as browser from "storyproof/steps/browser";
import * as data from "storyproof/steps/data";
import * as all from "storyproof/steps";
import truth from "storyproof/reporters/truth";
import schema from "storyproof/schemas/truth-report.schema.json" with { type: "json" };

const options: StoryproofOptions = { environments: { local: { baseUrl: "http://localhost" } } };
const profiles: Promise<object> = defineConfig(options)();
// @ts-expect-error: an option that does not exist
defineConfig({ environmets: {} });

class ShopWorld extends StoryWorld<{ readonly currency: string }> {
  readonly currency: string = this.parameters.currency;
}
setWorldConstructor(ShopWorld);

Given("{actor} has a basket of {text}", async function (this: ShopWorld, actor: Actor, name: string) {
  const response: ApiResponse = await actor.api.post("/api/baskets", { name, in: this.currency });
  await (await this.actor("Alice").browser()).open("/");
  this.memory.remember("basket", response.json());
});
export const everything: object = { api, browser, data, all, profiles, ConfigError, schema, type: truth.type };
`;
