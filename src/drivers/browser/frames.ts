// Frames: everything is looked for in one of them until the scenario leaves it again.
import type { FramePort } from "../../journey/browser/frame-port.ts";
import type { Target } from "../../journey/target.ts";
import { findOne } from "./locate.ts";
import { explainMissed } from "./missed.ts";
import type { Stage } from "./stage.ts";
import { type Attempt, answered, untilOnPage } from "./wait.ts";

export function createFrames(stage: Stage): FramePort {
  return {
    async enterFrame(target) {
      const frame = outermostWithin(target, stage.frame);
      const { expectMs } = stage.timeouts;
      await untilOnPage(stage, expectMs, async (leftMs): Promise<Attempt<void>> => {
        const found = await answered(findOne(stage, frame, { unread: true }), leftMs);
        if (found.kind === "found") return { kind: "done", value: undefined };
        return { kind: "not-yet", explain: () => explainMissed(stage, found, expectMs) };
      });
      stage.frame = frame;
    },
    leaveFrame(to = "page") {
      stage.frame = to === "parent" ? stage.frame?.within : undefined;
    },
  };
}

/** The target with the frame around all that it says itself. */
function outermostWithin(target: Target, frame: Target | undefined): Target {
  if (frame === undefined) return target;
  const { within } = target;
  return { ...target, within: within === undefined ? frame : outermostWithin(within, frame) };
}
