// Short ways to write the signals that are built in.
import type { Signal } from "./signal.ts";

/** A signal whose words are English, so that it is quiet in other languages. */
export function english(signal: Omit<Signal, "language">): Signal {
  return { ...signal, language: "en" };
}

/** Tags are the surest signal: the author says so. */
export function tag(id: Signal["id"], kind: Signal["kind"], names: string): Signal {
  const because = "the author says so";
  return { id, kind, from: "tag", pattern: `^@(?:${names})$`, because };
}
