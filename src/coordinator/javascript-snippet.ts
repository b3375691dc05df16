// cucumber's `snippetSyntax` for a team that writes its steps in JavaScript.
import { snippetSyntaxOf } from "./snippet-syntax.ts";

export default snippetSyntaxOf("javascript");
