// cucumber's `snippetSyntax` for a team that writes its steps in TypeScript.
import { snippetSyntaxOf } from "./snippet-syntax.ts";

export default snippetSyntaxOf("typescript");
