// Writes schemas/config.schema.json from src/config/schema.ts.
import { writeFileSync } from "node:fs";
import "./typescript.mjs";

const { configSchema } = await import("../src/config/schema.ts");
writeFileSync("schemas/config.schema.json", `${JSON.stringify(configSchema, null, 2)}\n`);
