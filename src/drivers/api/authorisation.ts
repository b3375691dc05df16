// Who an actor says to be, as HTTP says it.
import type { Authorisation } from "../../journey/api-port.ts";

/** The value of the `authorization` header (RFC 9110, section 11.4). */
export function credentialsOf(authorisation: Authorisation): string | undefined {
  switch (authorisation.kind) {
    case "none":
      return undefined;
    case "bearer":
      return `Bearer ${authorisation.token}`;
    case "scheme":
      return `${authorisation.scheme} ${authorisation.credentials}`;
    case "basic": {
      const { user, password } = authorisation;
      return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
    }
  }
}
