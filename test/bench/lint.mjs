// Linting the order of 6,500 feature files, against reading and compiling the same files with @cucumber/gherkin alone.
// Memory is told beside that of half of the files: what grows with them is what lint keeps, findings and phrases.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeCorpus } from "./feature-corpus.mjs";
import { alternate, verdict } from "./rounds.mjs";

const bin = fileURLToPath(new URL("../../dist/src/cli/bin.js", import.meta.url));
const peer = fileURLToPath(new URL("gherkin-alone.mjs", import.meta.url));

export async function benchLint(rounds = 5) {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const { files, bytes } = writeCorpus(join(folder, "features"));
    console.log(`  ${files} files, ${(bytes / 1e6).toFixed(0)} MB`);
    const seconds = await alternate(
      {
        gherkin: () => timed([peer, join(folder, "features")], folder, [0]),
        storyproof: () =>
          timed([bin, "lint", "--format", "json", "--output", "lint.json"], folder, [0, 1]),
      },
      rounds,
    );
    console.log(
      `  seconds: gherkin ${seconds.gherkin.toFixed(2)}, storyproof lint ${seconds.storyproof.toFixed(2)}`,
    );
    const [whole, part] = [measureMemory(folder), measureMemory(folder, "features/area-[1-3]*/*")];
    console.log(`  most memory: ${whole} MB; of about half of the files: ${part} MB`);
    const title = `lint of ${files} files / parsing and compiling them with @cucumber/gherkin`;
    return [verdict(title, seconds.storyproof / seconds.gherkin, 1.5, "at most")];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timed(args, cwd, allowed) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  if (!allowed.includes(status)) throw new Error(`${args[0]} ended with ${status}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

const tellMemory =
  "data:text/javascript,process.on('exit',()=>console.error('most',process.resourceUsage().maxRSS))";

/** The most that lint has at once, in megabytes. */
function measureMemory(cwd, ...paths) {
  const args = ["--import", tellMemory, bin, "lint", ...paths, "--output", "lint.txt"];
  const { stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  const told = [...stderr.matchAll(/^most (\d+)$/gm)].map(([, size]) => Number(size));
  return Math.round(Math.max(...told) / 1024);
}
