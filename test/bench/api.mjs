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
const warmUpMs = 500;

export async function benchApi(rounds = 7) {
  const server = fork(here("server.mjs"));
  const [port] = await once(server, "message");
  const url = `http://127.0.0.1:${port}`;
  try {
    const medians = await alternate(
      { pool: contestant("pool", url), storyproof: contestant("storyproof", url) },
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
    server.disconnect();
  }
}

/** Each round is a process of its own, so that nobody runs in code that was compiled for the other. */
function contestant(name, url) {
  return async () => {
    const child = fork(here("api.mjs"), [name, url]);
    const [perSecond] = await once(child, "message");
    child.kill();
    return perSecond;
  };
}

function here(file) {
  return fileURLToPath(new URL(file, import.meta.url));
}

const prepare = {
  pool: async (url) => {
    const pool = new Pool(url, { connections: atOnce });
    return () => bareRequest(pool);
  },
  storyproof: prepareScenario,
};

async function bareRequest(pool) {
  const { statusCode, body } = await pool.request({ path: "/", method: "GET" });
  await body.bytes();
  if (statusCode !== 200) throw new Error(`status ${statusCode}`);
}

async function perSecond(once, forMs) {
  let done = 0;
  const endMs = performance.now() + forMs;
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
  return scenario;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , name, url] = process.argv;
  const once = await prepare[name](url);
  await perSecond(once, warmUpMs);
  process.send(await perSecond(once, roundMs));
}
