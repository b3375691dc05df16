import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import { defineConfig } from "../../../src/config/define-config.ts";
import { areSurelyRight } from "../../../src/config/precompiled.ts";
import { configSchema } from "../../../src/config/schema.ts";
import { findConfigProblems } from "../../../src/config/validate.ts";

afterEach(() => vi.unstubAllEnvs());

async function failure(options: object): Promise<string> {
  return await defineConfig(options)().then(
    () => "no failure",
    (error: Error) => error.stack ?? "",
  );
}

describe("profiles", () => {
  test("each tier includes the tiers inside it, and nothing planned is run", async () => {
    const profiles = await defineConfig()();
    expect(Object.entries(profiles).map(([name, { tags }]) => [name, tags])).toEqual([
      ["default", "not @planned"],
      ["smoke", "@smoke and not @planned"],
      ["regression", "(@smoke or @regression) and not @planned"],
      ["full", "not @planned"],
    ]);
  });

  test("a team's own tag expression narrows every profile", async () => {
    const { smoke } = await defineConfig({ cucumber: { tags: "@web or @api" } })();
    expect(smoke.tags).toBe("(@smoke and not @planned) and (@web or @api)");
  });

  test("only the packs that are asked for are loaded, the World first", async () => {
    const { default: profile } = await defineConfig({ steps: { packs: ["api"] } })();
    const ours = profile.import?.map((path) => path.replace(/^.*\//, ""));
    expect(ours).toEqual(["support.ts", "api.ts", "*.{js,mjs,cjs}"]);
  });

  test("TypeScript steps are found when a loader is set, declarations are not", async () => {
    const { default: profile } = await defineConfig({ cucumber: { loader: ["ts-node/esm"] } })();
    expect(profile.import?.slice(-2)).toEqual([
      "features/**/*.{js,mjs,cjs}",
      "features/**/!(*.d).{ts,mts}",
    ]);
  });

  test("cucumber's own settings go through to every profile", async () => {
    const profiles = await defineConfig({
      cucumber: { parallel: 2, retry: 1, format: ["summary"] },
    })();
    for (const profile of Object.values(profiles)) {
      expect(profile).toMatchObject({ parallel: 2, retry: 1 });
      expect(profile.format?.at(-1)).toBe("summary");
    }
  });

  test("reports left out are not asked for; without JSON the others get reporters of their own", async () => {
    const { default: profile } = await defineConfig({
      reports: { folder: "out", json: false, messages: false, markdown: false },
    })();
    expect(profile.format).toEqual([
      [expect.stringMatching(/reporters\/truth-html\.ts$/), "out/truth.html"],
    ]);
  });

  test("the settings that travel to the workers are complete and hold no secret's value", async () => {
    vi.stubEnv("DB_PASSWORD", "hunter2hunter2");
    const profiles = await defineConfig({ secrets: { environment: ["DB_PASSWORD"] } })();
    const settings = JSON.stringify(profiles.default.worldParameters);
    expect(settings).toContain('"stepMs":30000');
    expect(settings).not.toContain("hunter2");
  });
});

describe("environments", () => {
  const environments = {
    local: { baseUrl: "http://localhost:1" },
    staging: { baseUrl: "https://staging.example" },
  };

  test("the first is used, then the option, then STORYPROOF_ENV", async () => {
    const nameOf = async (options: object): Promise<string> =>
      (await defineConfig(options).settings()).environmentName;
    expect(await nameOf({ environments })).toBe("local");
    expect(await nameOf({ environments, environment: "staging" })).toBe("staging");
    vi.stubEnv("STORYPROOF_ENV", "local");
    expect(await nameOf({ environments, environment: "staging" })).toBe("local");
  });

  test("one that is not there is told with those that are", async () => {
    vi.stubEnv("STORYPROOF_ENV", "prod");
    expect(await failure({ environments })).toBe(
      "ConfigError: One problem in the options of defineConfig (cucumber.js):\n" +
        "  environment\n" +
        '    found:   "prod", from the environment variable STORYPROOF_ENV\n' +
        '    allowed: one of "local", "staging" (the names below environments)',
    );
  });
});

describe("wrong options", () => {
  test("every problem at once, with path, what was found and what is allowed, and no stack", async () => {
    const options = {
      enviroments: {},
      environment: "x",
      environments: { local: { baseUrl: "localhost:3000" } },
      browser: { engine: "chrome", viewport: { width: "wide", height: 0 } },
      timeouts: { stepMs: 0 },
      secrets: { patterns: ["("] },
      reports: { html: 3 },
    };
    expect(await failure(options)).toBe(
      [
        "ConfigError: 8 problems in the options of defineConfig (cucumber.js):",
        "  enviroments",
        "    found:   an option that does not exist",
        "    allowed: environments, environment, features, steps, browser, timeouts, mail, secrets, invariants, reports, signIn, locators, pages, preflight, lint, gaps, policy, cucumber. Did you mean environments?",
        "  environments.local.baseUrl",
        '    found:   "localhost:3000"',
        "    allowed: an absolute http:// or https:// address, without user name and password",
        "  browser.engine",
        '    found:   "chrome"',
        '    allowed: one of "chromium", "firefox", "webkit"',
        "  browser.viewport.width",
        '    found:   "wide"',
        "    allowed: whole pixels, from 1 to 10000",
        "  browser.viewport.height",
        "    found:   0",
        "    allowed: whole pixels, from 1 to 10000",
        "  timeouts.stepMs",
        "    found:   0",
        "    allowed: whole milliseconds, from 1 to 86400000 (a day)",
        "  secrets.patterns[0]",
        '    found:   "("',
        "    allowed: a regular expression",
        "  reports.html",
        "    found:   3",
        "    allowed: a text, or false to leave it out",
      ].join("\n"),
    );
  });

  test("credentials in an address are not printed", async () => {
    const text = await failure({
      environments: { local: { baseUrl: "https://ada:hunter2@shop" } },
    });
    expect(text).toContain('found:   "https://[redacted]@shop"');
    expect(text).not.toContain("hunter2");
  });

  test.each([
    "https://ada:secret@shop.example/",
    "http://token@localhost:3000",
    "ftp://shop.example",
    "http://",
  ])("%s is no address", (baseUrl) => {
    const problems = findConfigProblems({ environments: { local: { baseUrl } } });
    expect(problems.map(({ path }) => path)).toEqual(["environments.local.baseUrl"]);
  });

  test.each(["http://localhost:3000", "https://shop.example/a@b?x=1#y", "http://[::1]:80/"])(
    "%s is one",
    (baseUrl) => {
      expect(findConfigProblems({ environments: { local: { baseUrl } } })).toEqual([]);
    },
  );

  test("patterns of signals are told with what is wrong in them", async () => {
    const because = "x";
    const signals = [
      { kind: "load", from: "title", pattern: "\\p{L}[\\w-é]", because },
      { kind: "load", from: "title", pattern: "a", unless: "\\p{Foo}", because },
      { kind: "load", from: "title", pattern: "\\p{Lu}é", because },
    ];
    expect(await failure({ gaps: { signals } })).toMatch(
      /2 problems.*gaps\.signals\[0\]\.pattern\n.*Invalid character class.*signals\[1\]\.unless\n.*Invalid property name/s,
    );
    const wrong = await failure({ gaps: { signals: [{ ...signals[1], unless: "(" }] } });
    expect(wrong).toMatch(/signals\[0\]\.unless\n.*"\("/);
  });

  test("what gaps does not know is refused, with the nearest name", async () => {
    const signal = { kind: "unhapy-path", from: "title", pattern: "a", because: "x" };
    const text = await failure({
      gaps: { off: ["load", "lode", "repetition/stepp"], signals: [signal] },
    });
    expect(text).toMatch(/3 problems/);
    expect(text).toContain(
      'gaps.off[1]\n    found:   "lode"\n    allowed: a kind of guarantee, or the id of a built-in signal (docs/gaps.md lists both). Did you mean load?',
    );
    expect(text).toMatch(/gaps\.off\[2\]\n.*\n.*Did you mean repetition\/step\?/);
    expect(text).toMatch(
      /gaps\.signals\[0\]\.kind\n.*\n.*"incident"\. Did you mean unhappy-path\?/,
    );
    expect(findConfigProblems({ gaps: { off: ["weather"] } })[0]?.allowed).not.toContain("Did you");
  });

  test("the quick yes is none where the compiled schema leaves something out", () => {
    const yes = () => true;
    const signal = { kind: "load", from: "title", pattern: "(", because: "x" } as const;
    expect(areSurelyRight({ gaps: { off: ["load"] } }, yes)).toBe(true);
    expect(areSurelyRight({ gaps: { signals: [signal] } }, yes)).toBe(false);
    expect(areSurelyRight({ secrets: { patterns: ["("] } }, yes)).toBe(false);
    expect(areSurelyRight({ environment: "x" }, yes)).toBe(false);
    expect(areSurelyRight({}, () => false)).toBe(false);
  });

  test("what an object needs and does not have is told for each, with what it should be", async () => {
    const waivers = [{ rule: "a", story: "b", who: "Ada", until: "2027-03-01" }];
    expect(await failure({ policy: { waivers, rules: [{ reason: "x" }] } })).toBe(
      [
        "ConfigError: 3 problems in the options of defineConfig (cucumber.js):",
        "  policy.rules[0].id",
        "    found:   nothing",
        '    allowed: small letters, digits and hyphens, such as "high-risk"',
        "  policy.rules[0].reason",
        '    found:   "x"',
        "    allowed: a text with at least one word of two letters",
        "  policy.waivers[0].why",
        "    found:   nothing",
        "    allowed: a text with at least one word of two letters",
      ].join("\n"),
    );
  });

  test("a value that is no object at all", async () => {
    expect(findConfigProblems("local")).toEqual([
      { path: "", found: '"local"', allowed: "an object" },
    ]);
  });
});

describe("the option docs", () => {
  const folder = new URL("../../../src/config/", import.meta.url);
  const source = readdirSync(folder)
    .filter((name) => name.endsWith("options.ts"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join("\n");

  test("every option of the schema is a documented option, and the other way round", () => {
    const documented = [...source.matchAll(/readonly (\w+)\??:/g)].map(([, name]) => name);
    expect([...new Set(documented)].sort()).toEqual([...new Set(namesOf(configSchema))].sort());
  });

  test("the published schema is the schema", () => {
    const published = readFileSync(
      new URL("../../../schemas/config.schema.json", import.meta.url),
      "utf8",
    );
    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(configSchema)));
  });
});

function namesOf(schema: object): string[] {
  return Object.entries(schema).flatMap(([key, value]) => {
    if (typeof value !== "object" || value === null) return [];
    const names = key === "properties" ? Object.keys(value) : [];
    return [...names, ...namesOf(value)];
  });
}
