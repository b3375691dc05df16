// Lets Node run this repository's TypeScript as it stands: node --import ./scripts/typescript.mjs FILE.ts
import { register } from "node:module";

process.env.TS_NODE_TRANSPILE_ONLY ??= "true";
// Worker processes import this through NODE_OPTIONS and the configuration once more; one loader is enough.
if (!globalThis.storyproofReadsTypeScript) register("ts-node/esm", import.meta.url);
globalThis.storyproofReadsTypeScript = true;
