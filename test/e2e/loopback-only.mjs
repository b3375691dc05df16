// Loaded into every Node process of a run: no connection leaves this machine, and each that wanted to is written
// down in the file that LOOPBACK_ONLY names.
import { appendFileSync } from "node:fs";
import { Socket } from "node:net";

const { connect } = Socket.prototype;

Socket.prototype.connect = function (...args) {
  const host = hostOf(args.flat());
  if (host === undefined || /^(?:localhost|127\.[\d.]+|::1)$/.test(host)) {
    return connect.apply(this, args);
  }
  appendFileSync(process.env.LOOPBACK_ONLY, `${host}\n`);
  throw new Error(`no connection to ${host}: this run stays on this machine`);
};

/** Node calls it with options, with a port and a host, or with the path of a pipe. */
function hostOf([first, second]) {
  if (typeof first === "object" && first !== null) return first.host;
  return typeof second === "string" ? second : undefined;
}
