// Remembers what was made of an object until another one comes. What is remembered depends on nothing else, so nobody
// can tell but by the time it takes.

/**
 * The same value for the same object, made once when all who ask for it do so one after the other. Only the last one is
 * kept: a weak map of all would cost the garbage collector more than it saves.
 */
export function memoise<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
