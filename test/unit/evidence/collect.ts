import { readFileSync } from "node:fs";
import type { Envelope } from "@cucumber/messages";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "vitest";
import { RunCollector } from "../../../src/evidence/run-collector.ts";
import type { CaseReport, TruthReport } from "../../../src/evidence/truth-report.ts";

export function collect(...runs: readonly (readonly Envelope[])[]): TruthReport {
  const collector = new RunCollector();
  for (const run of runs) {
    collector.startRun();
    for (const envelope of run) collector.add(envelope);
  }
  return collector.finish();
}

export function casesOf(report: TruthReport): readonly CaseReport[] {
  return report.stories
    .flatMap((story) => [...story.scenarios, ...story.rules.flatMap((rule) => rule.scenarios)])
    .flatMap((scenario) => scenario.cases);
}

/** Each guarantee's text with its verdict and the kind of its reason. */
export function verdictsOf(report: TruthReport): readonly string[] {
  return casesOf(report).flatMap((one) =>
    one.guarantees.map(({ text, verdict, reason }) =>
      [text, verdict, ...(reason === undefined ? [] : [reason.kind])].join(" "),
    ),
  );
}

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
addFormats.default(ajv);

/** Fails with every difference when a value is not what a published schema says. */
export function expectToMatchSchema(value: unknown, name: string): void {
  const url = new URL(`../../../schemas/${name}.schema.json`, import.meta.url);
  const id = `urn:storyproof:schema:${name}`;
  const validate = ajv.getSchema(id) ?? ajv.compile(JSON.parse(readFileSync(url, "utf8")));
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}
