// Loaded into processes whose coverage counts: Node writes it when a process exits, not when a signal ends it.
process.on("SIGTERM", () => process.exit(143));
