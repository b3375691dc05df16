// A feature with one step for each packaged phrase: the example that docs/steps.json has of it.
import { readPackagedTopics } from "../../src/catalogue/packaged-topics.ts";

/** One scenario for each topic; what is put before the phrases of a team stands before each sentence. */
export function writeEveryPhrase(prefix = ""): string {
  const scenarios = readPackagedTopics().map(({ pack, topic, phrases }) => {
    const steps = phrases.map(({ pattern, example: [sentence, ...more] }) => {
      if (sentence === undefined)
        throw new Error(`${pack}/${topic} shows no example of ${pattern}`);
      return [sentence.replace(/^\S+ /, (keyword) => keyword + prefix), ...more];
    });
    const lines = steps.flat().map((line) => `    ${line}\n`);
    return `  Scenario: ${pack}/${topic}\n${lines.join("")}`;
  });
  return `Feature: Every phrase\n${scenarios.join("")}`;
}
