// A scenario of four steps and one request, recorded by a real cucumber run and replayed there,
// against a bare loop over an undici Pool in the same process, taking turns.
import { fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeBenchProject } from "./project.mjs";
import { verdict } from "./rounds.mjs";

const feature = `Feature: One request
  Scenario: One request
    Given I set the header "Accept" to "application/json"
    When I send a GET request to "/"
    Then the response status should be 200
    And the response "name" should be "Ada"
`;

const config = (url) => `import { defineConfig } from "storyproof";
const config = defineConfig({
  environments: { local: { apiUrl: ${JSON.stringify(url)} } },
  reports: { messages: false, html: false, json: false, markdown: false },
  steps: { packs: ["api"] },
});
export default async () => {
  const profiles = await config();
  for (const profile of Object.values(profiles)) profile.import.unshift("last/hook.mjs");
  return profiles;
};
`;

/** Loaded before our hooks, so that it runs after them. */
const hook = (url, rounds) => `import { After } from "@cucumber/cucumber";
import { writeFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { takeJourney } from "storyproof/steps/definition-wrapper";
import { Pool } from ${JSON.stringify(new URL("../../node_modules/undici/index.js", import.meta.url).href)};
import { leaveOutOfJourneys } from "../node_modules/storyproof/dist/src/journey/recorder.js";
import { alternate } from ${JSON.stringify(new URL("rounds.mjs", import.meta.url).href)};

const atOnce = 16;
After({ timeout: -1 }, leaveOutOfJourneys(async function (moment) {
  const journey = await takeJourney(this, moment);
  const pool = new Pool(${JSON.stringify(url)}, { connections: atOnce });
  const contestants = {
    pool: () => perSecond(async () => {
      const { statusCode, body } = await pool.request({ path: "/", method: "GET" });
      await body.bytes();
      if (statusCode !== 200) throw new Error("status " + statusCode);
    }),
    journeys: () => perSecond(async () => {
      const outcome = await journey.replay({ deadlineMs: 10_000 });
      if (outcome.kind !== "completed") throw outcome.error ?? new Error(outcome.kind);
    }),
  };
  for (const warmUp of Object.values(contestants)) await warmUp();
  const medians = await alternate(contestants, ${rounds});
  writeFileSync("result.json", JSON.stringify({ ...medians, heapMb: await millionHeaps() }));
  await pool.close();

  /** What is kept after each tenth of a million journeys, when all garbage is collected. */
  async function millionHeaps() {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc");
    const lots = [];
    for (let lot = 0; lot < 10; lot += 1) {
      let left = 100_000;
      const loop = async () => {
        while (left-- > 0) await journey.replay({ deadlineMs: 10_000 });
      };
      await Promise.all(Array.from({ length: atOnce }, loop));
      collect();
      lots.push(Number((process.memoryUsage().heapUsed / 1e6).toFixed(1)));
    }
    return lots;
  }
}));

async function perSecond(once) {
  let done = 0;
  const start = performance.now();
  const endMs = start + 1_000;
  const loop = async () => {
    while (performance.now() < endMs) {
      await once();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, loop));
  return (done * 1000) / (performance.now() - start);
}
`;

export async function benchReplay(rounds = 7) {
  const server = fork(fileURLToPath(new URL("server.mjs", import.meta.url)));
  const [port] = await once(server, "message");
  const folder = makeProject(`http://127.0.0.1:${port}`, rounds);
  try {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["node_modules/@cucumber/cucumber/bin/cucumber.js"],
      {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, CUCUMBER_PUBLISH_QUIET: "true" },
      },
    );
    if (status !== 0) throw new Error(`cucumber-js ended with ${status}: ${stdout}${stderr}`);
    const medians = JSON.parse(readFileSync(join(folder, "result.json"), "utf8"));
    console.log(
      `  per second: bare Pool ${Math.round(medians.pool)}, journeys ${Math.round(medians.journeys)}`,
    );
    const { heapMb } = medians;
    console.log(`  heap in MB over a million journeys, by lots of 100,000: ${heapMb.join(", ")}`);
    return [
      verdict(
        "heap after a million journeys / after 100,000",
        heapMb.at(-1) / heapMb[0],
        1.1,
        "at most",
      ),
      verdict(
        "replayed one-request journeys of four steps per second / bare undici Pool",
        medians.journeys / medians.pool,
        0.7,
        "at least",
      ),
    ];
  } finally {
    server.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeProject(url, rounds) {
  return makeBenchProject("replay", {
    "cucumber.js": config(url),
    "last/hook.mjs": hook(url, rounds),
    "features/a.feature": feature,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.table(await benchReplay(Number(process.argv[2] ?? 7)));
}
