// Where a syntax error is: Node tells the file of a module that cannot be parsed to nobody but its own output, so it
// is asked again, file by file. It runs nothing of them.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";

/** More files than these would take longer than somebody waits for a message. */
const mostFiles = 100;

/** `features/steps/shop.js:3` for the first script below the globs' folders that is no JavaScript; or nothing. */
export function findSyntaxError(cwd: string, globs: readonly string[]): string | undefined {
  for (const file of listScripts(cwd, globs).slice(0, mostFiles)) {
    const { stderr } = spawnSync(process.execPath, ["--check", file], { encoding: "utf8" });
    const place = /^(?:file:\/\/)?(\/?.+:\d+)$/m.exec(stderr.split("\n")[0] ?? "")?.[1];
    if (stderr.includes("SyntaxError") && place !== undefined) return relative(cwd, place);
  }
  return undefined;
}

function listScripts(cwd: string, globs: readonly string[]): readonly string[] {
  // What stands before the first sign of a pattern: `features` of `features/**/*.js`.
  const folders = new Set(globs.map((glob) => glob.replace(/(?:^|\/)[^/]*[*?{[(!+@].*$/, "")));
  return [...folders].flatMap((folder) => {
    if (/\.[cm]?js$/.test(folder)) return [join(cwd, folder)];
    try {
      return readdirSync(join(cwd, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => /\.[cm]?js$/.test(name) && !name.includes("node_modules"))
        .map((name) => join(cwd, folder, name));
    } catch {
      return [];
    }
  });
}
