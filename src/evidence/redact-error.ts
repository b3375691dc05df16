// Takes secrets out of what was thrown, before cucumber prints it or writes it into its messages.
import type { SecretKeeper } from "../journey/secret-keeper.ts";

/**
 * The thrown value without known secrets: message, stack, cause, nested errors and enumerable properties
 * (`actual` and `expected` of an assertion, say). An error stays the same object, changed in place, so that
 * its class and identity still mean what they meant; one that cannot be changed is replaced by a copy.
 * Maps, sets and binary data inside properties are not looked into: nothing prints them from there.
 */
export function redactError(thrown: unknown, keeper: SecretKeeper): unknown {
  return redactThrown(thrown, keeper, new Set());
}

function redactThrown(thrown: unknown, keeper: SecretKeeper, seen: Set<unknown>): unknown {
  if (!(thrown instanceof Error)) {
    return holdsSecret(thrown, keeper, new Set()) ? copyValue(thrown, keeper, seen) : thrown;
  }
  if (seen.has(thrown)) return thrown;
  seen.add(thrown);
  if (Object.isFrozen(thrown)) return copyError(thrown, keeper);
  for (const key of ["message", "stack", "cause", "errors", ...Object.keys(thrown)]) {
    redactProperty(thrown, key, keeper, seen);
  }
  return thrown;
}

function redactProperty(error: Error, key: string, keeper: SecretKeeper, seen: Set<unknown>): void {
  const value: unknown = Reflect.get(error, key);
  const redacted = redactThrown(value, keeper, seen);
  if (redacted === value) return;
  const enumerable = Object.keys(error).includes(key);
  Reflect.defineProperty(error, key, {
    value: redacted,
    enumerable,
    configurable: true,
    writable: true,
  });
}

function copyError(error: Error, keeper: SecretKeeper): Error {
  const copy = new Error(keeper.redact(error.message));
  copy.name = error.name;
  copy.stack = keeper.redact(error.stack ?? "");
  return copy;
}

function holdsSecret(value: unknown, keeper: SecretKeeper, seen: Set<unknown>): boolean {
  if (typeof value === "string") return keeper.redact(value) !== value;
  if (!isOpenObject(value) || seen.has(value)) return false;
  seen.add(value);
  // Errors are always walked through: they are changed in place and stay what they are.
  if (value instanceof Error) return true;
  return Object.values(value).some((item) => holdsSecret(item, keeper, seen));
}

function copyValue(value: unknown, keeper: SecretKeeper, seen: Set<unknown>): unknown {
  if (typeof value === "string") return keeper.redact(value);
  if (value instanceof Error) return redactThrown(value, keeper, seen);
  if (!isOpenObject(value)) return value;
  if (seen.has(value)) return "[circular]";
  seen.add(value);
  const copy = Array.isArray(value)
    ? value.map((item) => copyValue(item, keeper, seen))
    : Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, copyValue(item, keeper, seen)]),
      );
  seen.delete(value);
  return copy;
}

function isOpenObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value);
}
