// Phrases about files that a page hands out.
import { readFile } from "node:fs/promises";
import { Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { PageError } from "../../src/drivers/browser/page-error.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { judgeSize, textIn } from "./attached-file.ts";
import { frontBrowser } from "./front-browser.ts";

async function receive(actor: Actor, name: string): Promise<void> {
  await (await actor.browser()).download(name);
}

When(
  ...phrase(
    "{actor} download(s) {filenamed} by clicking/pressing/following (on ){target}",
    async (actor: Actor, name: string | undefined, target: Target) => {
      const browser = await actor.browser();
      await browser.downloadBy(() => browser.click(target), name);
    },
  ),
);

async function download(actor: Actor, target: Target): Promise<void> {
  const browser = await actor.browser();
  await browser.downloadBy(() => browser.click(target));
}

When(...phrase("{actor} download(s) (the file ){target}", download));
When(
  ...phrase(
    "{actor} click(s)/press(es) (on ){target} and wait(s) for the/a download( to finish)( to start)",
    download,
  ),
);

Then(...phrase("{actor} should have downloaded (the )(a )(file )(named ){text}", receive));
Then(
  ...phrase(
    "a/the file (named )(called ){text} should (be )(have )(been )downloaded",
    async function (this: StoryWorld, name: string) {
      await (await frontBrowser(this)).download(name);
    },
  ),
);
Then(
  ...phrase("a file should (be )(have )(been )downloaded", async function (this: StoryWorld) {
    await (await frontBrowser(this)).download();
  }),
);
Then(
  ...phrase("no file should (be )(have )(been )downloaded", async function (this: StoryWorld) {
    await (await frontBrowser(this)).expectNoDownload();
  }),
);

async function judgeText(world: StoryWorld, name: string | undefined, check: Check): Promise<void> {
  const browser = await frontBrowser(world);
  await browser.expectDownloadText(name, (text) => check.judge(text, "its text"));
}

Then(
  ...phrase("the download(ed)( file) {check}", async function (this: StoryWorld, check: Check) {
    await judgeText(this, undefined, check);
  }),
);
Then(
  ...phrase(
    "the downloaded file {text} {check}",
    async function (this: StoryWorld, name: string, check: Check) {
      await judgeText(this, name, check);
    },
  ),
);
Then(
  ...phrase(
    "the name of the downloaded file {check}",
    async function (this: StoryWorld, check: Check) {
      const { name } = await (await frontBrowser(this)).download();
      refuse(check.judge(name, "the name of the downloaded file"));
    },
  ),
);
Then(
  ...phrase(
    "the download(ed)( file) should be named/called {text}",
    async function (this: StoryWorld, wanted: string) {
      const { name } = await (await frontBrowser(this)).download();
      refuse(
        name === wanted
          ? undefined
          : `expected the downloaded file to be named "${wanted}", but its name is "${name}"`,
      );
    },
  ),
);
Then(
  ...phrase(
    "the size of the downloaded file {check}( bytes)",
    async function (this: StoryWorld, check: Check) {
      const { sizeBytes } = await (await frontBrowser(this)).download();
      refuse(check.judge(sizeBytes, "the size in bytes", "data"));
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the text/content/contents of the downloaded file as {text}",
    async function (this: StoryWorld, actor: Actor, name: string) {
      this.memory.remember(name, await (await actor.browser()).downloadText());
    },
  ),
);
When(
  ...phrase(
    "{actor} attach(es) the downloaded file to the report",
    async function (this: StoryWorld, actor: Actor) {
      const { name, path, sizeBytes } = await (await actor.browser()).download();
      refuse(judgeSize(name, sizeBytes));
      const { lookup } = await import("mime-types");
      const content = await readFile(path);
      const text = textIn(content);
      const mediaType =
        lookup(name) || (text === undefined ? "application/octet-stream" : "text/plain");
      // As text it is redacted on its way, which bytes cannot be.
      if (text !== undefined) this.attach(text, { mediaType, fileName: name });
      else this.attach(content, { mediaType, fileName: name });
    },
  ),
);

function refuse(problem: string | undefined): void {
  if (problem !== undefined) throw new PageError(problem);
}
