// Makes any text fit to be shown: colours for terminals go, other control characters become visible signs.

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
const terminalStyles = /\u001b\[[\d;]*m/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
const anyControl = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** The text without terminal colours, with `␛` and its like for other control characters; lines and tabs stay. */
export function showText(text: string): string {
  // Nearly every text has none, and reports have a hundred thousand texts.
  if (!anyControl.test(text)) return text;
  return text.replaceAll("\r\n", "\n").replace(terminalStyles, "").replace(controls, showControl);
}

/** Unicode has pictures for the old control characters; the newer ones are written as their code. */
function showControl(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : `\\x${code.toString(16)}`;
}

/** `1.2 s`, `340 ms`, `2 min 5 s`. */
export function showDuration(durationMs: number): string {
  if (durationMs < 1) return "< 1 ms";
  if (durationMs < 1000) return `${Math.round(durationMs)} ms`;
  const seconds = durationMs / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** `512 B`, `14.2 KiB`, `3.0 MiB`. */
export function showSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const inKib = bytes / 1024;
  return inKib < 1024 ? `${inKib.toFixed(1)} KiB` : `${(inKib / 1024).toFixed(1)} MiB`;
}
