// Keys by the names that people give them, as Playwright's names.

const names: Readonly<Record<string, string>> = {
  esc: "Escape",
  escape: "Escape",
  enter: "Enter",
  return: "Enter",
  tab: "Tab",
  space: "Space",
  spacebar: "Space",
  backspace: "Backspace",
  del: "Delete",
  delete: "Delete",
  ins: "Insert",
  insert: "Insert",
  home: "Home",
  end: "End",
  pageup: "PageUp",
  pagedown: "PageDown",
  up: "ArrowUp",
  down: "ArrowDown",
  left: "ArrowLeft",
  right: "ArrowRight",
  arrowup: "ArrowUp",
  arrowdown: "ArrowDown",
  arrowleft: "ArrowLeft",
  arrowright: "ArrowRight",
  uparrow: "ArrowUp",
  downarrow: "ArrowDown",
  leftarrow: "ArrowLeft",
  rightarrow: "ArrowRight",
  ctrl: "Control",
  control: "Control",
  cmd: "Meta",
  command: "Meta",
  meta: "Meta",
  shift: "Shift",
  alt: "Alt",
  option: "Alt",
  mod: "ControlOrMeta",
};

/** `"ctrl + a"` → `"Control+a"`, `"Page Down"` → `"PageDown"`. What it does not know passes as it is. */
export function parseKey(text: string): string {
  if (text === "+" || text === " ") return text === " " ? "Space" : text;
  return text
    .split(/\s*\+\s*(?=.)/)
    .map((part) => names[part.toLowerCase().replace(/[\s_-]+/g, "")] ?? part)
    .join("+");
}
