// The bookshop's pages with dialogs, frames, tabs, downloads, drag and drop, storage.
import type { Route } from "./answers.ts";

export const gadgetRoutes: readonly Route[] = [];
