// npm test: starts json-server on a free port with a fresh copy of db.json, proves the stories against it, and leaves
// nothing running. What stands behind `npm test --` goes to cucumber-js, such as: npm test -- --tags @smoke
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const fileHere = (path) => fileURLToPath(new URL(path, import.meta.url));

// So it does not print a stack for each mistake that a story makes on purpose.
process.env.NODE_ENV ??= "test";
const { default: jsonServer } = await import("json-server");
const product = jsonServer.create();
product.use(jsonServer.defaults({ logger: false, bodyParser: true }));
// Data that is given instead of a file's name stays in memory: what the stories write is gone with this process.
product.use(jsonServer.router(JSON.parse(readFileSync(fileHere("db.json"), "utf8"))));

// It lives in this process, so however this process ends, the product has ended with it.
const server = product.listen(0, "127.0.0.1");
await once(server, "listening");
const url = `http://127.0.0.1:${server.address().port}`;

const cucumber = fileHere("node_modules/@cucumber/cucumber/bin/cucumber.js");
const run = spawn(process.execPath, [cucumber, ...process.argv.slice(2)], {
  cwd: fileHere("."),
  env: { ...process.env, API_URL: url },
  stdio: "inherit",
});
// Ctrl-C: cucumber-js writes its report of what was proven so far, and ends.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => run.kill(signal));

const [code] = await once(run, "close");
server.close();
server.closeAllConnections();
process.exitCode = code ?? 1;
