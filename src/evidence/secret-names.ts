// Which names of headers, cookies, fields and query keys hold secrets. It knows names only, never values.

/**
 * Names that hold a secret whenever they *end* like this: `newPassword`, `x-csrf-token`, `set-cookie`.
 * `code` is left out on purpose: as an error code it is what a reader of a failure needs most.
 */
const endings = [
  "apikey",
  "authorization",
  "authtoken",
  "accesskey",
  "cookie",
  "credential",
  "credentials",
  "encryptionkey",
  "jwt",
  "passphrase",
  "passcode",
  "passwd",
  "password",
  "passwords",
  "privatekey",
  "pwd",
  "secret",
  "secretkey",
  "secrets",
  "sessid",
  "session",
  "sessionid",
  "signingkey",
  "token",
  "tokens",
];

/** Too short to be an ending: as one, `inside` or `spin` would count. */
const wholeNames = ["sid", "connectsid", "auth", "otp", "totp", "onetimecode", "pin", "cvc", "cvv"];

/** Words that make the whole name a secret wherever they stand: `password_confirmation`, `secretValue`. */
const anywhere = ["password", "passwd", "clientsecret", "secretvalue", "apikey"];

const builtIn = new RegExp(
  `^(?:${wholeNames.join("|")})$|(?:${endings.join("|")})$|(?:${anywhere.join("|")})`,
);

/** Names are compared without case and punctuation: `X-API-Key`, `api_key` and `apiKey` are one name. */
function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Answers whether a name holds a secret: the built-in names, or one of `more` exactly. */
export function createSecretNameTest(more: readonly string[]): (name: string) => boolean {
  const own = new Set(more.map(normaliseName));
  return (name) => {
    const normalised = normaliseName(name);
    return builtIn.test(normalised) || own.has(normalised);
  };
}
