// What a journey asks of the world around a page: its window, the user's preferences, place, network and clock.
import type { Vital } from "./vitals.ts";

/** What can only be chosen before the browser is opened. */
export interface BrowserWishes {
  /** A device by Playwright's name for it ("iPhone 13"): window, touch, user agent. */
  readonly device?: string;
  /** As in BCP 47: "de-DE". */
  readonly locale?: string;
  /** As in the IANA database: "Europe/Berlin". */
  readonly timezone?: string;
  /** Neither trace nor video, whatever the settings say: nobody looks at them, and they cost time. */
  readonly unrecorded?: boolean;
  /** To be measured on its pages. */
  readonly vitals?: readonly Vital[];
}

export interface MediaWishes {
  readonly colorScheme?: "light" | "dark";
  readonly reducedMotion?: "reduce" | "no-preference";
  readonly media?: "screen" | "print";
}

export type NetworkState = "online" | "offline" | "slow";

export type BrowserPermission =
  | "geolocation"
  | "notifications"
  | "camera"
  | "microphone"
  | "clipboard";

/** All of it holds for every tab of the actor, open ones included, until the scenario ends. */
export interface EmulationPort {
  /** In CSS pixels. */
  resize(size: { readonly width: number; readonly height: number }): Promise<void>;
  prefer(media: MediaWishes): Promise<void>;
  setNetwork(state: NetworkState): Promise<void>;
  /** What is not allowed is refused: nobody is there to be asked. */
  setPermission(permission: BrowserPermission, allowed: boolean): Promise<void>;
  /** In degrees; allows pages to ask for it. */
  setLocation(place: { readonly latitude: number; readonly longitude: number }): Promise<void>;
  /** The pages' clock shows that moment and runs on; without an offset it is one in the browser's time zone. */
  setClock(moment: string): Promise<void>;
  /** The pages' clock stands still there. */
  stopClock(moment: string): Promise<void>;
  /** Time passes: with `every`, each timer fires as often as it would have; else once at most, as after a sleep. */
  passTime(ms: number, timers: "every" | "once"): Promise<void>;
}
