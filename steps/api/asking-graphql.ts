// Sends a GraphQL query with what was drafted for it. It holds no phrases.
import type { Actor } from "../../src/journey/actor.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { send } from "./sending.ts";

/** Where GraphQL lives unless a sentence says otherwise. */
const usualPath = "/graphql";

/** The query with its `{{names}}` resolved, or the drafted one, and what was drafted to go along. */
export async function askGraphql(
  world: StoryWorld,
  actor: Actor,
  query?: string,
  path = actor.draft.takeAddress() || usualPath,
): Promise<void> {
  const { query: drafted, variables, operationName } = actor.draft.takeGraphql();
  const asked = query === undefined ? drafted : world.resolve(query);
  if (asked === undefined) {
    throw new StoryError(
      "There is no GraphQL query to send. Say before what it asks: the GraphQL query is:",
    );
  }
  const value = {
    query: asked,
    ...(variables !== undefined && { variables }),
    ...(operationName !== undefined && { operationName }),
  };
  await send(world, actor, { method: "POST", path }, { kind: "json", value });
}
