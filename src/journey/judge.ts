/** Judges a value again and again until it passes or time is up: undefined means it passes. */
export type Judge<T> = (value: T) => string | undefined;
