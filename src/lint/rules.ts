// The one list of rules, by group and name.
import type { Rule } from "./rule.ts";
import { contradictoryBounds } from "./rules/gates/contradictory-bounds.ts";
import { invariantWithoutAny } from "./rules/gates/invariant-without-any.ts";
import { productionSafeWrites } from "./rules/gates/production-safe-writes.ts";
import { smokeTooLong } from "./rules/gates/smoke-too-long.ts";
import { unprovable } from "./rules/gates/unprovable.ts";
import { unsafeToRepeat } from "./rules/gates/unsafe-to-repeat.ts";
import { unusedSetting } from "./rules/gates/unused-setting.ts";
import { weakerThanInherited } from "./rules/gates/weaker-than-inherited.ts";
import { halfUserStory } from "./rules/intent/half-user-story.ts";
import { noOwner } from "./rules/intent/no-owner.ts";
import { noUserStory } from "./rules/intent/no-user-story.ts";
import { ruleWithoutScenario } from "./rules/intent/rule-without-scenario.ts";
import { unnamedStory } from "./rules/intent/unnamed-story.ts";
import { ambiguousPronoun } from "./rules/language/ambiguous-pronoun.ts";
import { interfaceDetail } from "./rules/language/interface-detail.ts";
import { nearPhrase } from "./rules/language/near-phrase.ts";
import { vagueWords } from "./rules/language/vague-words.ts";
import { trailingSpace } from "./rules/layout/trailing-space.ts";
import { ambiguousStep } from "./rules/steps/ambiguous.ts";
import { undefinedStep } from "./rules/steps/undefined.ts";
import { unusedDefinition } from "./rules/steps/unused.ts";
import { actionAfterOutcome } from "./rules/structure/action-after-outcome.ts";
import { actionInBackground } from "./rules/structure/action-in-background.ts";
import { duplicateId } from "./rules/structure/duplicate-id.ts";
import { duplicateRow } from "./rules/structure/duplicate-row.ts";
import { duplicateScenario } from "./rules/structure/duplicate-scenario.ts";
import { duplicateStory } from "./rules/structure/duplicate-story.ts";
import { emptyFile } from "./rules/structure/empty-file.ts";
import { noOutcome } from "./rules/structure/no-outcome.ts";
import { noScenario } from "./rules/structure/no-scenario.ts";
import { noSteps } from "./rules/structure/no-steps.ts";
import { noTier } from "./rules/structure/no-tier.ts";
import { outlineNoRows } from "./rules/structure/outline-no-rows.ts";
import { outlineOneRow } from "./rules/structure/outline-one-row.ts";
import { placeholderWithoutExamples } from "./rules/structure/placeholder-without-examples.ts";
import { severalActions } from "./rules/structure/several-actions.ts";
import { unknownPlaceholder } from "./rules/structure/unknown-placeholder.ts";
import { unnamedScenario } from "./rules/structure/unnamed-scenario.ts";
import { unreadableFile } from "./rules/structure/unreadable-file.ts";
import { unusedBackground } from "./rules/structure/unused-background.ts";
import { unusedColumn } from "./rules/structure/unused-column.ts";
import { malformedSuppression } from "./rules/suppression/malformed.ts";
import { suppressionWithoutReason } from "./rules/suppression/no-reason.ts";
import { unusedSuppression } from "./rules/suppression/unused.ts";
import { malformedTag } from "./rules/tags/malformed.ts";
import { repeatedTag } from "./rules/tags/repeated.ts";

export const rules: readonly Rule[] = [
  contradictoryBounds,
  invariantWithoutAny,
  productionSafeWrites,
  smokeTooLong,
  unprovable,
  unsafeToRepeat,
  unusedSetting,
  weakerThanInherited,
  halfUserStory,
  noOwner,
  noUserStory,
  ruleWithoutScenario,
  unnamedStory,
  ambiguousPronoun,
  interfaceDetail,
  nearPhrase,
  vagueWords,
  trailingSpace,
  ambiguousStep,
  undefinedStep,
  unusedDefinition,
  actionAfterOutcome,
  actionInBackground,
  duplicateId,
  duplicateRow,
  duplicateScenario,
  duplicateStory,
  emptyFile,
  noOutcome,
  noScenario,
  noSteps,
  noTier,
  outlineNoRows,
  outlineOneRow,
  placeholderWithoutExamples,
  severalActions,
  unknownPlaceholder,
  unnamedScenario,
  unreadableFile,
  unusedBackground,
  unusedColumn,
  malformedSuppression,
  suppressionWithoutReason,
  unusedSuppression,
  malformedTag,
  repeatedTag,
];
