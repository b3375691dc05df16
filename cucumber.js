// This repository's own profiles: the stories of the example product in examples/workspace.
import { defineConfig } from "./src/config/define-config.ts";

export default defineConfig({
  environments: {
    // `npm start` and `npm test` start the product on a free port and say here where.
    local: { baseUrl: process.env.WORKSPACE_URL ?? "http://127.0.0.1:4173" },
  },
  cucumber: { loader: ["ts-node/esm"] },
});
