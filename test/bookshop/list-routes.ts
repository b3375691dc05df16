// The bookshop's pages with tables, lists and things to see.
import type { Book, Route } from "./answers.ts";
import { books } from "./answers.ts";
import { page } from "./pages.ts";

export const listRoutes: readonly Route[] = [
  ["GET /stock", ({ url }) => ({ html: stockPage(url.searchParams.get("sort") ?? "title") })],
  ["GET /delivery", () => ({ html: deliveryPage() })],
  ["GET /about", () => ({ html: aboutPage() })],
];

function sortBooks(by: string): readonly Book[] {
  return by === "price"
    ? books.toSorted((one, other) => one.price - other.price)
    : books.toSorted((one, other) => one.title.localeCompare(other.title));
}

function stockPage(sort: string): string {
  const rows = sortBooks(sort).map(
    ({ title, author, price }) =>
      `<tr class="${price > 10 ? "dear" : "cheap"}"><td>${title}</td><td>${author}</td><td>${price.toFixed(2)} €</td>
       <td><input aria-label="Copies of ${title}" type="number" value="3"></td>
       <td><a href="/books/1">Edit</a></td></tr>`,
  );
  return page(
    "Stock",
    `<table aria-label="Stock"><caption>What we have</caption>
       <thead><tr><th>Title</th><th>Author</th><th>Price</th><th>Copies</th><th>Change</th></tr></thead>
       <tbody>${rows.join("")}</tbody></table>
     <section aria-labelledby="shelves"><h2 id="shelves">Shelves</h2>
       <ul aria-label="Shelves"><li>Epics</li><li>Novels</li><li>Poems</li></ul></section>
     <section aria-labelledby="orders"><h2 id="orders">Open orders</h2>
       <div class="order">Emma for Ada</div><div class="order">The Odyssey for Bob</div></section>
     <aside class="basket"><h2>Basket</h2><p>Nothing yet</p><button>Empty it</button></aside>
     <p id="sorted"><a href="/stock?sort=price&page=2#prices" title="Cheapest first">Sort by price</a></p>`,
  );
}

function deliveryPage(): string {
  return page(
    "Delivery",
    `<form aria-label="Delivery">
       <label>Email <input name="email" type="email" placeholder="you@example.com" aria-describedby="problem"
         onblur="problem.textContent = this.value.includes('@') ? '' : 'That is no address';
                 this.setAttribute('aria-invalid', String(problem.textContent !== ''))"></label>
       <p id="problem" role="alert"></p>
       <label>Country <select name="country" multiple><option>Germany</option><option>France</option><option>Peru</option></select></label>
       <label>Speed <select name="speed"><option>Normal</option><option>Express</option></select></label>
       <fieldset><legend>Billing</legend><label>Street <input name="billing"></label></fieldset>
       <fieldset><legend>Shipping</legend><label>Street <input name="shipping"></label></fieldset>
       <label><input type="checkbox" name="news"> Newsletter</label>
       <label><input type="checkbox" name="terms"> Terms</label>
       <label>Letters <input type="file" name="letters" multiple></label>
       <button type="submit" class="main">Send</button>
     </form>`,
  );
}

function aboutPage(): string {
  return page(
    "About us",
    `<h2>History</h2><p>Since 1921.</p><h2>People</h2>
     <img alt="Our shop" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" width="60" height="80">
     <section aria-label="Prices"><p style="color: #ccc; background: #fff">Barely to be read</p></section>
     <button aria-label="Close the notice">×</button>`,
  );
}
