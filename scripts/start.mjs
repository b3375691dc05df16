// npm start: makes the clone ready, starts the example product, proves its smoke stories through its API and in a
// browser, and says the verdict of every story and where the report is. Leaves nothing running.
import { join, relative } from "node:path";
import { runScript } from "./interruption.mjs";
import { withProduct } from "./product.mjs";
import { root, setUp } from "./setup.mjs";
import { describeVerdicts, runStories } from "./stories.mjs";

await runScript(async (signal) => {
  await setUp({ signal });
  console.log("Starting the example product.");
  return withProduct({ signal }, async (url) => {
    console.log(`It runs at ${url}. Proving its smoke stories.\n`);
    const since = Date.now();
    const code = await runStories(["--tags", "@smoke"], { url, signal });
    if (!signal.aborted) printVerdicts(since);
    return code;
  });
});

function printVerdicts(since) {
  const verdicts = describeVerdicts(since);
  if (verdicts === undefined) {
    console.log("\nThe run ended before it wrote a report.");
    return;
  }
  const report = relative(process.cwd(), join(root, "reports", "truth.html"));
  console.log(["", "Stories:", ...verdicts, "", `Report: ${report}`].join("\n"));
}
