// A moment as a person writes it, on the clock of a time zone.
//
//   moment = date [ ( "T" | " " ) time [ "Z" | ( "+" | "-" ) hours ":" minutes ] ]   ; time alone has no day, so it is none

const shape = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * Milliseconds since the Unix epoch; undefined for what is no moment. Without an offset of its own it is one of that
 * time zone; without a time zone, of this machine. In the hour that comes twice a year it is the first.
 */
export function momentIn(text: string, timezone: string | undefined): number | undefined {
  const [, day, time = "00:00", offset] = shape.exec(text.trim()) ?? [];
  if (day === undefined) return undefined;
  const local = `${day}T${time}`;
  const epochMs = Date.parse(
    offset === undefined && timezone === undefined ? local : local + (offset ?? "Z"),
  );
  if (Number.isNaN(epochMs)) return undefined;
  if (offset !== undefined || timezone === undefined) return epochMs;
  // Twice, since the offset there may differ from the one at the first guess.
  const guess = epochMs - offsetMs(epochMs, timezone);
  return epochMs - offsetMs(guess, timezone);
}

/** How far clocks there are ahead of universal time. */
function offsetMs(epochMs: number, timezone: string): number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const parts = Object.fromEntries(
    format.formatToParts(epochMs).map(({ type, value }) => [type, Number(value)]),
  ) as Readonly<Record<string, number>>;
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(epochMs / 1000) * 1000;
}
