// Starts the example product for a run of its stories, on a free port with data of its own, and leaves nothing of it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "./children.mjs";
import { root } from "./setup.mjs";

const readyLine = /^Workspace is running at (http:\/\/\S+)$/m;
// The first start compiles the product's TypeScript; on a busy machine that takes a while.
const startTimeoutMs = 60_000;

/**
 * Runs `work` with the address of a running product, and stops the product afterwards, whatever happened.
 * @template T
 * @param {{ signal: AbortSignal, env?: NodeJS.ProcessEnv }} options
 * @param {(url: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProduct({ signal, env = process.env }, work) {
  const data = await mkdtemp(join(tmpdir(), "storyproof-workspace-"));
  try {
    const product = await startProduct(data, env, signal);
    try {
      return await work(product.url);
    } finally {
      await product.stop();
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

async function startProduct(data, env, signal) {
  const program = ["--import", "./scripts/typescript.mjs", "examples/workspace/app/main.ts"];
  const args = [...program, "--port", "0", "--data", data, "--test-controls"];
  const { child, ended, stop } = startChild(process.execPath, args, {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    return { url: await readUrl(child, ended, signal), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readUrl(child, ended, signal) {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (problem) => reject(new Error(`the example product ${problem}\n${output}`));
    const timer = setTimeout(() => fail("did not say where it runs"), startTimeoutMs);
    const interrupt = () => fail("was interrupted while it started");
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", interrupt);
    };
    signal.addEventListener("abort", interrupt);
    if (signal.aborted) interrupt();
    // Both streams are read to the end: a full pipe would stop the product.
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output = (output + text).slice(-20_000);
        const url = readyLine.exec(output)?.[1];
        if (url === undefined) return;
        finish();
        resolve(url);
      });
    }
    ended.then((code) => {
      finish();
      fail(`ended with code ${code} before it ran`);
    });
  });
}
