// Where a stream is: as for requests, a path below the environment's address, or an address of its own.
import type { EnvironmentOptions } from "../../config/options.ts";
import { StoryError } from "../../journey/story-error.ts";
import { HopAddress } from "../api/hop.ts";

/** The address as `http(s)://…`; `ws(s)://` is another name for the same. Throws when there is no address. */
export function resolveAddress(
  {
    environmentName,
    environment,
  }: { readonly environmentName: string; readonly environment: EnvironmentOptions },
  path: string,
  query: readonly (readonly [string, string])[] = [],
): HopAddress {
  if (/^(?:https?|wss?):\/\//i.test(path)) {
    return HopAddress.of(parse(path.replace(/^ws/i, "http"))).withQuery(query);
  }
  const base = environment.apiUrl ?? environment.baseUrl;
  if (base !== undefined) {
    return HopAddress.of(new URL(base)).below(path).withQuery(query);
  }
  throw new StoryError(
    `"${path}" is only a path, and the environment "${environmentName}" has no address.\n` +
      `Set environments.${environmentName}.apiUrl (or baseUrl) in cucumber.js, or write the whole address.`,
  );
}

function parse(address: string): URL {
  try {
    return new URL(address);
  } catch {
    throw new StoryError(`"${address}" is no address. Write a path, or ws://host:port/path.`);
  }
}
