// Playwright makes its folders where the operating system says; while it does, that is a folder of ours.
import { mkdir } from "node:fs/promises";

const folderVariables = ["TMPDIR", "TEMP", "TMP"];

/**
 * Runs the code while the environment names another folder for temporary files: Playwright offers no setting for
 * where profiles go, and a browser that is killed leaves its own behind.
 */
export async function withTemporaryFolder<T>(folder: string, code: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  if (folderVariables.every((name) => process.env[name] === folder)) return await code();
  const before = folderVariables.map((name) => [name, process.env[name]] as const);
  for (const name of folderVariables) process.env[name] = folder;
  try {
    return await code();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
