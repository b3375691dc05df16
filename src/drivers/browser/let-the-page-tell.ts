// Time for the browser to say what has already happened, before somebody claims that nothing has.
import type { Stage } from "./stage.ts";
import { type Attempt, until } from "./wait.ts";

/** What has just happened on the page is told before the answer to a question that is put to it now. */
export async function letThePageTell(stage: Stage): Promise<void> {
  const { expectMs } = stage.timeouts;
  await until(stage, expectMs, async (): Promise<Attempt<unknown>> => {
    return { kind: "done", value: await stage.page().title() };
  });
}
