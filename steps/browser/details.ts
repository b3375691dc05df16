// Phrases about what belongs to a thing besides its text: attributes, styles, label, where it leads.
import { Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { Detail } from "../../src/journey/browser/content-port.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { frontBrowser } from "./front-browser.ts";
import type { Patience } from "./parameters.ts";
import { asKind } from "./target-words.ts";

async function judgeAttribute(
  world: StoryWorld,
  target: Target,
  name: string,
  check: Pick<Check, "judge">,
  { withinMs }: Patience = {},
): Promise<void> {
  const browser = await frontBrowser(world);
  const judge = (value: string | undefined) => check.judge(value, `its attribute "${name}"`);
  await browser.expectAttribute(target, name, judge, withinMs);
}

Then(
  ...phrase(
    "the attribute {text} of {target} {check}{patience}",
    async function (
      this: StoryWorld,
      name: string,
      target: Target,
      check: Check,
      patience: Patience,
    ) {
      await judgeAttribute(this, target, name, check, patience);
    },
  ),
);
Then(
  ...phrase(
    "the {text} attribute of {target} {check}",
    async function (this: StoryWorld, name: string, target: Target, check: Check) {
      await judgeAttribute(this, target, name, check);
    },
  ),
);
Then(
  ...phrase(
    "{field} should/must have (the )(an )attribute {text}",
    async function (this: StoryWorld, target: Target, name: string) {
      const judge = (value: unknown) =>
        value === undefined ? "expected it to have that attribute, but it has none" : undefined;
      await judgeAttribute(this, target, name, { judge });
    },
  ),
);

const isExactly = (text: string) => ({
  judge: (actual: unknown, subject = "it") =>
    actual === text ? undefined : `expected ${subject} to be "${text}", but it was ${tell(actual)}`,
});

function tell(actual: unknown): string {
  return actual === undefined ? "missing" : JSON.stringify(actual);
}

Then(
  ...phrase(
    "{field} should/must have (the )(an )attribute {text} with/equal/set/equals (to )(the )(value ){text}",
    async function (this: StoryWorld, target: Target, name: string, value: string) {
      await judgeAttribute(this, target, name, isExactly(value));
    },
  ),
);

Then(
  ...phrase(
    "{field} should/must not have (the )(an )(any )attribute {text}",
    async function (this: StoryWorld, target: Target, name: string) {
      const judge = (value: unknown) =>
        value === undefined
          ? undefined
          : `expected it not to have that attribute, but it is ${tell(value)}`;
      await judgeAttribute(this, target, name, { judge });
    },
  ),
);
Then(
  ...phrase(
    "{field} should/must have (the )(an ){attribute} (equal to )(set to ){text}",
    async function (this: StoryWorld, target: Target, name: string, value: string) {
      await judgeAttribute(this, target, name, isExactly(value));
    },
  ),
);
Then(
  ...phrase(
    "{field} should/must open in a new {tabword}",
    async function (this: StoryWorld, target: Target, _: string) {
      await judgeAttribute(this, asKind(target, "link"), "target", {
        judge: (value) =>
          value === undefined || /^_(?:self|parent|top)$/.test(String(value))
            ? `expected it to open in a new tab, but its "target" is ${tell(value)}`
            : undefined,
      });
    },
  ),
);

async function judgeClass(
  world: StoryWorld,
  target: Target,
  name: string,
  not: boolean,
): Promise<void> {
  await judgeAttribute(world, target, "class", {
    judge: (value) => {
      const classes = String(value ?? "").split(/\s+/);
      if (classes.includes(name) !== not) return undefined;
      return `expected it ${not ? "not to have" : "to have"} the class "${name}", but its classes are ${tell(value)}`;
    },
  });
}

Then(
  ...phrase(
    "{field} should have (the )(CSS )class {text}",
    async function (this: StoryWorld, target: Target, name: string) {
      await judgeClass(this, target, name, false);
    },
  ),
);
Then(
  ...phrase(
    "{field} should not have (the )(CSS )class {text}",
    async function (this: StoryWorld, target: Target, name: string) {
      await judgeClass(this, target, name, true);
    },
  ),
);

async function judgeDetail(
  world: StoryWorld,
  target: Target,
  detail: Detail,
  judge: (value: string | undefined) => string | undefined,
): Promise<void> {
  await (await frontBrowser(world)).expectDetail(target, detail, judge);
}

Then(
  ...phrase(
    "the CSS/style property {text} of {target} {check}",
    async function (this: StoryWorld, property: string, target: Target, check: Check) {
      const judge = (value: string | undefined) => check.judge(value, `its style "${property}"`);
      await judgeDetail(this, target, { kind: "style", property }, judge);
    },
  ),
);

for (const [words, attribute] of [
  ["placeholder( text)", "placeholder"],
  ["tooltip( text)", "title"],
] as const) {
  Then(
    ...phrase(
      `the ${words} of {target} {check}`,
      async function (this: StoryWorld, target: Target, check: Check) {
        await judgeAttribute(this, asKind(target, "field"), attribute, check);
      },
    ),
  );
  Then(
    ...phrase(
      `{field} should have the ${words} {text}`,
      async function (this: StoryWorld, target: Target, text: string) {
        await judgeAttribute(this, target, attribute, isExactly(text));
      },
    ),
  );
}

Then(
  ...phrase(
    "the label of {target} {check}",
    async function (this: StoryWorld, target: Target, check: Check) {
      const judge = (value: string | undefined) => check.judge(value, "its label");
      await judgeDetail(this, target, { kind: "label" }, judge);
    },
  ),
);

Then(
  ...phrase(
    "{field} should have the label {text}",
    async function (this: StoryWorld, target: Target, text: string) {
      const judge = (value: string | undefined) => isExactly(text).judge(value, "its label");
      await judgeDetail(this, target, { kind: "label" }, judge);
    },
  ),
);
Then(
  ...phrase(
    "{field} should have the CSS/style (property ){text} with/of/set (to )(the )(value ){text}",
    async function (this: StoryWorld, target: Target, property: string, text: string) {
      const judge = (value: string | undefined) =>
        isExactly(text).judge(value, `its style "${property}"`);
      await judgeDetail(this, target, { kind: "style", property }, judge);
    },
  ),
);

async function judgeLink(world: StoryWorld, target: Target, address: string): Promise<void> {
  await judgeDetail(world, asKind(target, "link"), { kind: "link" }, (value) =>
    value === address
      ? undefined
      : `expected it to lead to "${address}", but it leads ${value === undefined ? "nowhere" : `to "${value}"`}`,
  );
}

Then(
  ...phrase(
    "{field} should lead/link/point/go to {text}",
    async function (this: StoryWorld, target: Target, address: string) {
      await judgeLink(this, target, address);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should see {field} {leadsto} {text}",
    async function (this: StoryWorld, actor: Actor, target: Target, _: string, address: string) {
      await (await actor.browser()).see(target);
      await judgeLink(this, target, address);
    },
  ),
);
Then(
  ...phrase("{field} should be loaded", async function (this: StoryWorld, target: Target) {
    await judgeDetail(this, target, { kind: "image" }, (value) =>
      value === "loaded" ? undefined : `expected it to be loaded, but it is ${value ?? "no image"}`,
    );
  }),
);
