// The tags of a document as they were written, place by place. Making a Story of it would cost more than the check.
import type * as messages from "@cucumber/messages";
import { type ColumnCount, readTags } from "../story/read-steps.ts";
import type { Tag, TagLevel } from "../story/story.ts";

/** One list for the feature and for each rule, scenario and table of examples that has tags. */
export function* listWrittenTags(
  feature: messages.Feature,
  columns: ColumnCount,
): Generator<readonly Tag[]> {
  yield* listTags(feature, "feature", columns);
  for (const { rule, scenario } of feature.children) {
    if (scenario !== undefined) yield* listScenarioTags(scenario, columns);
    if (rule === undefined) continue;
    yield* listTags(rule, "rule", columns);
    for (const child of rule.children) {
      if (child.scenario !== undefined) yield* listScenarioTags(child.scenario, columns);
    }
  }
}

function* listScenarioTags(
  scenario: messages.Scenario,
  columns: ColumnCount,
): Generator<readonly Tag[]> {
  yield* listTags(scenario, "scenario", columns);
  for (const examples of scenario.examples) yield* listTags(examples, "examples", columns);
}

function* listTags(
  { tags }: { readonly tags: readonly messages.Tag[] },
  level: TagLevel,
  columns: ColumnCount,
): Generator<readonly Tag[]> {
  if (tags.length > 0) yield readTags(tags, level, columns);
}
