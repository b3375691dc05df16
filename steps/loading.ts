// What the step library must know while it is being loaded, before cucumber hands the settings to a World.
// The coordinator's plugin leaves it in the environment, which every worker inherits.

export interface Loading {
  readonly prefix: string;
  readonly stepMs: number;
}

const loadingVariable = "STORYPROOF_LOADING";

export const loading: Loading = readLoading(process.env[loadingVariable]);

function readLoading(text: string | undefined): Loading {
  const { prefix = "", stepMs = 30_000 } = JSON.parse(text ?? "{}") as Partial<Loading>;
  return { prefix, stepMs };
}
