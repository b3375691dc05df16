import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { renderJson } from "../../../../src/lint/formats/json.ts";
import { rules } from "../../../../src/lint/rules.ts";
import { lintText } from "../lint-text.ts";
import { reportOf, silencedTag, tagFinding } from "./report.ts";

const schema = JSON.parse(readFileSync("schemas/lint.schema.json", "utf8"));
const validate = new Ajv2020({ allErrors: true }).compile(schema);

/** Equal to the other but for its line. */
const other = { ...tagFinding, line: 4 };

test("what every rule finds in its bad example is as the published schema says", async () => {
  const findings = (await Promise.all(rules.map(({ bad }) => lintText(bad)))).flat();
  expect(findings.length).toBeGreaterThan(rules.length);
  const all = rules.map((rule) => ({ rule, severity: rule.severity }));
  const json = JSON.parse(renderJson(reportOf(findings, { rules: all, mended: 2 })));
  validate(json);
  expect(validate.errors).toBeNull();
  expect(json.findings).toMatchObject(findings);
  const { errors, warnings, notes, fixable, mended } = json.summary;
  expect(errors + warnings + notes).toBe(findings.length);
  expect(fixable).toBeGreaterThan(0);
  expect(mended).toBe(2);
});

test("the schema refuses what is none", () => {
  expect(validate({ version: 1 })).toBe(false);
});

test("what comments silence is listed apart, and a comment changes no fingerprint", () => {
  const { summary, silenced, findings } = JSON.parse(
    renderJson(reportOf([tagFinding], { silenced: [{ ...silencedTag, finding: other }] })),
  );
  expect(summary).toMatchObject({ errors: 1, silenced: 1 });
  expect(silenced).toMatchObject([{ finding: other, reason: silencedTag.reason, line: 2 }]);
  const open = JSON.parse(renderJson(reportOf([tagFinding, other])));
  expect([...findings, silenced[0].finding]).toEqual(open.findings);
  expect(validate(JSON.parse(renderJson(reportOf([], { silenced: [silencedTag] }))))).toBe(true);
});
