// Puts the run together: the World, the drivers behind it, redaction, and the hook that keeps evidence and measures.
// Loaded before any pack and before a team's own code, so our After hook is defined first and runs last.
import {
  After,
  AfterAll,
  type ITestCaseHookParameter,
  setDefaultTimeout,
  setDefinitionFunctionWrapper,
  setParallelCanAssign,
  setWorldConstructor,
} from "@cucumber/cucumber";
import { leaveOutOfJourneys } from "../src/journey/recorder.ts";
import { assembleWorkerWith, closeWorker } from "../src/journey/worker.ts";
import { StoryWorld } from "../src/journey/world.ts";
import { assembleWorker } from "./assemble-worker.ts";
import { wrapDefinition } from "./definition-wrapper.ts";
import { endMeasuredScenario, endScenario } from "./end-scenario.ts";
import { endWithCoordinator } from "./end-with-coordinator.ts";
import { explainForeignCucumber } from "./foreign-cucumber.ts";
import { loading } from "./loading.ts";
import { needsJourney } from "./needs-journey.ts";
import { measureAlone } from "./parallel-rule.ts";
import { compileRegularExpressionsAtOnce } from "./regular-expressions.ts";

compileRegularExpressionsAtOnce();
explainForeignCucumber(() => setWorldConstructor(StoryWorld));
setDefaultTimeout(loading.stepMs);
setDefinitionFunctionWrapper(wrapDefinition);
setParallelCanAssign(measureAlone);
assembleWorkerWith(assembleWorker);

After(
  {
    name: "storyproof keeps the evidence, closes the sessions and measures the gates",
    timeout: -1,
  },
  // No promise where there is nothing to wait for: cucumber's deadline around one costs more than all else here.
  leaveOutOfJourneys(function (
    this: unknown,
    hook: ITestCaseHookParameter,
  ): Promise<void> | undefined {
    if (needsJourney(hook.pickle)) return endMeasuredScenario(this, hook);
    return this instanceof StoryWorld ? endScenario(this, hook.result?.status) : undefined;
  }),
);

AfterAll({ name: "storyproof closes browsers and connections", timeout: 30_000 }, closeWorker);

endWithCoordinator();
