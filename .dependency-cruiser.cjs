// The arrows of the architecture as tests. A rule's comment is its error text.
const siblings = (folder) => `^src/(?!${folder}/)[^/]+/`;

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment:
        "Modules that import each other can only be understood together: move what both need into a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "story-imports-no-sibling",
      comment: "src/story is Gherkin as values; it must be usable without anything else of ours.",
      severity: "error",
      from: { path: "^src/story/" },
      to: { path: siblings("story") },
    },
    {
      name: "checks-import-no-sibling",
      comment: "src/checks judges values; where they come from is not its business.",
      severity: "error",
      from: { path: "^src/checks/" },
      to: { path: siblings("checks") },
    },
    {
      name: "measure-imports-no-sibling",
      comment: "src/measure knows numbers and time, no Gherkin.",
      severity: "error",
      from: { path: "^src/measure/" },
      to: { path: siblings("measure") },
    },
    {
      name: "tags-know-stories-only",
      comment:
        "src/tags reads the tags of stories; it may import src/story and nothing else of ours.",
      severity: "error",
      from: { path: "^src/tags/" },
      to: { path: "^src/(?!tags/|story/)[^/]+/" },
    },
    {
      name: "journey-owns-the-port",
      comment:
        "src/journey names what it needs as a port; it must not know who implements it. Settings are plain values and allowed.",
      severity: "error",
      from: { path: "^src/journey/" },
      to: { path: "^src/(?!journey/|story/|config/(settings|options)\\.ts$)[^/]+/" },
    },
    {
      name: "gates-measure-journeys",
      comment:
        "src/gates decides what tags claim from journeys that it is given as functions; it knows no cucumber, driver or evidence, and of src/journey only the types of outcomes.",
      severity: "error",
      from: { path: "^src/gates/" },
      to: {
        path: "^src/(?!gates/|measure/|tags/|story/story\\.ts$|journey/replay-outcome\\.ts$)[^/]+/",
      },
    },
    {
      name: "invariants-search-journeys",
      comment:
        "src/invariants tries what stories claim with journeys that it is given as functions; it knows no cucumber, driver or evidence. Of src/journey it has the types of outcomes, the story's mistakes and what a team has defined; of src/checks how a value is judged by a schema.",
      severity: "error",
      from: { path: "^src/invariants/" },
      to: {
        path: "^src/(?!invariants/|measure/|tags/|story/story\\.ts$|checks/json-schema\\.ts$|journey/(replay-outcome|story-error|team-definitions)\\.ts$)[^/]+/",
      },
    },
    {
      name: "drivers-implement-the-port",
      comment:
        "src/drivers implements the port of src/journey from settings; it knows no stories, evidence or commands.",
      severity: "error",
      from: { path: "^src/drivers/" },
      to: { path: "^src/(?!drivers/|journey/|config/(settings|options)\\.ts$)[^/]+/" },
    },
    {
      name: "coordinator-checks-before-the-run",
      comment:
        "src/coordinator looks at stories and tags before a run and hints during it; of src/lint it shows places as lint does, and runs no rules.",
      severity: "error",
      from: { path: "^src/coordinator/" },
      to: {
        path: "^src/(?!coordinator/|story/|tags/|lint/excerpt\\.ts$|catalogue/|drivers/api/preflight\\.ts$|config/settings\\.ts$)[^/]+/",
      },
    },
    {
      name: "evidence-is-made-of-messages",
      comment:
        "src/evidence reads messages and stories; it must not need a driver, a command or a run. Of src/gates it has the shapes of results and how they are written; of src/measure how samples are read.",
      severity: "error",
      from: { path: "^src/evidence/" },
      to: {
        path: "^src/(?!evidence/|story/|tags/|journey/|measure/(samples|buckets|percentile|read-samples)\\.ts$|gates/(gate-result|failures|exchange-times|time-line|show-gate-line|quantity)\\.ts$|invariants/(invariant-result|show-invariant)\\.ts$|config/settings\\.ts$)[^/]+/",
      },
    },
    {
      name: "catalogue-imports-no-sibling",
      comment:
        "src/catalogue is given definitions and shows phrases; it loads no steps and knows no run.",
      severity: "error",
      from: { path: "^src/catalogue/" },
      to: { path: siblings("catalogue") },
    },
    {
      name: "gaps-read-stories",
      comment:
        "src/gaps recognises kinds of guarantee in stories that were read; it opens no file; of src/checks it has patterns of a project end in time. Settings are plain values and allowed.",
      severity: "error",
      from: { path: "^src/gaps/" },
      to: {
        path: "^src/(?!gaps/|story/|tags/|checks/(bounded|pattern)\\.ts$|config/gaps-options\\.ts$)[^/]+/",
      },
    },
    {
      name: "policy-judges-stories",
      comment:
        "src/policy judges stories that were read, by kinds of guarantee and findings as others of ours have them; it opens no file, loads no code and knows no run. Settings are plain values and allowed.",
      severity: "error",
      from: { path: "^src/policy/" },
      to: {
        path: "^src/(?!policy/|story/|tags/|gaps/|lint/(finding|rule)\\.ts$|config/(policy-options|validate)\\.ts$)[^/]+/",
      },
    },
    {
      name: "lint-judges-stories",
      comment:
        "src/lint judges stories that were read; it opens no file, loads no step and knows no command. Settings are plain values and allowed.",
      severity: "error",
      from: { path: "^src/lint/" },
      to: { path: "^src/(?!lint/|story/|tags/|catalogue/|config/(settings|options)\\.ts$)[^/]+/" },
    },
    {
      name: "config-imports-no-sibling",
      comment:
        "src/config is read before anything else runs, by everything; it imports none of it.",
      severity: "error",
      from: { path: "^src/config/" },
      to: { path: siblings("config") },
    },
    {
      name: "nothing-imports-the-edges",
      comment: "src/cli, steps and test are edges: what two of them need belongs into src.",
      severity: "error",
      from: { path: "^src/(?!cli/)" },
      to: { path: "^(src/cli|steps|reporters|test|examples|features)/" },
    },
    {
      name: "reporters-know-evidence-only",
      comment: "A reporter is a pure function from evidence to text.",
      severity: "error",
      from: { path: "^reporters/" },
      to: { path: "^(steps|test|examples)/|^src/(?!evidence/|config/settings\\.ts$)" },
    },
    {
      name: "no-test-code-in-the-package",
      comment: "What is shipped must not need what is not.",
      severity: "error",
      from: { path: "^(src|steps|reporters)/" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["npm-peer", "npm-optional", "type-only"],
      },
    },
    {
      name: "only-drivers-know-playwright-and-undici",
      comment: "Libraries that talk to the product stand behind the driver port.",
      severity: "error",
      from: { path: "^(src|steps|reporters)/", pathNot: "^src/drivers/" },
      to: { path: "node_modules/(@playwright|playwright|playwright-core|undici)/" },
    },
    {
      name: "no-grab-bags",
      comment: "A folder named utils, helpers or common says nothing of what it holds.",
      severity: "error",
      from: {},
      to: { path: "/(utils|util|helpers|helper|common)/", pathNot: "node_modules" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
