import { expect, it } from "vitest";
import { parseIntent } from "../../../src/story/intent.ts";

it.each([
  [
    "  As a customer\n  I want to sign in\n  so that I reach my work.",
    { role: "a customer", want: "to sign in", benefit: "I reach my work" },
  ],
  [
    "In order to sell more, as the owner of a shop I want a report",
    { benefit: "to sell more", role: "the owner of a shop", want: "a report" },
  ],
  ["I want it to be quick", { want: "it to be quick" }],
  ["As an admin I need to see who did it", { role: "an admin", want: "to see who did it" }],
  ["This is as simple as a walk.", undefined],
  ["", undefined],
])("reads the intent in %j", (description, expected) => {
  expect(parseIntent(description)).toEqual(expected);
});

it.each([
  [
    "de",
    "Als Kundin\n  möchte ich mich anmelden,\n  damit ich an meine Arbeit komme.",
    ["Kundin", "mich anmelden", "ich an meine Arbeit komme"],
  ],
  [
    "fr",
    "En tant que client, je veux me connecter afin de retrouver mon travail",
    ["client", "me connecter", "retrouver mon travail"],
  ],
  [
    "es",
    "Como cliente\nQuiero entrar\nPara que vea mi trabajo",
    ["cliente", "entrar", "vea mi trabajo"],
  ],
  [
    "pt",
    "Como um cliente, eu quero entrar para que veja o meu trabalho",
    ["um cliente", "entrar", "veja o meu trabalho"],
  ],
  [
    "it",
    "Come cliente, voglio entrare in modo da vedere il mio lavoro",
    ["cliente", "entrare", "vedere il mio lavoro"],
  ],
  ["nl", "Als klant wil ik inloggen zodat ik verder kan", ["klant", "inloggen", "ik verder kan"]],
  [
    "sv",
    "Som kund vill jag logga in så att jag kan arbeta",
    ["kund", "logga in", "jag kan arbeta"],
  ],
  [
    "no",
    "Som kunde\nønsker jeg å logge inn\nslik at jeg kan jobbe",
    ["kunde", "å logge inn", "jeg kan jobbe"],
  ],
  ["da", "Som kunde vil jeg gerne logge ind for at arbejde", ["kunde", "logge ind", "arbejde"]],
  ["pl", "Jako klient chcę się zalogować, aby pracować", ["klient", "się zalogować", "pracować"]],
  [
    "cs",
    "Jako zákazník chci se přihlásit, abych mohl pracovat",
    ["zákazník", "se přihlásit", "abych mohl pracovat"],
  ],
  ["ru", "Как клиент\nЯ хочу войти,\nчтобы видеть заказы", ["клиент", "войти", "видеть заказы"]],
  [
    "uk",
    "Як клієнт, я хочу увійти, щоб бачити замовлення",
    ["клієнт", "увійти", "бачити замовлення"],
  ],
  ["zh-CN", "作为客户，我想要登录，以便查看订单。", ["客户", "登录", "查看订单"]],
])("reads the intent in %s", (language, description, [role, want, benefit]) => {
  expect(parseIntent(description, language)).toEqual({ role, want, benefit });
});

it("understands English in a story of another language, and leaves what it does not know", () => {
  expect(parseIntent("As a customer I want to sign in", "ja")).toEqual({
    role: "a customer",
    want: "to sign in",
  });
  expect(parseIntent("顧客としてログインしたい", "ja")).toBeUndefined();
  expect(parseIntent("Kunden wollen das, als wäre es leicht", "de")).toBeUndefined();
});
