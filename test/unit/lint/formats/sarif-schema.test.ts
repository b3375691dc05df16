// The log laid against the schema of OASIS, as a package of Microsoft carries it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv, type SchemaObject } from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { renderSarif } from "../../../../src/lint/formats/sarif.ts";
import { rules } from "../../../../src/lint/rules.ts";
import { lintText } from "../lint-text.ts";
import { noOutcomeFinding, reportOf, silencedTag, spaceFinding, tagFinding } from "./report.ts";

const schemaFile = createRequire(import.meta.url).resolve(
  "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
);

function judge(text: string): readonly unknown[] {
  // Its dialect is older than ajv's, and differs in the names of these two.
  const {
    $schema: _,
    id: __,
    ...schema
  }: SchemaObject = JSON.parse(readFileSync(schemaFile, "utf8"));
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  validate(JSON.parse(text));
  return validate.errors ?? [];
}

const tool = { version: "1.2.3" };

test("results of every shape are right, and a run without any", () => {
  const report = reportOf([tagFinding, spaceFinding, noOutcomeFinding], {
    silenced: [silencedTag],
  });
  expect(judge(renderSarif(report, tool))).toEqual([]);
  const informationUri = "https://example.com/";
  expect(judge(renderSarif(reportOf([]), { ...tool, informationUri }))).toEqual([]);
  expect(judge(renderSarif(report, tool).replace('"2.1.0"', '"2.0.0"'))).not.toEqual([]);
});

test("all rules are right, with what their bad examples give", async () => {
  const findings = await Promise.all(rules.map(({ bad }) => lintText(bad)));
  const all = rules.map((rule) => ({ rule, severity: rule.severity }));
  expect(judge(renderSarif(reportOf(findings.flat(), { rules: all }), tool))).toEqual([]);
});
