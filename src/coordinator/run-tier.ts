// Which tier the command line asks for. cucumber hands plugins no tag expression, so the words are read once more.
import { parseArgs } from "node:util";
import { parse } from "@cucumber/tag-expressions";
import { isOneOf, type Tier, tiers } from "../tags/known-keys.ts";
import { runTierVariable } from "../tags/run-tier.ts";

/** More tags than this beside the tiers are not tried out: nobody writes them, and each doubles the work. */
const mostOthers = 10;

export interface AnnouncedTier {
  /** Why nothing can be run: what is set names no tier. */
  readonly problem?: string;
  readonly takeBack: () => void;
}

const nothing: AnnouncedTier = { takeBack: () => {} };

/** Tells the workers, which inherit the environment. What is set already stays. */
export function announceRunTier(process: NodeJS.Process, ofProfile?: Tier): AnnouncedTier {
  const { env } = process;
  const named = env[runTierVariable];
  if (named !== undefined && named !== "")
    return isOneOf(tiers, named) ? nothing : { ...nothing, problem: noTier(named) };
  // Whoever names a profile chooses its tier; `--tags` then chooses among its scenarios.
  const tier = ofProfile ?? tierOfExpression(readTagsOption(process.argv.slice(2)));
  if (tier === undefined || tier === ofProfile) return nothing;
  env[runTierVariable] = tier;
  return { takeBack: () => delete env[runTierVariable] };
}

/**
 * The largest tier that an expression for `--tags` selects, where it selects nothing without one: `@smoke` and
 * `@smoke and not @slow` are smoke runs, `@smoke or @regression` is a regression run. Undefined otherwise.
 */
export function tierOfExpression(expression: string): Tier | undefined {
  if (!tiers.some((tier) => expression.includes(`@${tier}`))) return undefined;
  const select = readExpression(expression);
  if (select === undefined || select([])) return undefined;
  return tiers.findLast((tier) => select([`@${tier}`]));
}

type Select = (tierTags: readonly string[]) => boolean;

/** Whether a scenario with these tiers can be selected, whichever of the other tags it has. */
function readExpression(expression: string): Select | undefined {
  const all = new Set(expression.match(/@[^\s()]+/g));
  const others = [...all].filter((tag) => !isOneOf(tiers, tag.slice(1)));
  if (others.length > mostOthers) return undefined;
  try {
    const parsed = parse(expression);
    const subsets = listSubsets(others);
    return (tierTags) => subsets.some((subset) => parsed.evaluate([...tierTags, ...subset]));
  } catch {
    // cucumber says what is wrong with it.
    return undefined;
  }
}

function listSubsets(tags: readonly string[]): readonly (readonly string[])[] {
  return tags.reduce<readonly (readonly string[])[]>(
    (subsets, tag) => subsets.flatMap((subset) => [subset, [...subset, tag]]),
    [[]],
  );
}

/** All of them, as cucumber takes them: every one must hold. */
function readTagsOption(words: readonly string[]): string {
  const { values } = parseArgs({
    args: [...words],
    options: { tags: { type: "string", short: "t", multiple: true } },
    strict: false,
  });
  const given = (values["tags"] ?? []).filter((one) => typeof one === "string" && one !== "");
  return given.map((one) => `(${String(one)})`).join(" and ");
}

function noTier(named: string): string {
  return (
    `storyproof: the environment variable ${runTierVariable} is ${JSON.stringify(named)}, which is no tier.\n` +
    `  Tiers are ${tiers.join(", ")}.`
  );
}
