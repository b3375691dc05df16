// The tags of a document as they were written, place by place. Making a Story of it would cost more than the check.
import type * as messages from "@cucumber/messages";
import { readTags } from "../story/read-steps.ts";
import type { Tag, TagLevel } from "../story/story.ts";

/** One list for the feature and for each rule, scenario and table of examples that has tags. */
export function* listWrittenTags(feature: messages.Feature): Generator<readonly Tag[]> {
  yield* listTags(feature, "feature");
  for (const { rule, scenario } of feature.children) {
    if (scenario !== undefined) yield* listScenarioTags(scenario);
    if (rule === undefined) continue;
    yield* listTags(rule, "rule");
    for (const child of rule.children) {
      if (child.scenario !== undefined) yield* listScenarioTags(child.scenario);
    }
  }
}

function* listScenarioTags(scenario: messages.Scenario): Generator<readonly Tag[]> {
  yield* listTags(scenario, "scenario");
  for (const examples of scenario.examples) yield* listTags(examples, "examples");
}

function* listTags(
  { tags }: { readonly tags: readonly messages.Tag[] },
  level: TagLevel,
): Generator<readonly Tag[]> {
  if (tags.length > 0) yield readTags(tags, level);
}
