// Lets Node run this repository's TypeScript as it stands: node --import ./scripts/typescript.mjs FILE.ts
import { register } from "node:module";

process.env.TS_NODE_TRANSPILE_ONLY ??= "true";
register("ts-node/esm", import.meta.url);
