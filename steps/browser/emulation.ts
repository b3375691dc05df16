// Phrases about the world around a page: window, device, preferences, network, permissions, place.
import { Given } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type {
  BrowserPermission,
  BrowserWishes,
  MediaWishes,
  NetworkState,
} from "../../src/journey/browser/emulation-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { notAsOutcome } from "../step-kind.ts";
import type { Coordinates, Size } from "./gadget-parameters.ts";

const nothing = async (): Promise<void> => {};

async function resize(actor: Actor, size: Size): Promise<void> {
  await actor.prepareBrowser((browser) => browser.resize(size));
}

Given(
  ...phrase(
    "{actor} resize(s)/set(s)/change(s) the (browser )window/screen/viewport/browser (size )to {size}",
    resize,
  ),
);
/** The screen that most people have. */
const fullSize: Size = { width: 1920, height: 1080 };

Given(
  ...phrase("{actor} maximize(s)/maximise(s) the (browser )window", (actor: Actor) =>
    resize(actor, fullSize),
  ),
);
Given(...phrase("{actor} use(s)/have/has a {size} window/screen/viewport", resize));
Given(
  ...phrase(
    "the (browser )window/screen/viewport (size )is {size}",
    notAsOutcome(async function (this: StoryWorld, size: Size) {
      await this.prepareBrowsers((browser) => browser.resize(size));
    }),
  ),
);

async function useDevice(actor: Actor, device: string): Promise<void> {
  await actor.prepareBrowser(nothing, { device });
}

Given(...phrase("{actor} am/is/are on/using a {device}", notAsOutcome(useDevice)));
Given(...phrase("{actor} use(s)/emulate(s) a {device}", useDevice));
Given(...phrase("{actor} am/is/are on/using a/an {text}( device)", notAsOutcome(useDevice)));
Given(...phrase("{actor} use(s)/emulate(s) a/an/the (device ){text}( device)", useDevice));
Given(
  ...phrase(
    "the browser is on a/an {text}( device)",
    notAsOutcome(async function (this: StoryWorld, device: string) {
      await this.prepareBrowsers(nothing, { device });
    }),
  ),
);

function wishing(wish: (text: string) => BrowserWishes) {
  return async function (this: StoryWorld, text: string): Promise<void> {
    await this.prepareBrowsers(nothing, wish(text));
  };
}

Given(
  ...phrase(
    "my/the {localeword} is {text}",
    notAsOutcome(async function (this: StoryWorld, _: string, locale: string) {
      await this.prepareBrowsers(nothing, { locale });
    }),
  ),
);
Given(
  ...phrase(
    "my/the (browser )(browser's )time( )zone is {text}",
    notAsOutcome(wishing((timezone) => ({ timezone }))),
  ),
);
Given(
  ...phrase(
    "{actor} set(s)/change(s) my/the {localeword} to {text}",
    async (actor: Actor, _: string, locale: string) => {
      await actor.prepareBrowser(nothing, { locale });
    },
  ),
);
Given(
  ...phrase(
    "{actor} set(s)/change(s) my/the (browser )(browser's )time( )zone to {text}",
    async (actor: Actor, timezone: string) => {
      await actor.prepareBrowser(nothing, { timezone });
    },
  ),
);
Given(
  ...phrase("{actor} use(s) the language {text}", async (actor: Actor, locale: string) => {
    await actor.prepareBrowser(nothing, { locale });
  }),
);
Given(
  ...phrase(
    "{actor} am/is/are in the time( )zone {text}",
    notAsOutcome(async (actor: Actor, timezone: string) => {
      await actor.prepareBrowser(nothing, { timezone });
    }),
  ),
);

function preferring(media: MediaWishes) {
  return async (actor: Actor): Promise<void> => {
    await actor.prepareBrowser((browser) => browser.prefer(media));
  };
}

for (const colorScheme of ["dark", "light"] as const) {
  Given(
    ...phrase(
      `{actor} prefer(s)/use(s)/enable(s) (the )${colorScheme} mode/theme/colours/colors`,
      preferring({ colorScheme }),
    ),
  );
}
Given(...phrase("{actor} prefer(s) reduced motion", preferring({ reducedMotion: "reduce" })));
Given(
  ...phrase("{actor} view(s)/look(s) (at )the page as printed", preferring({ media: "print" })),
);
Given(
  ...phrase("{actor} view(s)/look(s) (at )the page on the screen", preferring({ media: "screen" })),
);

/** "The network is offline" is about everybody, and no actor. */
const network = /^the (?:network|internet|connection)\b/i;

async function setNetwork(world: StoryWorld, actor: Actor, state: NetworkState): Promise<void> {
  const change = (browser: { setNetwork(state: NetworkState): Promise<void> }) =>
    browser.setNetwork(state);
  if (network.test(actor.name)) await world.prepareBrowsers(change);
  else await actor.prepareBrowser(change);
}

Given(
  ...phrase("{actor} {goes}", async function (this: StoryWorld, actor: Actor, state: NetworkState) {
    await setNetwork(this, actor, state);
  }),
);
Given(
  ...phrase(
    "{networkis}",
    notAsOutcome(async function (this: StoryWorld, state: NetworkState) {
      await this.prepareBrowsers((browser) => browser.setNetwork(state));
    }),
  ),
);
Given(
  ...phrase(
    "{actor} am/is/are on a slow network/connection",
    notAsOutcome(async (actor: Actor) => {
      await actor.prepareBrowser((browser) => browser.setNetwork("slow"));
    }),
  ),
);

function permitting(allowed: boolean) {
  return async (actor: Actor, permission: BrowserPermission): Promise<void> => {
    await actor.prepareBrowser((browser) => browser.setPermission(permission, allowed));
  };
}

Given(
  ...phrase(
    "{actor} allow(s)/grant(s)/permit(s) (the )(browser )(permission )(access )(for )(to )(the )(my ){permission}( access)( permission)",
    permitting(true),
  ),
);
Given(
  ...phrase(
    "{actor} deny/denies/block(s)/refuse(s) (the )(browser )(permission )(access )(for )(to )(the )(my ){permission}( access)( permission)",
    permitting(false),
  ),
);

Given(
  ...phrase(
    "my/the (browser )location/position is {coordinates}",
    notAsOutcome(async function (this: StoryWorld, place: Coordinates) {
      await this.prepareBrowsers((browser) => browser.setLocation(place));
    }),
  ),
);
Given(
  ...phrase(
    "{actor} set(s)/change(s) my/the location/geolocation/position to {coordinates}",
    async (actor: Actor, place: Coordinates) => {
      await actor.prepareBrowser((browser) => browser.setLocation(place));
    },
  ),
);
Given(
  ...phrase(
    "{actor} am/is/are at {coordinates}",
    notAsOutcome(async (actor: Actor, place: Coordinates) => {
      await actor.prepareBrowser((browser) => browser.setLocation(place));
    }),
  ),
);
