// The library that makes and shrinks values, loaded when the first invariant needs it.

export type FastCheck = typeof import("fast-check")["default"];

export async function loadFastCheck(): Promise<FastCheck> {
  const { default: fastCheck } = await import("fast-check");
  return fastCheck;
}
