import { describe, expect, it } from "vitest";
import {
  EnvironmentError,
  InterruptedError,
  reportFailure,
  UsageError,
} from "../../../src/cli/errors.ts";
import { recordIo } from "./command-io.ts";

function fail(error: unknown, reportTo?: string): { code: number; text: string } {
  const io = recordIo();
  const code = reportFailure(error, io.stderr, reportTo);
  return { code, text: io.written.stderr };
}

describe("how the command fails", () => {
  it("shows a mistake of the user without a stack", () => {
    const usage = fail(new UsageError("unknown option --x"));
    expect(usage).toEqual({ code: 2, text: "storyproof: unknown option --x\n" });
    const environment = fail(new EnvironmentError("no browser"));
    expect(environment).toEqual({ code: 3, text: "storyproof: no browser\n" });
  });

  it("says nothing more when it was interrupted", () => {
    expect(fail(new InterruptedError("stopped"))).toEqual({ code: 130, text: "" });
  });

  it("shows a defect with its stack, every cause, and where to report it", () => {
    const cause = new TypeError("the deeper one");
    const { code, text } = fail(new Error("the upper one", { cause }), "https://bugs.example/");
    expect(code).toBe(70);
    expect(text).toMatch(/^storyproof failed in a way that is its own fault, not yours\.\n/);
    expect(text).toMatch(/Error: the upper one\n {4}at /);
    expect(text).toMatch(/Caused by: TypeError: the deeper one\n {4}at /);
    expect(text).toMatch(/Please report it, .* https:\/\/bugs\.example\/\n$/);
  });

  it("comes to an end with causes in a circle, and with thrown things that are no errors", () => {
    const one = new Error("one");
    one.cause = new Error("two", { cause: one });
    expect(fail(one).text.match(/Error: one/g)).toHaveLength(1);
    expect(fail("just text")).toMatchObject({
      code: 70,
      text: expect.stringContaining("just text"),
    });
  });
});
