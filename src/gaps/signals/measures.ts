// By what is recognised that a story is measured, how, and in which runs. Most of these are tags of ours.
import { english, tag } from "../make-signal.ts";
import type { Signal } from "../signal.ts";

export const measures: readonly Signal[] = [
  tag("latency/tag", "latency", "latency|response-?time"),
  {
    id: "latency/gate",
    kind: "latency",
    from: "gate",
    pattern: "^(?:latency|lcp|inp):",
    because: "a gate bounds how long it takes",
  },
  english({
    id: "latency/outcome",
    kind: "latency",
    from: "outcome",
    pattern: String.raw`\b(?:response|answer|load(?:ing)?) times?\b.*\d|\b(?:answer|respond|load|finish|complete)(?:s|ed|ing)? (?:with)?in (?:less than |under )?\d|\btakes? (?:less than|under|at most|no longer than) (?:\d|an? |one |half )`,
    because: "the outcome bounds how long it takes",
  }),
  tag("load/tag", "load", "load(?:-?test)?|stress(?:-?test)?|throughput"),
  {
    id: "load/gate",
    kind: "load",
    from: "gate",
    pattern: "^rpm:",
    because: "a gate says how often it can be started",
  },
  tag("availability/tag", "availability", "availability|uptime|zero-?downtime|failover"),
  {
    id: "availability/gate",
    kind: "availability",
    from: "gate",
    pattern: "^(?:availability|errors):",
    because: "a gate bounds how often it may fail",
  },
  {
    id: "invariant/tag",
    kind: "invariant",
    from: "tag",
    pattern: "^@(?:invariant|always|explore|property)$",
    because: "it holds for generated values too",
  },
  {
    id: "smoke/tier",
    kind: "smoke",
    from: "tag",
    pattern: "^@smoke$",
    because: "its tier is smoke",
  },
  {
    id: "production-safe/tag",
    kind: "production-safe",
    from: "tag",
    pattern: "^@production-safe$",
    because: "the author says so",
  },
  {
    id: "incident/tag",
    kind: "incident",
    from: "tag",
    pattern: "^@incident:",
    because: "it keeps this incident from coming back",
  },
];
