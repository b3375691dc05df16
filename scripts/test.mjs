// npm test: makes the clone ready, runs the tests of the code, and meanwhile proves every story against the example
// product. The last line counts both together.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChild } from "./children.mjs";
import { runScript } from "./interruption.mjs";
import { withProduct } from "./product.mjs";
import { root, setUp, setUpExamples } from "./setup.mjs";
import { countScenarios, runStories } from "./stories.mjs";

const vitest = join(root, "node_modules", "vitest", "vitest.mjs");

await runScript(async (signal) => {
  await setUp({ signal });
  await setUpExamples({ signal });
  return runTests({ signal });
});

async function runTests({ signal }) {
  const folder = await mkdtemp(join(tmpdir(), "storyproof-test-"));
  try {
    // Stories leave most of a second core idle, and the tests begin by compiling the package.
    const stories = proveStories(folder, signal);
    const ofCode = await testCode(folder, signal);
    const { output, ...ofStories } = await stories;
    if (signal.aborted) return 1;
    console.log(`\nThe stories of features/, proven against the example product:\n\n${output}`);
    return summarise({ tests: ofCode, scenarios: ofStories });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function testCode(folder, signal) {
  const results = join(folder, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const code = await runChild(process.execPath, [vitest, "run", ...reporters], {
    cwd: root,
    signal,
  });
  const counts = await countTests(results);
  return withExitCode(code, counts);
}

async function countTests(path) {
  const text = await readFile(path, "utf8").catch(() => "{}");
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = JSON.parse(text);
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
}

/** What cucumber writes is kept for the end: two programs that write at once cannot be read. */
async function proveStories(folder, signal) {
  const messages = join(folder, "messages.ndjson");
  const args = ["-p", "full", "--format", `message:${messages}`];
  let output = "";
  const onOutput = (text) => {
    output += text;
  };
  try {
    const code = await withProduct({ signal }, (url) => {
      // Beside a thousand tests nothing can be measured that would prove a gate: whether one is refuted is asked.
      const env = { ...process.env, STORYPROOF_TIER: "smoke" };
      return runStories(args, { url, signal, onOutput, env });
    });
    return { output, ...withExitCode(code, await countScenarios(messages)) };
  } catch (error) {
    return { output: output + error.message, passed: 0, failed: 1, skipped: 0 };
  }
}

/** A run that failed without a failed test, such as a file that cannot be loaded, counts as one failure. */
function withExitCode(code, counts) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function summarise(parts) {
  console.log("");
  for (const [name, { passed, failed, skipped }] of Object.entries(parts)) {
    console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
  const add = (kind) => Object.values(parts).reduce((sum, counts) => sum + counts[kind], 0);
  console.log(`${add("passed")} passed, ${add("failed")} failed`);
  return add("failed") === 0 ? 0 : 1;
}
