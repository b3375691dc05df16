import type { RelatedPlace } from "../../finding.ts";
import type { KnownSteps } from "../../known-steps.ts";
import type { GatheringRule, RuleFinding } from "../../rule.ts";
import { listRunSteps, nothingToSee, type RunStep } from "../../run-steps.ts";
import { placeInStep } from "../../written-steps.ts";

export const undefinedStep: GatheringRule = {
  id: "steps/undefined",
  usesSteps: true,
  scope: "gathering",
  severity: "error",
  summary: "a step that no definition takes",
  reason:
    "Nothing can be done for such a step, so its scenario proves nothing, and in cucumber's strict mode the run fails. Steps of an outline are looked at with the values of each row. A text is told once, with the other places where it stands; scenarios that are @planned may be ahead of their definitions.",
  bad: `Feature: Cart

  Scenario: A lamp is added
    When I put "Lamp" to the cart
    Then the cart should show "Lamp"
`,
  good: `Feature: Cart

  Scenario: A lamp is added
    When I add "Lamp" to the cart
    Then the cart should show "Lamp"
`,
  exampleDefinitions: ["I add {string} to the cart", "the cart should show {string}"],
  begin({ steps }) {
    if (steps === undefined) return nothingToSee;
    const found = new Map<string, UndefinedText>();
    return {
      see: (story) => {
        for (const step of listRunSteps(story)) {
          if (step.isPlanned || steps.definitionsOf(step.text).length > 0) continue;
          const known = found.get(step.text);
          if (known === undefined) found.set(step.text, noteFirst(step));
          else known.more.push({ uri: story.uri, line: step.step.line });
        }
      },
      finish: () => [...found.values()].map((one, index) => tell(one, steps, index < mostSought)),
    };
  },
};

/** Each takes a few milliseconds, and after so many nobody reads on. */
const mostSought = 200;
const mostPlaces = 10;

interface UndefinedText {
  readonly text: string;
  /** Of the first step with it. */
  readonly place: Pick<RuleFinding, "uri" | "line" | "column" | "length" | "words" | "subject">;
  readonly rowLine?: number;
  readonly more: { readonly uri: string; readonly line: number }[];
}

/** As little as is told of it: a step would keep its whole story in memory. */
function noteFirst(step: RunStep): UndefinedText {
  const { text, rowLine, story } = step;
  return {
    text,
    place: { uri: story.uri, ...placeInStep(step, 0, step.step.text.length) },
    ...(rowLine === undefined ? {} : { rowLine }),
    more: [],
  };
}

function tell(
  { text, place, rowLine, more }: UndefinedText,
  { nearest, definitions }: KnownSteps,
  isSought: boolean,
): RuleFinding {
  const near = isSought ? nearest(text) : [];
  const filled = rowLine === undefined ? "" : `: "${text}" (row of line ${rowLine})`;
  const others = more.length === 0 ? "" : `, nor for ${more.length} more like it`;
  return {
    ...place,
    message: `there is no definition for this step${filled}${others}.`,
    wayOut:
      near.length === 0
        ? `Define it; \`storyproof steps\` lists the ${definitions.length} phrases that can be written.`
        : `Did you mean ${near.map((one) => `\`${one}\``).join(" or ")}? Else define it.`,
    ...(more.length === 0 ? {} : { related: relate(more) }),
  };
}

function relate(more: UndefinedText["more"]): readonly RelatedPlace[] {
  const left = more.length - mostPlaces;
  return more.slice(0, mostPlaces).map((place, index) => {
    const isLast = index === mostPlaces - 1 && left > 0;
    return { ...place, message: isLast ? `also here, and in ${left} more places` : "also here" };
  });
}
