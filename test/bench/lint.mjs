// Linting the order of 6,500 feature files, against reading and compiling the same files with @cucumber/gherkin alone.
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
