// docs/configuration.md is complete, its defaults are the real ones, and its examples are right.
import { describe, expect, it, test } from "vitest";
import { configSchema } from "../../../src/config/schema.ts";
import { settingsFrom } from "../../../src/config/settings-from.ts";
import { findConfigProblems } from "../../../src/config/validate.ts";
import { readBlocks, readTables } from "./markdown-page.ts";

const page = "docs/configuration.md";
const columns = ["option", "type", "default", "example", "meaning"];

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
}

/** The size of a page is one thing to say, not two. */
const whole = new Set(["browser.viewport"]);

function listOptions(schema: Schema, path: string): readonly string[] {
  const { properties, additionalProperties } = schema;
  if (whole.has(path)) return [path];
  if (properties !== undefined) {
    return Object.entries(properties).flatMap(([name, inner]) =>
      listOptions(inner, path === "" ? name : `${path}.${name}`),
    );
  }
  const isMap = typeof additionalProperties === "object" && additionalProperties.properties;
  return isMap ? listOptions(additionalProperties, `${path}.<name>`) : [path];
}

const options = listOptions(configSchema as unknown as Schema, "");
const rows = readTables(page, columns).map(([option = "", type, standard = "", example = ""]) => ({
  option: option.replaceAll("`", ""),
  type,
  standard,
  example: example.replaceAll("`", ""),
}));

test("every option has its row, and every row its option", () => {
  expect(options.length).toBeGreaterThan(40);
  expect(rows.map(({ option }) => option).sort()).toEqual(options.toSorted());
});

describe("the defaults are those that a run has", () => {
  const settings = settingsFrom({}, {});
  const real: Readonly<Record<string, unknown>> = {
    "steps.packs": settings.packs,
    "steps.prefix": settings.prefix,
    preflight: settings.preflight,
    ...flatten("browser", settings.browser),
    ...flatten("timeouts", settings.timeouts),
    ...flatten("mail", settings.mail),
    ...flatten("secrets", settings.secrets),
    ...flatten("invariants", settings.invariants),
    ...flatten("reports", settings.reports),
    "lint.vagueWords": settings.lint.vagueWords,
  };

  it.each(rows)("$option: $standard", ({ option, standard }) => {
    const code = /^`(.+)`$/.exec(standard)?.[1];
    // Words, without code, where the default is no value: "found", "cucumber's".
    expect(code === undefined ? undefined : evaluate(code)).toEqual(real[option]);
  });

  it("without tables of their own nothing is left unsaid", () => {
    expect(Object.keys(real).filter((option) => !options.includes(option))).toEqual([]);
  });
});

test.each(rows)("$option may be $example", ({ option, example, standard }) => {
  const path = option.replace("<name>", "local").split(".");
  const value = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), evaluate(example));
  const rest = option === "environment" ? { environments: { staging: {} } } : {};
  expect(findConfigProblems({ ...rest, ...Object(value) })).toEqual([]);
  expect(example).not.toBe(standard.replaceAll("`", ""));
});

const examples = readBlocks(page).filter(({ language }) => language === "js");

test("every group of options has an example", () => {
  const shown = new Set(examples.flatMap(({ code }) => Object.keys(readOptions(code))));
  const groups = new Set(options.map((option) => option.split(".")[0]));
  groups.delete("preflight");
  expect([...groups].filter((group) => !shown.has(group ?? ""))).toEqual([]);
});

test.each(examples)("the example in line $line is right", ({ code, file }) => {
  expect(file).toBe("cucumber.js");
  expect(findConfigProblems(readOptions(code))).toEqual([]);
});

test("the problems that are shown are the ones that are told", async () => {
  const { ConfigError } = await import("../../../src/config/errors.ts");
  const wrong = { browser: { engine: "chrome" }, timeout: 3 };
  const [shown = ""] = readBlocks(page)
    .filter(({ language }) => language === "text")
    .map(({ code }) => code.trimEnd());
  const problems = findConfigProblems(wrong).toSorted((a, b) => a.path.localeCompare(b.path));
  expect(new ConfigError(problems).message).toBe(shown);
});

function flatten(group: string, settings: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [`${group}.${name}`, value]),
  );
}

function evaluate(code: string): unknown {
  return new Function(`return (${code});`)();
}

/** The options of a whole configuration, evaluated outside any run. */
function readOptions(code: string): object {
  const body = /export default defineConfig\((.*)\);\s*$/s.exec(code)?.[1];
  if (body === undefined) throw new Error(`this is no configuration:\n${code}`);
  return Object(evaluate(body));
}
