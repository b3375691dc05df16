// What importing the package and its steps costs beyond cucumber itself.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { alternate, verdict } from "./rounds.mjs";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const limitMs = 150;

const prepare = `
import { createRequire } from "node:module";
const builder = createRequire(${JSON.stringify(`${repository}x.js`)})("./node_modules/@cucumber/cucumber/lib/support_code_library_builder/index.js").default;
builder.reset(process.cwd(), () => "1", { requireModules: [], requirePaths: [], importPaths: [], loaders: [] });
await import("@cucumber/cucumber");
`;

const contestants = {
  cucumber: prepare,
  storyproof: `${prepare} await import(${JSON.stringify(`${repository}dist/src/index.js`)}); await import(${JSON.stringify(`${repository}dist/steps/index.js`)});`,
};

export async function benchImports(rounds = 9) {
  const time = (name) => () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--input-type=module", "-e", contestants[name]],
      {
        cwd: repository,
        encoding: "utf8",
      },
    );
    if (status !== 0) throw new Error(stderr);
    return performance.now() - start;
  };
  const medians = await alternate(
    { cucumber: time("cucumber"), storyproof: time("storyproof") },
    rounds,
  );
  const addedMs = medians.storyproof - medians.cucumber;
  console.log(
    `  cucumber ${Math.round(medians.cucumber)} ms, with storyproof ${Math.round(medians.storyproof)} ms`,
  );
  return [verdict("importing package and steps: added ms", addedMs, limitMs, "at most")];
}
