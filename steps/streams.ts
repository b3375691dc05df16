// The pack `streams`: WebSocket and server-sent events.
import "./support.ts";
import "./parameters.ts";
