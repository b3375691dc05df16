// What a thread of lint runs, from its first line to its last: it lints its share of the files and sends what it found.
// lint-threads.ts starts it.
import { parentPort, workerData } from "node:worker_threads";
import { makeKnownSteps } from "../lint/known-steps.ts";
import { PartLinter } from "../lint/lint-part.ts";
import { rules as allRules } from "../lint/rules.ts";
import { loadGherkin } from "../story/load-gherkin.ts";
import { type FileTaker, takeFew } from "./lint-share.ts";
import type { ThreadWork } from "./lint-threads.ts";
import { makePatternCompiler } from "./pattern-compiler.ts";

const { files, severities, context, steps }: ThreadWork = workerData;
const linter = new PartLinter({
  rules: allRules.flatMap((rule) => {
    const severity = severities[rule.id];
    return severity === undefined ? [] : [{ rule, severity }];
  }),
  allRules,
  context: {
    ...context,
    ...(steps && {
      steps: makeKnownSteps(steps, makePatternCompiler(files.cwd, steps.parameterTypes)),
    }),
  },
});
const taker: FileTaker = {
  gherkin: await loadGherkin(files.cwd),
  lintFile: (file, place) => linter.lintFile(file, place),
};
let isDone = false;
while (!isDone) isDone = !takeFew(files, taker);
parentPort?.postMessage(linter.end());
