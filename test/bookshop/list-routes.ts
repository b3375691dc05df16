// The bookshop's pages with tables, lists and things to see.
import type { Route } from "./answers.ts";

export const listRoutes: readonly Route[] = [];
