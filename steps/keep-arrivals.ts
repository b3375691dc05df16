// What came by itself in a scenario that failed: the mails, and the messages nobody expected. Only what a scenario opened
// is loaded: a run without those packs does not know their phrases.
import type { StoryWorld } from "../src/journey/world.ts";
import type { Mailbox } from "./mail/mailbox.ts";
import type { Feeds } from "./streams/feeds.ts";

/** Attaches them as text, redacted as everything that is attached. */
export async function keepArrivals(world: StoryWorld): Promise<void> {
  const mailbox = world.resources.opened<Mailbox>("mailbox");
  if (mailbox !== undefined) {
    const { tellMails } = await import("./mail/expectations.ts");
    attachText(world, "mails.txt", tellMails(mailbox));
  }
  const feeds = world.resources.opened<Feeds>("streams")?.all ?? [];
  if (feeds.length === 0) return;
  const { tellUnread } = await import("./streams/expectations.ts");
  const told = feeds.map(({ owner, feed }) => `${feed.kind} of ${owner}: ${tellUnread(feed)}`);
  attachText(world, "messages.txt", told.join("\n\n"));
}

function attachText(world: StoryWorld, fileName: string, text: string): void {
  world.attach(text, { mediaType: "text/plain", fileName });
}
