// Lets Node run this repository's TypeScript as it stands: node --import ./scripts/typescript.mjs FILE.ts
import { register } from "node:module";

// Worker processes import this through NODE_OPTIONS and the configuration once more; one loader is enough.
if (!globalThis.storyproofReadsTypeScript) register("./typescript-hooks.mjs", import.meta.url);
globalThis.storyproofReadsTypeScript = true;
