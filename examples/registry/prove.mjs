// npm test: starts verdaccio on a free port with an empty storage, proves the stories against it, and leaves nothing
// running and no files. What stands behind `npm test --` goes to cucumber-js, such as: npm test -- --tags @smoke
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runServer } from "verdaccio";

const fileHere = (path) => fileURLToPath(new URL(path, import.meta.url));

// Packages and accounts of the stories go where the configuration is.
const folder = mkdtempSync(join(tmpdir(), "registry-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const name of ["config.yaml", "htpasswd"]) cpSync(fileHere(name), join(folder, name));

// It lives in this process, so however this process ends, the product has ended with it.
const server = await runServer(join(folder, "config.yaml"));
server.listen(0, "127.0.0.1");
await once(server, "listening");
const url = `http://127.0.0.1:${server.address().port}`;

const cucumber = fileHere("node_modules/@cucumber/cucumber/bin/cucumber.js");
const run = spawn(process.execPath, [cucumber, ...process.argv.slice(2)], {
  cwd: fileHere("."),
  env: { ...process.env, REGISTRY_URL: url },
  stdio: "inherit",
});
// Ctrl-C: cucumber-js writes its report of what was proven so far, and ends.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => run.kill(signal));

const [code] = await once(run, "close");
// Verdaccio keeps connections and timers of its own.
process.exit(code ?? 1);
