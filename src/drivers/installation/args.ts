// Command-line arguments that make a browser start quietly and at all on this machine.
import type { BrowserEngine } from "../../config/options.ts";

interface Start {
  readonly engine: BrowserEngine;
  readonly headless: boolean;
}

interface Runs {
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
}

// Nothing may talk to the network but the product's own pages: it costs time and makes runs differ.
const quiet = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Firefox and WebKit need none: Playwright's builds of them are quiet already. */
export function listBrowserArgs(start: Start, machine: Runs): readonly string[] {
  if (start.engine !== "chromium") return [];
  const asRoot = machine.platform === "linux" && machine.isRoot;
  return [
    // Chromium refuses to start as root with its sandbox, and containers run as root.
    ...(asRoot ? ["--no-sandbox"] : []),
    // There is no GPU where there is no screen; looking for one takes time and fails loudly.
    ...(start.headless ? ["--disable-gpu"] : []),
    ...quiet,
  ];
}
