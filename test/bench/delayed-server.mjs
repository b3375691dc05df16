// A product whose delays are programmed, in a process of its own; asked by message, it says what each request took.
import { createServer } from "node:http";

const times = [];
/** Log-normal about 40 ms, from a seed: the same delays in each run. */
const random = mulberry32(7);

const server = createServer((request, response) => {
  const beginMs = performance.now();
  const delayMs = delayOf(request.url);
  const end = () => {
    if (request.url === "/programmed") times.push(performance.now() - beginMs);
    response.end("{}");
  };
  if (delayMs === 0) end();
  else setTimeout(end, delayMs);
});
server.listen(0, "127.0.0.1", () => process.send(server.address().port));
process.on("message", () => process.send(times.splice(0)));
process.on("disconnect", () => process.exit());

function delayOf(url) {
  const [, asked] = /^\/after\/(\d+)$/.exec(url) ?? [];
  if (asked !== undefined) return Number(asked);
  if (url !== "/programmed") return 0;
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return 40 * Math.exp(0.4 * normal);
}

function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
