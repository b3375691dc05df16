// Whether an element is in a state, and the words for when it is not. It knows no page: it is handed what was read.
import type { ElementState } from "../../journey/browser-port.ts";
import { StoryError } from "../../journey/story-error.ts";
import type { Reading } from "./reading.ts";

/** Of what only some things can be: which. */
const bearers: Readonly<Partial<Record<ElementState, string>>> = {
  checked: "checkboxes, radio buttons and switches",
  required: "fields",
  readonly: "fields",
  selected: "options, radio buttons, checkboxes and tabs",
  expanded: "what opens and closes (details, or an element with aria-expanded)",
  invalid: "fields and what holds fields, such as forms,",
};

/** Undefined when it is (or, with `not`, is not). Throws a StoryError for what such an element can never be. */
export function judgeState(
  reading: Reading,
  state: ElementState,
  not: boolean,
): string | undefined {
  if (reading.never.includes(state)) throw neverSo(reading, state);
  if (reading.states[state] !== not) return undefined;
  if (state === "invalid" && not) {
    return `expected it to be valid, but it is not: ${reading.wrong.join(", ")}`;
  }
  return `expected it to ${not ? "not be" : "be"} ${state}, but it ${not ? "is" : "is not"}`;
}

/** That a heading is not invalid is always so, and proves nothing. */
function neverSo({ tag }: Reading, state: ElementState): StoryError {
  const states = state === "invalid" ? "valid or invalid" : `${state} or not`;
  return new StoryError(
    `Only ${bearers[state]} can be ${states}, and what the sentence names is neither: it is a <${tag}>.\n` +
      "Name the thing with its kind, or say what a person sees of it.",
  );
}
