// What a journey asks of frames beside looking into them (`Target.within` with the kind "frame").
import type { Target } from "../target.ts";

export interface FramePort {
  /** Everything is looked for in that frame from now on; a frame inside the present one when there is one. Waits for it. */
  enterFrame(frame: Target): Promise<void>;
  /** Everything is looked for on the page again; with `parent`, in the frame around the present one. */
  leaveFrame(to?: "page" | "parent"): void;
}
