// Streams as steps open them: addresses below the environment's, with what the actor's API session carries.
import type { EnvironmentOptions } from "../config/options.ts";
import type { Cookie } from "../journey/cookie.ts";
import type { Feed, Refusal, Socket, SocketServer } from "../journey/stream-port.ts";
import { ApiCookies } from "./api/cookies.ts";
import { openEventStream } from "./streams/event-stream.ts";
import { resolveAddress } from "./streams/stream-address.ts";
import { openWebSocket } from "./streams/web-socket.ts";
import { startWebSocketServer } from "./streams/web-socket-server.ts";

export interface StreamDriverOptions {
  readonly environmentName: string;
  readonly environment: EnvironmentOptions;
  readonly requestMs: number;
}

export interface StreamRequest {
  /** An absolute address, or a path below the environment's `apiUrl`. */
  readonly path: string;
  readonly query?: readonly (readonly [string, string])[] | undefined;
  /** Those of the session, sent with everything. */
  readonly sessionHeaders: Readonly<Record<string, string>>;
  /** Those of this stream alone; they win. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly cookies: readonly Cookie[];
  readonly protocols?: readonly string[];
}

export interface StreamDriver {
  openSocket(request: StreamRequest): Promise<Socket | Refusal>;
  openEvents(request: StreamRequest): Promise<Feed | Refusal>;
  startServer(): Promise<SocketServer>;
}

export function createStreamDriver(options: StreamDriverOptions): StreamDriver {
  const { environment, requestMs } = options;
  const { tls } = environment;
  return {
    openSocket: (request) => {
      const address = resolveAddress(options, request.path, request.query);
      return openWebSocket({
        url: address.href.replace(/^http/, "ws"),
        protocols: request.protocols ?? [],
        headers: headersFor(request, address),
        tls,
        handshakeMs: requestMs,
      });
    },
    openEvents: (request) => {
      const address = resolveAddress(options, request.path, request.query);
      const accept = { ...request.headers, accept: "text/event-stream" };
      const headers = headersFor({ ...request, headers: accept }, address);
      return openEventStream({ url: address.href, headers, tls, answerMs: requestMs });
    },
    startServer: startWebSocketServer,
  };
}

function headersFor(
  { sessionHeaders, headers, cookies }: StreamRequest,
  address: ReturnType<typeof resolveAddress>,
): Record<string, string> {
  const jar = new ApiCookies();
  jar.add(cookies);
  const cookie = jar.headerFor(address);
  const all: Record<string, string> = { ...(cookie !== undefined && { cookie }) };
  for (const [name, value] of Object.entries({ ...sessionHeaders, ...headers })) {
    all[name.toLowerCase()] = value;
  }
  return all;
}
