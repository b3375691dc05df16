#!/usr/bin/env node
// The file that the `storyproof` command starts. Its static imports must load on any Node, so that a Node too old
// gets a sentence and not a syntax error; everything else is imported afterwards.
import { findNodeProblem } from "./node-version.ts";

const problem = findNodeProblem(process.versions.node);
if (problem === undefined) {
  import("./main.ts").then((main) => main.runProcess(process));
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 3;
}
