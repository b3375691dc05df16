// The product's clock, which its test controls move on. It moves for everybody: such scenarios are tagged @alone.
import { When } from "@cucumber/cucumber";
import type { StoryWorld } from "../../src/index.ts";
import { mustAnswer } from "./answers.ts";

const secondsIn = { minute: 60, hour: 60 * 60, day: 24 * 60 * 60 } as const;

for (const [unit, seconds] of Object.entries(secondsIn)) {
  When(`{int} ${unit}(s) go(es) by`, async function (this: StoryWorld, count: number) {
    const { api } = this.actor("the clock");
    mustAnswer(await api.post("/test/clock", { advanceSeconds: count * seconds }), 200);
  });
}
