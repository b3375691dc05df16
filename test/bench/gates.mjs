// What gates cost, and how true they are, in real cucumber runs on a loopback server: a smoke gate's time, how late
// journeys start at 60,000 a minute, measured percentiles beside those that the server knows, and memory.
import { fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeBenchProject } from "./project.mjs";
import { median, verdict } from "./rounds.mjs";

export async function benchGates(rounds = 3) {
  const server = fork(fileURLToPath(new URL("delayed-server.mjs", import.meta.url)));
  const [port] = await once(server, "message");
  const url = `http://127.0.0.1:${port}`;
  try {
    return [
      ...smokeGate(url, rounds),
      ...manyStarts(url, rounds),
      ...(await percentiles(url, server, rounds)),
    ];
  } finally {
    server.disconnect();
  }
}

/** Beside the same scenario without its gate. */
function smokeGate(url, rounds) {
  const added = [];
  for (let round = 0; round < rounds; round += 1) {
    const plain = run(url, scenario("", "/after/5")).ms;
    const gated = run(url, scenario("@smoke @latency:p95<300ms", "/after/5")).ms;
    added.push(gated - plain);
  }
  console.log(`  a smoke gate on a 5 ms API adds ${added.map(Math.round).join(", ")} ms`);
  return [verdict("a smoke gate on a 5 ms API, in seconds", median(added) / 1_000, 1, "at most")];
}

function manyStarts(url, rounds) {
  const late = [];
  for (let round = 0; round < rounds; round += 1) {
    const tags = "@regression @rpm:60000 @hold:20s @latency:p99<500ms";
    const { gates } = run(url, scenario(tags, "/"));
    const { load, verdict: found } = gates.gates.find(({ kind }) => kind === "rpm");
    late.push(load.startLatenessP99Ms);
    console.log(
      `  @rpm:60000 for 20 s: ${found.kind}, ${Math.round(load.offeredPerMinute)}/min offered, p99 of lateness ${load.startLatenessP99Ms} ms, ${gates.measurement.threads ?? 1} thread(s)`,
    );
  }
  return [
    verdict("p99 of start lateness at 60,000 starts a minute, in ms", median(late), 2, "at most"),
  ];
}

/** The server says what it took for each request; the truth is its p95 of the same requests. */
async function percentiles(url, server, rounds) {
  const errors = [];
  for (let round = 0; round < rounds; round += 1) {
    const tags = "@regression @latency:p95<900ms @samples:300";
    const { gates } = run(url, scenario(tags, "/programmed"));
    server.send("times");
    const [times] = await once(server, "message");
    const { measured, samples } = gates.gates.find(({ kind }) => kind === "latency");
    const truth = times.slice(-samples).sort((a, b) => a - b)[Math.ceil(samples * 0.95) - 1];
    const error = Math.abs(measured.value - truth);
    // Within 3 % or 1 ms is kept when this is at most 1.
    errors.push(error / Math.max(1, truth * 0.03));
    console.log(
      `  p95 of ${samples} programmed delays: measured ${measured.value.toFixed(2)} ms, truth ${truth.toFixed(2)} ms`,
    );
  }
  return [
    verdict("error of a measured p95 / the larger of 3 % and 1 ms", median(errors), 1, "at most"),
  ];
}

function scenario(tags, path) {
  return `Feature: Orders
  ${tags}
  Scenario: Orders are listed
    When I send a GET request to "${path}"
    Then the response status should be 200
`;
}

function run(url, feature) {
  const folder = makeProject(url, feature);
  try {
    const startMs = performance.now();
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["node_modules/@cucumber/cucumber/bin/cucumber.js"],
      {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, CUCUMBER_PUBLISH_QUIET: "true" },
      },
    );
    const ms = performance.now() - startMs;
    const messages = readFileSync(join(folder, "reports/messages.ndjson"), "utf8").split("\n");
    const line = messages.find((one) => one.includes("vnd.storyproof.gates+json"));
    if (line === undefined && feature.includes("@latency")) throw new Error(stdout + stderr);
    return { ms, gates: line && JSON.parse(JSON.parse(line).attachment.body) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeProject(url, feature) {
  return makeBenchProject("gates", {
    "cucumber.js": `import { defineConfig } from "storyproof";
export default defineConfig({
  environments: { local: { apiUrl: ${JSON.stringify(url)} } },
  reports: { html: false, json: false, markdown: false },
  steps: { packs: ["api"] },
});
`,
    "features/a.feature": feature,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.table(await benchGates(Number(process.argv[2] ?? 3)));
}
