import type { Story } from "../../../story/story.ts";
import { copyText } from "../../copy-text.ts";
import { inFileOrder, type Ordered } from "../../file-order.ts";
import type { RelatedPlace } from "../../finding.ts";
import type { KnownSteps } from "../../known-steps.ts";
import type { GatheringRule, RuleFinding } from "../../rule.ts";
import { listRunSteps, type RunStep } from "../../run-steps.ts";
import { placeInStep } from "../../written-steps.ts";

export const undefinedStep: GatheringRule<readonly UndefinedText[]> = {
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
    const found = new Map<string, UndefinedText>();
    const see = (story: Story, order: number): void => {
      if (steps === undefined) return;
      for (const step of listRunSteps(story)) {
        if (step.isPlanned || steps.definitionsOf(step.text).length > 0) continue;
        const known = found.get(step.text);
        if (known === undefined) {
          const text = copyText(step.text);
          found.set(text, noteFirst(step, text, order));
        } else {
          known.count += 1;
          if (known.more.length < mostPlaces) {
            known.more.push({ uri: story.uri, line: step.step.line, order });
          }
        }
      }
    };
    return { see, facts: () => [...found.values()] };
  },
  *finish(parts, { steps }) {
    if (steps === undefined) return;
    let sought = 0;
    for (const one of joinTexts(inFileOrder(parts))) {
      yield tell(one, steps, sought < mostSought);
      sought += 1;
    }
  },
};

/** Each takes a few milliseconds, and after so many nobody reads on. */
const mostSought = 200;
const mostPlaces = 10;

interface Place extends Ordered {
  readonly uri: string;
  readonly line: number;
}

interface UndefinedText extends Place {
  readonly text: string;
  /** Of the first step with it. */
  readonly place: Pick<RuleFinding, "uri" | "line" | "column" | "length" | "words" | "subject">;
  readonly rowLine?: number;
  /** How many steps have it. */
  count: number;
  /** The first of the others. */
  readonly more: Place[];
}

/** As little as is told of it: a step would keep its whole story in memory. */
function noteFirst(step: RunStep, text: string, order: number): UndefinedText {
  const { rowLine, story } = step;
  const { words = "", ...place } = placeInStep(step, 0, step.step.text.length);
  return {
    text,
    order,
    uri: story.uri,
    line: place.line,
    place: { uri: story.uri, ...place, words: rowLine === undefined ? text : copyText(words) },
    ...(rowLine === undefined ? {} : { rowLine }),
    count: 1,
    more: [],
  };
}

/** Each text once: where several parts saw it, the first place counts, and the others come after it. */
function joinTexts(texts: readonly UndefinedText[]): Iterable<UndefinedText> {
  const joined = new Map<string, UndefinedText>();
  for (const one of texts) {
    const known = joined.get(one.text);
    if (known === undefined) {
      joined.set(one.text, one);
      continue;
    }
    const { uri, line, order } = one;
    const more = [...known.more, { uri, line, order }, ...one.more];
    const first = more.sort((a, b) => a.order - b.order).slice(0, mostPlaces);
    joined.set(one.text, { ...known, count: known.count + one.count, more: first });
  }
  return joined.values();
}

function tell(
  { text, place, rowLine, count, more }: UndefinedText,
  { nearest, definitions }: KnownSteps,
  isSought: boolean,
): RuleFinding {
  const near = isSought ? nearest(text) : [];
  const filled = rowLine === undefined ? "" : `: "${text}" (row of line ${rowLine})`;
  const others = count === 1 ? "" : `, nor for ${count - 1} more like it`;
  return {
    ...place,
    message: `there is no definition for this step${filled}${others}.`,
    wayOut:
      near.length === 0
        ? `Define it; \`storyproof steps\` lists the ${definitions.length} phrases that can be written.`
        : `Did you mean ${near.map((one) => `\`${one}\``).join(" or ")}? Else define it.`,
    ...(count === 1 ? {} : { related: relate(more, count - 1 - mostPlaces) }),
  };
}

/** @param left how many places are not among them */
function relate(more: readonly Place[], left: number): readonly RelatedPlace[] {
  return more.map(({ uri, line }, index) => {
    const isLast = index === mostPlaces - 1 && left > 0;
    return { uri, line, message: isLast ? `also here, and in ${left} more places` : "also here" };
  });
}
