// Is the product there at all? Any HTTP answer counts, an error status too.
import type { Agent } from "undici";
import type { EnvironmentOptions } from "../../config/options.ts";
import { reasonOf } from "./errors.ts";
import { loadUndici } from "./libraries.ts";
import { connectOptions } from "./pools.ts";

export type Preflight =
  | { readonly kind: "answers" }
  | {
      readonly kind: "silent";
      readonly url: string;
      /** The option the address comes from. */
      readonly setting: "baseUrl" | "apiUrl";
      readonly reason: string;
    };

/** Asks each address of an environment once, all at the same time; the first that stays silent is told. */
export async function preflight(
  environment: EnvironmentOptions,
  timeoutMs: number,
): Promise<Preflight> {
  const asked = addresses(environment);
  if (asked.length === 0) return { kind: "answers" };
  const agent = new (loadUndici().Agent)({ connect: connectOptions(environment.tls) });
  try {
    const answers = await Promise.all(
      asked.map(([setting, url]) => ask(agent, setting, url, timeoutMs)),
    );
    return answers.find(({ kind }) => kind === "silent") ?? { kind: "answers" };
  } finally {
    await agent.destroy();
  }
}

function addresses({
  baseUrl,
  apiUrl,
}: EnvironmentOptions): (readonly ["baseUrl" | "apiUrl", string])[] {
  const base = baseUrl === undefined ? [] : [["baseUrl", baseUrl] as const];
  const sameOrigin =
    baseUrl !== undefined && apiUrl !== undefined && originOf(baseUrl) === originOf(apiUrl);
  return apiUrl === undefined || sameOrigin ? base : [...base, ["apiUrl", apiUrl] as const];
}

function originOf(address: string): string {
  return new URL(address).origin;
}

async function ask(
  agent: Agent,
  setting: "baseUrl" | "apiUrl",
  url: string,
  timeoutMs: number,
): Promise<Preflight> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const { body } = await loadUndici().request(url, { dispatcher: agent, signal, method: "GET" });
    // The rest of the answer is of no interest; reading on could take for ever.
    body.on("error", () => {}).destroy();
    return { kind: "answers" };
  } catch (error) {
    const reason = signal.aborted ? `no answer within ${timeoutMs} ms` : reasonOf(error);
    return { kind: "silent", url, setting, reason };
  }
}
