// Whether output may be coloured, by the conventions of no-color.org and force-color.org.
import type { CommandIo, TextSink } from "./io.ts";

export function wantsColour(stream: TextSink, env: CommandIo["env"]): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}
