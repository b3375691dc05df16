import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startBookshop } from "../../bookshop/shop.ts";
import { runCucumber } from "./run-cucumber.ts";

const wanted = process.env["PHRASE_EXAMPLES"] ?? "streams";
const files = readdirSync("docs/examples", { recursive: true, encoding: "utf8" }).filter((n) => n.startsWith(wanted) && n.endsWith(".feature"));
test.each(files)("%s", async (file) => {
  const url = await startBookshop();
  const { steps } = await runCucumber(readFileSync(`docs/examples/${file}`, "utf8"), {
    pack: "index",
    settings: { environment: { baseUrl: url } },
  });
  const bad = steps.filter((s) => s.status !== "PASSED").map((s) => `${s.text}: ${s.status} ${s.definitions.join(" | ")} ${s.message}`);
  expect(bad).toEqual([]);
  expect(steps.length).toBeGreaterThan(0);
});
