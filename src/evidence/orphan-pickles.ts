// Stories made up from pickles alone, for streams that lost the document: what ran is never left out.
import type * as messages from "@cucumber/messages";
import { createIdRegister, hashContent, slugify, slugifyPath } from "../story/identity.ts";
import type { Scenario, Story } from "../story/story.ts";
import type { RunRecord } from "./run-record.ts";

/** One story for each path that has pickles and no document. */
export function storiesOfOrphans(run: RunRecord): readonly Story[] {
  const byUri = new Map<string, messages.Pickle[]>();
  for (const pickle of run.pickles) {
    if (run.stories.has(pickle.uri)) continue;
    byUri.set(pickle.uri, [...(byUri.get(pickle.uri) ?? []), pickle]);
  }
  return [...byUri].map(([uri, pickles]) => makeStory(uri.replaceAll("\\", "/"), pickles));
}

function makeStory(uri: string, pickles: readonly messages.Pickle[]): Story {
  const id = slugifyPath(uri);
  const giveId = createIdRegister();
  const scenarios = pickles.map((pickle) =>
    makeScenario(pickle, giveId(`${id}/${slugify(pickle.name)}`)),
  );
  return {
    id,
    uri,
    language: pickles[0]?.language ?? "en",
    keyword: "Feature",
    title: uri,
    description: "",
    line: 1,
    tags: [],
    comments: [],
    scenarios,
    rules: [],
    contentHash: hashContent(scenarios.map((scenario) => scenario.contentHash).sort()),
  };
}

function makeScenario(pickle: messages.Pickle, id: string): Scenario {
  const line = pickle.location?.line ?? 1;
  const contentHash = hashContent([pickle.name, pickle.steps.map((step) => step.text)]);
  const tags = pickle.tags.map(
    ({ name }) => ({ name, level: "scenario", line, column: 1 }) as const,
  );
  const nodeKey = pickle.astNodeIds.join(" ");
  return {
    id,
    keyword: "Scenario",
    title: pickle.name,
    description: "",
    line,
    tags,
    steps: [],
    backgroundSteps: 0,
    examples: [],
    cases: [{ id, nodeKey, line, tags, contentHash }],
    contentHash,
  };
}
