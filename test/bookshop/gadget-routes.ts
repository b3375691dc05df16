// The bookshop's pages with dialogs, frames, tabs, downloads, drag and drop, storage.
import type { Answer, Route } from "./answers.ts";

function page(title: string, body: string): Answer {
  return {
    html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title} · Bookshop</title>
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><main><h1>${title}</h1>${body}</main></html>`,
  };
}

/** A line of text that a script writes. */
const told = `<p role="status" id="told"></p>`;

function shelvesPage(): Answer {
  return page(
    "Your shelves",
    `<button onclick="if (confirm('Delete Emma?')) { emma.remove(); told.textContent = 'Emma is gone' } else told.textContent = 'Emma stays'">Delete</button>
     <button onclick="told.textContent = 'Called ' + prompt('What is the shelf called?', 'Novels')">Rename</button>
     <button onclick="alert('Everything is saved'); told.textContent = 'Saved'">Save</button>
     <button onclick="sharing.showModal()">Share</button>
     <dialog id="sharing" aria-label="Share"><p>With whom?</p><button onclick="sharing.close()">Close</button></dialog>
     <details><summary>Advanced</summary><p>Sort by year</p></details>
     <ul aria-label="To read"><li id="emma" draggable="true" ondragstart="event.dataTransfer.setData('text', 'emma')">Emma</li></ul>
     <ul aria-label="Read" ondragover="event.preventDefault()" ondrop="event.preventDefault(); this.append(document.getElementById(event.dataTransfer.getData('text')))"><li>Middlemarch</li></ul>${told}`,
  );
}

function helpPage(): Answer {
  return page(
    "Help",
    `<a href="/help/terms" target="_blank">Terms</a>
     <button onclick="open('/help/chat', 'chat', 'width=300,height=300')">Chat</button>`,
  );
}

function paymentPage(): Answer {
  return page(
    "Payment",
    `<iframe title="Card" src="/payment/card" width="400" height="200"></iframe><p>Your order is safe.</p>`,
  );
}

function cardPage(): Answer {
  return page(
    "Card",
    `<label>Number <input name="number"></label>
     <button onclick="told.textContent = 'Paid with ' + document.querySelector('input').value.slice(-4)">Pay</button>${told}`,
  );
}

function exportsPage(): Answer {
  return page(
    "Exports",
    `<a href="/exports/prices.csv" download>Price list</a> <a href="/exports/books.json">Books as JSON</a>`,
  );
}

function exported(name: string, type: string, content: string): Answer {
  const disposition = `attachment; filename="${name}"`;
  return { headers: { "content-type": type, "content-disposition": disposition }, content };
}

function readingPage(): Answer {
  const lines = Array.from({ length: 120 }, (_, line) => `<p>Line ${line + 1}</p>`).join("");
  return page(
    "Reading",
    `<button id="like">Like</button><label>Search <input></label><p id="keys" aria-label="Keys"></p>${told}
     <div role="region" aria-label="Text" tabindex="0" style="height: 200px; overflow: auto">${lines}<p>The end</p></div>
     <div style="height: 3000px"></div><footer><a href="/help">Imprint</a></footer>
     <script>
       let timer;
       like.onmousedown = () => { timer = setTimeout(() => { told.textContent = "Liked for ever" }, 500) };
       like.onmouseup = () => clearTimeout(timer);
       like.onclick = (event) => { if (event.shiftKey) told.textContent = "Liked in secret" };
       addEventListener("keydown", ({ key }) => { keys.textContent += key + " " });
     </script>`,
  );
}

function settingsPage(): Answer {
  return page(
    "Settings",
    `<ul aria-label="About you"></ul>
     <button onclick="navigator.geolocation.getCurrentPosition(({ coords }) => { told.textContent = 'Near ' + coords.latitude }, () => { told.textContent = 'Nowhere' })">Find a shop</button>
     <button onclick="localStorage.setItem('theme', 'sepia'); sessionStorage.setItem('visits', '1'); document.cookie = 'currency=EUR'; told.textContent = 'Kept'">Keep</button>
     <button onclick="fetch('/api/books').then(({ ok }) => { told.textContent = ok ? 'There are books' : 'No answer' }, () => { told.textContent = 'You are offline' })">Look</button>
     ${told}<p>It is <time></time></p><p id="session">You are signed in</p>
     <script>
       const list = document.querySelector("ul");
       const show = () => {
         const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
         list.innerHTML = [
           innerWidth + " wide", innerWidth < 600 ? "Small window" : "Large window", navigator.language, timeZone,
           matchMedia("(prefers-color-scheme: dark)").matches ? "Dark" : "Light",
           matchMedia("(prefers-reduced-motion: reduce)").matches ? "Calm" : "Lively",
           matchMedia("print").matches ? "On paper" : "On a screen",
           Notification.permission === "granted" ? "Notified" : "Not notified",
           navigator.maxTouchPoints > 0 ? "By touch" : "By mouse",
         ].map((text) => "<li>" + text + "</li>").join("");
         document.querySelector("time").textContent = new Date().toLocaleString("en-GB");
       };
       show();
       addEventListener("resize", show);
       setInterval(show, 200);
       setTimeout(() => { session.textContent = "You were signed out" }, 15 * 60000);
       console.log("Settings are shown");
     </script>`,
  );
}

const csv = "title,price\nMiddlemarch,9.50\nEmma,7.00\n";

export const gadgetRoutes: readonly Route[] = [
  ["GET /shelves", shelvesPage],
  ["GET /help", helpPage],
  ["GET /help/terms", () => page("Terms", "<p>Books can be returned.</p>")],
  [
    "GET /help/chat",
    () => page("Chat", `<p>How can we help?</p><button onclick="window.close()">Bye</button>`),
  ],
  ["GET /payment", paymentPage],
  ["GET /payment/card", cardPage],
  ["GET /exports", exportsPage],
  ["GET /exports/prices.csv", () => exported("prices.csv", "text/csv", csv)],
  ["GET /exports/books.json", () => exported("books.json", "application/json", '{"books": 3}')],
  ["GET /reading", readingPage],
  ["GET /settings", settingsPage],
];
