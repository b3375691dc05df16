// A team's project whose last After hook takes each scenario's journey and tries something with it: `experiment.mjs`.
import { configFor } from "./product.ts";
import { makeProject, type Project } from "./project.ts";

/** Loaded before ours, so that this hook runs when all others have: there gates will stand. */
const lastHook = `import { After } from "@cucumber/cucumber";
import { appendFileSync } from "node:fs";
import { takeJourney } from "storyproof/steps/definition-wrapper";
import { leaveOutOfJourneys } from "../node_modules/storyproof/dist/src/journey/recorder.js";
import { experiment } from "./experiment.mjs";

After({ timeout: -1 }, leaveOutOfJourneys(async function (moment) {
  const journey = await takeJourney(this, moment);
  const told = await experiment(journey, moment.pickle.name, this);
  const line = JSON.stringify({ scenario: moment.pickle.name, kind: journey.kind, ...told });
  appendFileSync("told.ndjson", line + "\\n");
}));
`;

/** What experiments are made with; each file of a test begins with it. */
export const experimentParts = `import { checkJourney } from "../node_modules/storyproof/dist/src/journey/check-journey.js";

/** Replays it that often, some at once, and counts how they end. */
export async function repeat(journey, times, atOnce, options = { deadlineMs: 20_000 }) {
  const kinds = {};
  const errors = [];
  let left = times;
  const loop = async () => {
    while (left-- > 0) {
      const outcome = await journey.replay(options);
      kinds[outcome.kind] = (kinds[outcome.kind] ?? 0) + 1;
      if (outcome.kind === "failed") errors.push(outcome.error.message);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, loop));
  return { kinds, errors: [...new Set(errors)] };
}
`;

export interface Told extends Readonly<Record<string, unknown>> {
  readonly scenario: string;
  readonly kind: string;
}

export function makeJourneyProject(
  url: string,
  files: Readonly<Record<string, string>>,
  options: object = {},
): Project {
  const config = configFor(url, { reports: { html: false }, ...options });
  return makeProject({
    "storyproof.mjs": config,
    "cucumber.js": `import config from "./storyproof.mjs";
export default async () => {
  const profiles = await config();
  for (const profile of Object.values(profiles)) profile.import.unshift("last/hook.mjs");
  return profiles;
};
`,
    "last/hook.mjs": lastHook,
    ...files,
  });
}

/** What the experiments told, by the names of their scenarios. */
export function readTold(project: Project): Readonly<Record<string, Told>> {
  const lines = project.read("told.ndjson").trim().split("\n");
  return Object.fromEntries(
    lines.map((line) => {
      const told = JSON.parse(line) as Told;
      return [told.scenario, told];
    }),
  );
}
