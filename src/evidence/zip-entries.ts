// Rewrites a zip entry by entry without ever holding all of it unpacked. It knows nothing of what is inside.
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { type UnzipFileInfo, unzipSync, Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** How much is unpacked at one time; a trace of 50 MB unpacks to many times that. */
const batchBytes = 32 * 1024 * 1024;

/** Calls `visit` with every file of the zip, in its order. Throws when the file is no zip. */
export function visitZip(path: string, visit: (name: string, content: Uint8Array) => void): void {
  const zipped = readFileSync(path);
  for (const names of listBatches(zipped)) {
    const unpacked = unzipSync(zipped, { filter: ({ name }) => names.has(name) });
    for (const name of names) {
      const content = unpacked[name];
      if (content !== undefined) visit(name, content);
    }
  }
}

function listBatches(zipped: Uint8Array): readonly ReadonlySet<string>[] {
  const batches: Set<string>[] = [];
  let left = 0;
  const sort = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (batches.length === 0 || originalSize > left) {
      batches.push(new Set());
      left = batchBytes;
    }
    batches.at(-1)?.add(name);
    left -= originalSize;
    return false;
  };
  unzipSync(zipped, { filter: sort });
  return batches;
}

/** Replaces every file's content by what `rewrite` makes of it. The zip is replaced at the end, or not at all. */
export function rewriteZip(
  path: string,
  rewrite: (name: string, content: Uint8Array) => { name: string; content: Uint8Array },
): void {
  const newPath = `${path}.redacted`;
  const file = openSync(newPath, "w");
  try {
    const zip = new Zip((error, chunk) => {
      if (error !== null) throw error;
      writeSync(file, chunk);
    });
    visitZip(path, (name, content) => {
      const { name: newName, content: newContent } = rewrite(name, content);
      const entry = isPacked(newName) ? new ZipPassThrough(newName) : new ZipDeflate(newName);
      zip.add(entry);
      entry.push(newContent, true);
    });
    zip.end();
  } catch (error) {
    rmSync(newPath, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(newPath, path);
}

/** Deflating pictures and fonts again costs time and saves nothing. */
function isPacked(name: string): boolean {
  return /\.(?:jpe?g|png|gif|webp|avif|webm|mp4|woff2?|zip|gz|br)$/i.test(name);
}
