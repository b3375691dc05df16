// A team's project for a benchmark, in a folder of its own: this package and its cucumber linked in, and these files.
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../", import.meta.url));

/** Answers the folder; whoever asked for it removes it. */
export function makeBenchProject(name, files) {
  const folder = mkdtempSync(join(tmpdir(), `bench-${name}-`));
  mkdirSync(join(folder, "node_modules/@cucumber"), { recursive: true });
  symlinkSync(repository, join(folder, "node_modules/storyproof"), "dir");
  symlinkSync(
    join(repository, "node_modules/@cucumber/cucumber"),
    join(folder, "node_modules/@cucumber/cucumber"),
    "dir",
  );
  const manifest = JSON.stringify({ type: "module", private: true });
  for (const [path, content] of Object.entries({ "package.json": manifest, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
