/** A cookie as both HTTP and browsers understand it: the shape in which sign-in is carried between them. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  /** Seconds since the Unix epoch; undefined for a session cookie. */
  readonly expires?: number;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: "Strict" | "Lax" | "None";
  /** True when the server named no domain: then only that very host gets it. */
  readonly hostOnly: boolean;
}
