// Runs a feature with real cucumber and the packs of this repository, and tells what became of each step.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Envelope, TestStepResult } from "@cucumber/messages";
import type { Settings } from "../../../src/config/settings.ts";
import { settingsFrom } from "../../../src/config/settings-from.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

export interface StepOutcome {
  /** The name of its scenario. */
  readonly scenario: string;
  readonly text: string;
  /** The patterns of the definitions that match it. */
  readonly definitions: readonly string[];
  readonly status: string;
  readonly message: string;
}

export interface CucumberRun {
  readonly steps: readonly StepOutcome[];
  /** The patterns of all definitions. */
  readonly definitions: readonly string[];
  /** What the run logged into its messages. */
  readonly logs: readonly string[];
  /** Texts that were attached, by the names of their files. */
  readonly texts: Readonly<Record<string, string>>;
}

export interface RunOptions {
  /** Which file below steps/ to load. */
  readonly pack: string;
  readonly dryRun?: boolean;
  readonly settings?: Partial<Settings>;
}

/** Runs a feature's text; files stand below the folder it runs in, and those named `….own.mjs` are the team's code. */
export async function runCucumber(
  feature: string,
  { pack, dryRun = false, settings = {} }: RunOptions,
  files: Readonly<Record<string, string>> = {},
): Promise<CucumberRun> {
  const folder = mkdtempSync(join(tmpdir(), "storyproof-steps-"));
  const profile = {
    paths: ["a.feature"],
    import: [
      join(repository, `steps/${pack}.ts`),
      ...Object.keys(files).filter((name) => name.endsWith(".own.mjs")),
    ],
    format: [["message", "messages.ndjson"]],
    dryRun,
    worldParameters: { storyproof: { ...defaultSettings, ...settings } },
  };
  const all = {
    ...files,
    "a.feature": feature,
    "cucumber.json": JSON.stringify({ default: profile }),
  };
  try {
    for (const [name, content] of Object.entries(all)) writeFileSync(join(folder, name), content);
    const output = await cucumber(folder, settings.locators ?? {});
    const messages = join(folder, "messages.ndjson");
    if (!existsSync(messages)) throw new Error(output);
    return readRun(readFileSync(messages, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const defaults = settingsFrom({}, {});
const defaultSettings: Settings = {
  ...defaults,
  browser: { ...defaults.browser, trace: "off" },
  reports: { folder: "reports", html: false, json: false, markdown: false, messages: false },
};

async function cucumber(folder: string, locators: Settings["locators"]): Promise<string> {
  const loader = join(repository, "scripts/typescript.mjs");
  const bin = join(repository, "node_modules/@cucumber/cucumber/bin/cucumber.js");
  const child = spawn(process.execPath, ["--import", loader, bin], {
    cwd: folder,
    env: {
      ...process.env,
      CUCUMBER_PUBLISH_QUIET: "true",
      STORYPROOF_TEMPORARY_FOLDER: join(folder, "tmp"),
      STORYPROOF_LOADING: JSON.stringify({ locators }),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const listen = (text: Buffer) => {
    output += text.toString();
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  await new Promise((resolve) => child.on("close", resolve));
  return output;
}

function readRun(ndjson: string): CucumberRun {
  const envelopes = ndjson
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Envelope);
  const patterns = new Map(
    envelopes.flatMap(({ stepDefinition }) =>
      stepDefinition === undefined ? [] : [[stepDefinition.id, stepDefinition.pattern.source]],
    ),
  );
  const names = new Map(
    envelopes.flatMap(({ pickle }) => (pickle === undefined ? [] : [[pickle.id, pickle.name]])),
  );
  const texts = new Map(
    envelopes.flatMap(({ pickle }) => pickle?.steps.map(({ id, text }) => [id, text]) ?? []),
  );
  const results = new Map(
    envelopes.flatMap(({ testStepFinished }) =>
      testStepFinished === undefined
        ? []
        : [[testStepFinished.testStepId, testStepFinished.testStepResult]],
    ),
  );
  const steps = envelopes.flatMap(
    ({ testCase }) =>
      testCase?.testSteps.map((step) => ({ ...step, scenario: names.get(testCase.pickleId) })) ??
      [],
  );
  return {
    definitions: [...patterns.values()],
    texts: Object.fromEntries(
      envelopes.flatMap(({ attachment }) =>
        attachment?.mediaType === "text/plain" && attachment.fileName !== undefined
          ? [[attachment.fileName, attachment.body]]
          : [],
      ),
    ),
    logs: envelopes.flatMap(({ attachment }) =>
      attachment?.mediaType === "text/x.cucumber.log+plain" ? [attachment.body] : [],
    ),
    steps: steps.flatMap(({ id, scenario = "", pickleStepId, stepDefinitionIds = [] }) => {
      if (pickleStepId === undefined) return [];
      const result = results.get(id);
      return {
        scenario,
        text: texts.get(pickleStepId) ?? "",
        definitions: stepDefinitionIds.map((definition) => patterns.get(definition) ?? ""),
        status: result?.status ?? "UNKNOWN",
        message: tellError(result),
      };
    }),
  };
}

/** What is printed, after the class of the error: cucumber prints that only where there is a stack. */
function tellError(result: TestStepResult | undefined): string {
  const { message = "", exception } = result ?? {};
  const type = exception?.type ?? "";
  return message.startsWith(type) ? message : `${type}: ${message}`;
}
