// The pages of the documentation's bookshop.
import type { Book } from "./answers.ts";

export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${title} · Bookshop</title>
<link rel="icon" href="data:,">
<nav aria-label="Main"><a href="/">Books</a> <a href="/account">Your account</a></nav>
<main><h1>${title}</h1>${body}</main>
</html>`;
}

export function booksPage(books: readonly Book[]): string {
  const rows = books.map(
    ({ id, title, price }) =>
      `<tr aria-label="${title}"><td><a href="/books/${id}">${title}</a></td><td>${price.toFixed(2)} €</td>
       <td><button onclick="basket.textContent = '${title} is in the basket'">Add</button></td></tr>`,
  );
  return page(
    "Books",
    `<form role="search"><label>Search <input name="search" type="search"></label> <button>Find</button></form>
     <table aria-label="Books"><thead><tr><th>Title</th><th>Price</th><th></th></tr></thead>
     <tbody>${rows.join("")}</tbody></table>
     <p role="status" id="basket"></p>`,
  );
}

export function bookPage(book: Book | undefined): string {
  const { title = "", author = "" } = book ?? {};
  return page(
    title,
    `<p>by ${author}</p>
     <img alt="Cover of ${title}" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" width="60" height="80">
     <form method="post" aria-label="Order" enctype="application/x-www-form-urlencoded">
       <label>Quantity <input name="quantity" type="number" value="1" required></label>
       <label>Format <select name="format"><option>Paperback</option><option>Hardback</option></select></label>
       <fieldset><legend>Delivery</legend>
         <label><input type="radio" name="delivery" value="post" checked> By post</label>
         <label><input type="radio" name="delivery" value="shop"> In the shop</label></fieldset>
       <label><input type="checkbox" name="gift"> Gift wrapping</label>
       <label>Note <textarea name="note" placeholder="What should the card say?"></textarea></label>
       <label>Letter <input type="file" name="letter"></label>
       <button>Order</button>
     </form>`,
  );
}

export function thanksPage(form: Readonly<Record<string, string>>): string {
  const { quantity = "", format = "", note = "", delivery = "" } = form;
  const gift = form["gift"] === undefined ? "" : "<p>We wrap it as a gift.</p>";
  const told = `${quantity} × ${format}, ${delivery === "shop" ? "to collect" : "by post"}`;
  return page("Thank you", `<p role="status">${told}</p>${gift}<blockquote>${note}</blockquote>`);
}

export function signInPage(problem: string): string {
  return page(
    "Sign in",
    `${problem === "" ? "" : `<p role="alert">${problem}</p>`}
     <form method="post">
       <label>Email <input name="email" type="email"></label>
       <label>Password <input name="password" type="password"></label>
       <button>Sign in</button>
     </form>`,
  );
}

export function accountPage(email: string): string {
  return page(
    "Your account",
    `<p data-testid="who">Signed in as ${email}</p>
     <button onclick="leaving.showModal()">Delete account</button>
     <dialog id="leaving" aria-label="Delete account">
       <p>Everything will be lost.</p>
       <button onclick="leaving.close()">Keep it</button>
     </dialog>`,
  );
}
