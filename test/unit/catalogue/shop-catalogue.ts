// A small catalogue for tests: two topics of ours and a file of the team's.
import { type Catalogue, makeCatalogue } from "../../../src/catalogue/catalogue.ts";
import type { PackagedTopic } from "../../../src/catalogue/packaged-topics.ts";

const packaged: readonly PackagedTopic[] = [
  {
    pack: "api",
    topic: "requests",
    title: "Sending requests",
    description: "What actors *send*.",
    phrases: [
      {
        pattern: "{actor} send(s) a/an {method} request to {text} with body:",
        example: ['When I send a POST request to "/x" with body:', "  | a | b |"],
      },
      {
        pattern: "the response status {check}",
        example: ["Then the response status should be 200"],
      },
    ],
  },
  {
    pack: "browser",
    topic: "forms",
    title: "Filling in forms",
    description: "",
    phrases: [
      {
        pattern: "{actor} fill(s) in {text} with {text}",
        example: ['When I fill in "Email" with "ada@example.com"'],
      },
      { pattern: "{actor} clear(s) {text}", example: ['When I clear "Email"'] },
    ],
  },
];

export function shopCatalogue(prefix = "", more: { readonly check?: string } = {}): Catalogue {
  const ours = packaged.flatMap(({ pack, topic, phrases }) =>
    phrases.map(({ pattern }, index) => {
      const file = `/package/steps/${pack}/${topic}.js`;
      return { pattern: prefix + pattern, file, line: index + 1 };
    }),
  );
  const own = [
    {
      pattern: "{actor} has ordered {int} of {text}",
      file: "/shop/features/steps/shop.js",
      line: 3,
    },
    { pattern: "/^it costs (\\d+) €$/", file: "/shop/features/steps/shop.js", line: 9 },
  ];
  return makeCatalogue([...own, ...ours.toReversed()], {
    cwd: "/shop",
    stepsFolder: "/package/steps",
    prefix,
    packaged,
    parameterTypes: [],
    ...more,
  });
}
