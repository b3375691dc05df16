// Makes the pages quicker where scripts run; each works without. Forms marked data-enhance are sent
// in the background and the content is exchanged, so that a message can appear without a page load.

const content = document.querySelector("#content");
const toast = document.querySelector("#toast");
const TOAST_MS = 8000;
const TYPING_PAUSE_MS = 180;
const MIN_PASSWORD = 12;

let toastTimer = 0;

function say(message) {
  clearTimeout(toastTimer);
  toast.textContent = message;
  if (message) toastTimer = setTimeout(() => say(""), TOAST_MS);
}

async function load(address, options) {
  const response = await fetch(address, { headers: { accept: "text/html" }, ...options });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return { response, page };
}

function show({ response, page }) {
  // The page is here already, with its message: loading it again would show it without.
  const isElsewhere = new URL(response.url).pathname !== location.pathname;
  if (response.redirected && isElsewhere) history.pushState(null, "", response.url);
  else if (response.redirected) history.replaceState(null, "", response.url);
  document.title = page.title;
  content.replaceChildren(...page.querySelector("#content").childNodes);
  enhance(content);
  say(page.querySelector("#toast").textContent);
  const errors = content.querySelector("[data-errors]");
  if (errors === null) content.focus({ preventScroll: true });
  else errors.focus();
}

// Only the content is exchanged, so going back has to fetch what stood there.
addEventListener("popstate", () => location.reload());

function bodyOf(form) {
  const data = new FormData(form);
  return form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
}

async function send(form, button) {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  button?.classList.add("busy");
  try {
    show(await load(form.action, { method: "POST", body: bodyOf(form) }));
  } catch {
    say("The server could not be reached. Nothing was saved.");
  } finally {
    form.ariaBusy = "false";
    button?.classList.remove("busy");
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-enhance]")) return;
  event.preventDefault();
  send(form, event.submitter);
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (button === null) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  await navigator.clipboard.writeText(field.value).then(
    () => say("Link copied."),
    () => say("Press Ctrl+C to copy the link."),
  );
});

/** Finds while the customer types, on the search page. */
function searchWhileTyping() {
  const input = document.querySelector("#q");
  if (input === null || location.pathname !== "/search") return;
  let timer = 0;
  let latest = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const turn = ++latest;
      const address = `/search?${new URLSearchParams({ q: input.value })}`;
      const { page } = await load(address);
      // An answer that a newer question has overtaken is dropped.
      if (turn !== latest) return;
      history.replaceState(null, "", address);
      document.title = page.title;
      document.querySelector("#results").replaceWith(page.querySelector("#results"));
      // Only its text, so that screen readers notice the change.
      document.querySelector("#result-count").textContent =
        page.querySelector("#result-count").textContent;
    }, TYPING_PAUSE_MS);
  });
}

/** Tells how many characters a new password still needs. */
function countPassword(root) {
  const input = root.querySelector("input[autocomplete=new-password]");
  const hint = root.querySelector("#password-hint");
  if (input === null || hint === null) return;
  const initial = hint.textContent;
  input.addEventListener("input", () => {
    const missing = MIN_PASSWORD - [...input.value].length;
    hint.classList.toggle("good", missing <= 0);
    if (input.value === "") hint.textContent = initial;
    else hint.textContent = missing > 0 ? `${missing} more to go.` : "Long enough.";
  });
}

/** Lets customers see what they type (WCAG 3.3.8: no test of memory). */
function revealPassword(root) {
  for (const input of root.querySelectorAll("input[type=password]")) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "reveal", textContent: "Show" });
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      const shown = input.type === "text";
      input.type = shown ? "password" : "text";
      button.textContent = shown ? "Show" : "Hide";
      button.setAttribute("aria-pressed", String(!shown));
    });
    const frame = document.createElement("div");
    frame.className = "reveal-frame";
    input.replaceWith(frame);
    frame.append(input, button);
  }
}

function enhance(root) {
  for (const button of root.querySelectorAll("[data-copy]")) button.hidden = false;
  revealPassword(root);
  countPassword(root);
}

enhance(content);
searchWhileTyping();
if (toast.textContent) say(toast.textContent);
