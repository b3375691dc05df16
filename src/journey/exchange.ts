// One HTTP request with its response, as a value: what the product was told and what it said.
// It knows nothing of the client that made it, and nothing of redaction: it still holds secrets.

/** Header names as they were sent or received, in order, repeated names kept. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

export interface ExchangeRequest {
  readonly method: string;
  /** Absolute address, query included. */
  readonly url: string;
  readonly headers: HeaderList;
  /** The body as text; undefined when there was none. Binary bodies are described, not copied. */
  readonly body?: string;
}

export interface ExchangeResponse {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body?: string;
}

export interface Exchange {
  /** Who sent it, as the feature names them. */
  readonly actor: string;
  readonly request: ExchangeRequest;
  /** Absent when no response came; `error` then says why. */
  readonly response?: ExchangeResponse;
  readonly error?: string;
  /** Milliseconds since the Unix epoch. */
  readonly startedAtMs: number;
  readonly durationMs: number;
}
