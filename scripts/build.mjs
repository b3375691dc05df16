// Compiles the package into dist/, from nothing, so that no file of an earlier build stays behind.
import { spawnSync } from "node:child_process";
import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { Ajv2020 as Ajv } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";

// npm asks for a build whenever it installs or packs these sources; while a set-up does so, nobody needs one.
if (process.env.npm_lifecycle_event === "prepare" && process.env.STORYPROOF_SET_UP) process.exit(0);

rmSync("dist", { recursive: true, force: true });
const { status } = spawnSync(
  process.execPath,
  ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"],
  {
    stdio: "inherit",
  },
);
if (status !== 0) process.exit(status ?? 1);
chmodSync("dist/src/cli/bin.js", 0o755);
await precompileOptions();

/** A validator of right options as code: see src/config/precompiled.ts. */
async function precompileOptions() {
  const { configSchema } = await import("../dist/src/config/schema.js");
  const ajv = new Ajv({
    strict: false,
    messages: false,
    // What it leaves out, precompiled.ts asks for.
    formats: { regex: true },
    code: { source: true },
  });
  writeFileSync(
    "dist/src/config/accepts-options.cjs",
    standalone.default(ajv, ajv.compile(configSchema)),
  );
}
