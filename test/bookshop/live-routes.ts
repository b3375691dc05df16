// The bookshop's WebSocket, server-sent events and mail.
import type { Route } from "./answers.ts";

export const liveRoutes: readonly Route[] = [];
