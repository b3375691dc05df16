// Why a scenario cannot be run again as a journey, and what its authors can do about it.

export interface NotReplayable {
  readonly kind: "not-replayable";
  /** One or more lines; may hold what the product said, so it is redacted like any error. */
  readonly reason: string;
  readonly whatToDo: string;
}

function because(reason: string, whatToDo: string): NotReplayable {
  return { kind: "not-replayable", reason, whatToDo };
}

const compose =
  "If your code calls setDefinitionFunctionWrapper, compose yours with storyproof's:\n" +
  '  import { composeWrapper } from "storyproof/steps/definition-wrapper";\n' +
  "  setDefinitionFunctionWrapper(composeWrapper(yourWrapper));";

const mind =
  "State outside the World (variables of a module, data that the first run left behind) makes runs differ.\n" +
  "Keep it in the World (`this`), take it down in an After hook, and use {{unique.email}} or {{unique.id}} for what may exist only once.";

export const notReplayable = {
  /** Somebody else has cucumber's one slot for a definition wrapper. */
  unseenCalls: (seen: number, steps: number): NotReplayable =>
    because(
      `The scenario has ${count(steps, "step")}, and storyproof saw ${seen === 0 ? "none of them" : `only ${seen}`} being called: ` +
        "another definition function wrapper stands in its place.",
      compose,
    ),
  unknownDefinition: (text: string): NotReplayable =>
    because(`The definition behind the step "${text}" is not the one that was called.`, compose),
  otherDefinitions: (pattern?: string): NotReplayable =>
    because(
      `A thread that loaded the same support code has other definitions${pattern === undefined ? "" : `: not "${pattern}" where the run has it`}.`,
      "Let the support code define the same steps and hooks each time it is loaded, in the same order.",
    ),
  unknownCucumber: (version: string): NotReplayable =>
    because(
      `cucumber ${version} keeps its definitions in a way that this version of storyproof does not know.`,
      "Use a version of @cucumber/cucumber that storyproof names in its peerDependencies, or a newer storyproof.",
    ),
  notPassed: (status: string): NotReplayable =>
    because(
      `The scenario ended as ${status.toLowerCase()}; only what passed can be run again.`,
      "Mend the scenario first.",
    ),
  failedAgain: (what: string, error: string): NotReplayable =>
    because(`The scenario passed, and failed each time it was run ${what}:\n${error}`, mind),
  ranTooLong: (deadlineMs: number, what: string): NotReplayable =>
    because(
      `The scenario passed, and did not end within ${deadlineMs} ms when it was run ${what}.`,
      mind,
    ),
  differs: (first: string, second: string): NotReplayable =>
    because(
      `Two runs of the scenario made different requests.\n  first:  ${first}\n  second: ${second}`,
      mind,
    ),
} as const;

function count(amount: number, word: string): string {
  return `${amount} ${word}${amount === 1 ? "" : "s"}`;
}
