// The pack `streams`: messages over WebSockets and server-sent events.
import "./support.ts";
import "./parameters.ts";
import "./waiting.ts";
import "./streams/parameters.ts";
import "./streams/connection-parameters.ts";
import "./streams/websockets.ts";
import "./streams/sending.ts";
import "./streams/messages.ts";
import "./streams/received.ts";
import "./streams/events.ts";
import "./streams/servers.ts";
