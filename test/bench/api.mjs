// One-request scenarios through our World, API session and steps, against a bare loop over an undici Pool.
import { fork } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Pool } from "undici";
import { alternate, verdict } from "./rounds.mjs";

const require = createRequire(import.meta.url);
const atOnce = 16;
const roundMs = 2_000;

export async function benchApi(rounds = 7) {
  const server = fork(fileURLToPath(new URL("server.mjs", import.meta.url)));
  const [port] = await once(server, "message");
  const url = `http://127.0.0.1:${port}`;
  const pool = new Pool(url, { connections: atOnce });
  const { scenario, close } = await prepareScenario(url);
  try {
    const medians = await alternate(
      { pool: () => perSecond(() => bareRequest(pool)), storyproof: () => perSecond(scenario) },
      rounds,
    );
    console.log(
      `  per second: bare Pool ${Math.round(medians.pool)}, scenarios ${Math.round(medians.storyproof)}`,
    );
    return [
      verdict(
        "one-request scenarios per second / bare undici Pool",
        medians.storyproof / medians.pool,
        0.7,
        "at least",
      ),
    ];
  } finally {
    await Promise.all([pool.close(), close()]);
    server.disconnect();
  }
}

async function bareRequest(pool) {
  const { statusCode, body } = await pool.request({ path: "/", method: "GET" });
  await body.bytes();
  if (statusCode !== 200) throw new Error(`status ${statusCode}`);
}

async function perSecond(once) {
  let done = 0;
  const endMs = performance.now() + roundMs;
  const loop = async () => {
    while (performance.now() < endMs) {
      await once();
      done += 1;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: atOnce }, loop));
  return (done * 1000) / (performance.now() - start);
}

/**
 * A scenario that runs again and again: a World of its own each time, its steps' arguments made anew.
 * Texts are matched with phrases once, since that is cucumber's work and the same for everybody.
 */
async function prepareScenario(url) {
  const builder =
    require("../../node_modules/@cucumber/cucumber/lib/support_code_library_builder/index.js").default;
  builder.reset(process.cwd(), () => String(Math.random()), {
    requireModules: [],
    requirePaths: [],
    importPaths: [],
    loaders: [],
  });
  await import("../../dist/steps/api.js");
  const library = builder.finalize();
  const { defineConfig } = await import("../../dist/src/index.js");
  const storyproof = await defineConfig({ environments: { local: { apiUrl: url } } }).settings();
  const steps = ['I send a GET request to "/"', "the response status should be 200"].map((text) => {
    const definition = library.stepDefinitions.find((each) => each.matchesStepName(text));
    return { code: definition.code, matched: definition.expression.match(text) };
  });
  const options = { attach() {}, log() {}, link() {}, parameters: { storyproof } };
  const scenario = async () => {
    const world = new library.World(options);
    for (const { code, matched } of steps) {
      await code.apply(
        world,
        matched.map((argument) => argument.getValue(world)),
      );
    }
  };
  const { closeWorker } = await import("../../dist/src/journey/worker.js");
  return { scenario, close: closeWorker };
}
