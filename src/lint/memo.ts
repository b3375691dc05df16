// Remembers what was made of an object for as long as the object lives. What is remembered depends on nothing else, so
// nobody can tell but by the time it takes.

/** The same value for the same object, made once. */
export function memoise<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    let found = known.get(key);
    if (found === undefined) {
      found = { value: make(key) };
      known.set(key, found);
    }
    return found.value;
  };
}
