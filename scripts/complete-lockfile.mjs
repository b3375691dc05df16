// Adds to package-lock.json the optional platform packages that npm left out because the registry
// at hand does not carry them, so that `npm ci` works on every platform. Run after changing dependencies.
import { readFileSync, writeFileSync } from "node:fs";

const platforms = ["android", "darwin", "freebsd", "linux", "openharmony", "win32", "sunos", "aix"];
const processors = [
  "arm64",
  "arm",
  "x64",
  "ia32",
  "ppc64",
  "s390x",
  "riscv64",
  "loong64",
  "mips64el",
  "wasm32",
];

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const optionalOf = Object.values(lock.packages).flatMap((entry) =>
  Object.entries(entry.optionalDependencies ?? {}).map(([name, version]) => ({
    name,
    version,
    dev: entry.dev,
  })),
);
let added = 0;
for (const { name, version, dev } of optionalOf) {
  const path = `node_modules/${name}`;
  const words = name.split(/[/-]/);
  const os = platforms.find((word) => words.includes(word));
  const cpu = processors.find(
    (word) => words.includes(word) || (word === "arm" && words.includes("arm")),
  );
  if (lock.packages[path] !== undefined || (os === undefined && cpu === undefined)) continue;
  lock.packages[path] = {
    version: version.replace(/^[\^~]/, ""),
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev: true }),
    optional: true,
    ...(os && { os: [os] }),
  };
  added += 1;
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} platform packages added`);
