// Writes schemas/config.schema.json and schemas/tags.schema.json from src/config/schema.ts and src/tags/tag-schema.ts.
import { writeFileSync } from "node:fs";
import "./typescript.mjs";

const { configSchema } = await import("../src/config/schema.ts");
writeFileSync("schemas/config.schema.json", `${JSON.stringify(configSchema, null, 2)}\n`);
const { tagSchema } = await import("../src/tags/tag-schema.ts");
writeFileSync("schemas/tags.schema.json", `${JSON.stringify(tagSchema, null, 2)}\n`);
