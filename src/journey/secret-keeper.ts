import type { Exchange } from "./exchange.ts";

/** What journeys and drivers need of redaction: they report secrets they see, and pass text out through it. */
export interface SecretKeeper {
  /** From now on this value is replaced wherever it appears. Too short or too common values are ignored. */
  learn(value: string): void;
  /** From now on this value is not learned: it was made up here, and whoever reads of a failure must see it. */
  tellOpen(value: string): void;
  /** Learns what an exchange carries in secret headers, cookies, query keys and body fields. */
  learnFrom(exchange: Exchange): void;
  /** True when a header, cookie, field or query key of this name holds a secret. */
  isSecretName(name: string): boolean;
  /** The text with every known secret replaced by `[redacted]`. */
  redact(text: string): string;
}
