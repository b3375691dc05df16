// Judging 1,000 features by a policy of seven rules and fifty waivers: reading the policy and judging, in a process that
// has judged nothing before. It has no peer; its limit is a second. Reading the features is what lint is measured by.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { alternate, verdict } from "./rounds.mjs";

const alone = fileURLToPath(new URL("policy-alone.mjs", import.meta.url));
const features = 1000;

export async function benchPolicy(rounds = 5) {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    writeFeatures(folder);
    let told;
    const judge = () => {
      told = judgeAlone(folder);
      return told.seconds;
    };
    const { policy } = await alternate({ policy: judge }, rounds);
    console.log(`  ${told.stories} stories, ${told.findings} findings; ${policy.toFixed(2)} s`);
    for (const [rule, matched] of told.judged) console.log(`    ${rule}: ${matched} looked at`);
    return [verdict(`seconds for judging ${features} features by a policy`, policy, 1, "at most")];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function judgeAlone(folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [alone, folder], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`policy-alone.mjs ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

function writeFeatures(folder) {
  for (let at = 0; at < features; at += 1) {
    const area = join(folder, `area-${at % 40}`);
    mkdirSync(area, { recursive: true });
    writeFileSync(join(area, `story-${at}.feature`), writeFeature(at));
  }
}

/** Eight scenarios, of which one has ten rows; what stories have differs from one to the next. */
function writeFeature(at) {
  const tags = [`@story:story-${at}`, at % 4 === 0 ? "@repo:payments" : "@repo:shop"];
  if (at % 8 === 0) tags.push("@compliance:psd2");
  const scenarios = Array.from({ length: 7 }, (_, index) => writeScenario(at, index));
  return `${tags.join(" ")}
Feature: Order ${at}
  As a customer
  I want to order thing ${at}
  So that it is delivered

  Background:
    Given I am signed in as "customer-${at}@example.com"

  Rule: An order is paid before it is sent

${scenarios.join("\n")}
    @regression
    Scenario Outline: ${at} with <amount> of <thing>
      When I order <amount> of "<thing> ${at}"
      Then the response status should be <status>
      And I should see "<message>"

      Examples:
        | amount | thing | status | message |
${Array.from({ length: 10 }, (_, row) => `        | ${row * 7} | thing ${row} | ${row % 3 === 0 ? 400 : 201} | no more than ${row} |`).join("\n")}
`;
}

function writeScenario(at, index) {
  const tier = index === 0 ? "@smoke" : "@regression";
  const tags = [tier];
  if ((at + index) % 5 === 0) tags.push("@risk:high");
  if ((at + index) % 3 === 0) tags.push("@latency:p95<800ms");
  if ((at + index) % 50 === 0) tags.push(`@incident:INC-${at}`);
  const ending = endings[(at + index) % endings.length];
  return `    ${tags.join(" ")}
    Scenario: Order ${at} number ${index}, ${ending.title}
      Given the order "${at}-${index}" with 2 of "thing ${index}"
      When I send a POST request to "/api/orders/${at}" with JSON:
        """
        { "thing": ${index}, "amount": ${at} }
        """
      Then the response status should be ${ending.status}
      And ${ending.outcome}
`;
}

const endings = [
  { title: "as it should be", status: 201, outcome: 'I should see "Thank you"' },
  { title: "without an address", status: 400, outcome: 'I should see "Address is required"' },
  { title: "of somebody else", status: 403, outcome: "I should not see the order" },
  { title: "not signed in", status: 401, outcome: 'I should be on "/sign-in"' },
  { title: "twice", status: 409, outcome: 'I should see "already ordered"' },
  {
    title: "while the bank is down",
    status: 503,
    outcome: 'I should see "Please try again later"',
  },
];
