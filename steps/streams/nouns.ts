// What sentences call connections, messages and events, as sources of regular expressions.
import { StoryWorld } from "../../src/journey/world.ts";

export const quoted = `"[^"]*"|'[^']*'`;

export const on = "(?:to|on|from|over|through|via)";

export const socketNoun =
  "(?:(?:[Ww]eb ?[Ss]ocket|socket)(?: (?:endpoint|server|connection|channel|feed|handshake))?|connection|handshake)";

export const messageNoun = "(?:(?:[Ww]eb[Ss]ocket |socket )?(?:JSON |text )?messages?)";

export const eventNoun = "(?:(?:server-sent |SSE )?events?)";

/** ` over "second"`, ` to the WebSocket`, or nothing; the name in quotes is captured. */
export const source = `(?: ${on} (?:(${quoted})|the (?:event )?stream|the ${socketNoun}))?`;

/** The text between the quotes, its names resolved; undefined when there is none. */
export function unquote(world: unknown, text: string | null | undefined): string | undefined {
  if (text === undefined || text === null) return undefined;
  const inner = text.slice(1, -1);
  return world instanceof StoryWorld ? world.resolve(inner) : inner;
}
