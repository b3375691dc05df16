// Whether there is a page to look at. On the empty tab that a session begins with, everything is absent.
import { StoryError } from "../../journey/story-error.ts";
import type { Stage } from "./stage.ts";

const blank = "about:blank";

/** Throws while the tab in front is an empty one of the actor's own. One that a page opened may begin empty. */
export function demandPage(stage: Stage): void {
  const page = stage.page();
  if (page.url() !== blank) return;
  const isOwn = stage.tabs.open.some((tab) => tab.page === page && !tab.openedByPage);
  if (isOwn) throw noPage(stage);
}

/** Throws while no tab has shown or requested anything: for what is about all of them. */
export function demandAnyPage(stage: Stage): void {
  if (stage.log.requests.length > 0) return;
  const { open } = stage.tabs;
  if (open.every(({ page, openedByPage }) => page.url() === blank && !openedByPage)) {
    throw noPage(stage);
  }
}

function noPage({ actor }: Stage): StoryError {
  return new StoryError(
    `No page is open yet in the browser of ${actor}, so there is nothing to look at: open one first, as in \`Given I am on "/"\`.`,
  );
}
