// What the thread that measures and a load thread say to each other.
import type { LoadOrder, ShareEnd, ShareNews } from "../src/gates/threads/load-threads.ts";
import type { SupportCoordinates } from "../src/journey/load-support.ts";
import type { PortableJourney } from "../src/journey/portable-journey.ts";

/** Given to a thread when it is made. */
export interface LoadTask {
  readonly coordinates: SupportCoordinates;
  readonly journey: PortableJourney;
  /** Of each run of the journey. */
  readonly deadlineMs: number;
}

export type ToThread =
  | { readonly kind: "run"; readonly order: LoadOrder }
  /** Ends the load at once. */
  | { readonly kind: "stop" }
  /** Runs the team's AfterAll hooks; then the thread is ended. */
  | { readonly kind: "close" };

export type FromThread =
  /** The support code is loaded and the journey has been run once. */
  | { readonly kind: "ready" }
  | { readonly kind: "unusable"; readonly reason: string }
  | { readonly kind: "news"; readonly news: ShareNews }
  | { readonly kind: "done"; readonly end: Extract<ShareEnd, { kind: "done" }> }
  | { readonly kind: "closed" };
