// The bookshop's answers in other formats than JSON, GraphQL, caching, slowness.
import type { Route } from "./answers.ts";

export const formatRoutes: readonly Route[] = [];
