// The API half of the driver port: one set of pools for the worker, a session for each actor.
import type { EnvironmentOptions } from "../config/options.ts";
import type { ApiSession } from "../journey/api-port.ts";
import type { SecretKeeper } from "../journey/secret-keeper.ts";
import { RequestDeadlines } from "./api/deadline.ts";
import { HopAddress } from "./api/hop.ts";
import { ApiPools } from "./api/pools.ts";
import { UndiciApiSession } from "./api/session.ts";

export interface ApiDriverOptions {
  readonly environmentName: string;
  readonly environment: EnvironmentOptions;
  readonly requestMs: number;
}

export interface ApiDriver {
  open(actor: string, secrets: SecretKeeper, address?: () => string | undefined): ApiSession;
  close(): Promise<void>;
}

export function createApiDriver({
  environmentName,
  environment,
  requestMs,
}: ApiDriverOptions): ApiDriver {
  const pools = new ApiPools(environment.tls);
  const deadlines = new RequestDeadlines(requestMs);
  const apiUrl = environment.apiUrl ?? environment.baseUrl;
  const base = apiUrl === undefined ? undefined : HopAddress.of(new URL(apiUrl));
  return {
    open: (actor, secrets, address = () => undefined) =>
      new UndiciApiSession({
        actor,
        pools,
        secrets,
        base,
        address,
        environmentName,
        addressSetting: `environments.${environmentName}.${environment.apiUrl === undefined ? "baseUrl" : "apiUrl"}`,
        headers: environment.headers ?? {},
        deadlines,
      }),
    close: () => pools.close(),
  };
}
