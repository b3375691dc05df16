// Several tests' scenarios in one run of cucumber: starting it takes longer than most scenarios do.
import type { CucumberRun, StepOutcome } from "./run-cucumber.ts";

/**
 * Takes the steps of one scenario for each test, before any test runs. What it gives back tells what became of those
 * steps; whoever asks first has the whole batch run, and whoever asks again has that scenario run alone.
 */
export function makeBatch(
  run: (feature: string) => Promise<CucumberRun>,
): (steps: string) => () => Promise<readonly StepOutcome[]> {
  const scenarios: string[] = [];
  let whole: Promise<CucumberRun> | undefined;
  return (steps) => {
    const name = `Number ${scenarios.length + 1}`;
    const own = `  Scenario: ${name}\n${steps}\n`;
    scenarios.push(own);
    let isAskedAgain = false;
    return async () => {
      whole ??= run(`Feature: Batch\n${scenarios.join("\n")}`);
      const ran = await (isAskedAgain ? run(`Feature: Alone\n${own}`) : whole);
      isAskedAgain = true;
      const found = ran.steps.filter(({ scenario }) => scenario === name);
      if (found.length === 0) throw new Error(`${name} was not run:\n${own}`);
      return found;
    };
  };
}
