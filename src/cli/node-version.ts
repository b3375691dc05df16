// Which Node the package needs. Plain code without imports: it must run on a Node too old for the rest.

/** The same version as `engines.node` of package.json; a test compares. */
export const neededNode: readonly [number, number] = [20, 19];

/**
 * Says that this Node is too old, or nothing when it is new enough.
 * @param version as `process.versions.node` has it: "18.20.4"
 */
export function findNodeProblem(version: string): string | undefined {
  const parts = version.split(".").map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  const enough = major > neededNode[0] || (major === neededNode[0] && minor >= neededNode[1]);
  if (enough) return undefined;
  return `storyproof needs Node ${neededNode.join(".")} or newer; this is ${version}. Newer ones: https://nodejs.org/en/download`;
}
