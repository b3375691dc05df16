// Remembers what was made of an object until another one comes. What is remembered depends on nothing else, so nobody
// can tell but by the time it takes.

/**
 * The same value for the same object, made once when all who ask for it do so one after the other. Only the last one is
 * kept: a weak map of all would cost the garbage collector more than it saves.
 * @param make what it is told besides must not change the value
 */
export function memoise<Key extends object, Value, More extends readonly unknown[]>(
  make: (key: Key, ...more: More) => Value,
): (key: Key, ...more: More) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key, ...more) => {
    if (last?.key !== key) last = { key, value: make(key, ...more) };
    return last.value;
  };
}
