import ts from 'typescript';

/** Functions whose first argument names a test, and those that are given a table of tests. */
const TESTS = /^(it|test|describe)\b/;
const TABLE = /\.(each|for)$/;

/** What a pattern looks for, its anchors apart. */
const looked = (pattern: string) => pattern.replace(/^\/\^?|\$?\/\w*$/g, '').replace(/\\(?=\W)/g, '');

/** What a row of a table of tests gives to its test: the first of several things names it. */
function given(row: ts.Node): readonly ts.Node[] {
  const parts = ts.isArrayLiteralExpression(row)
    ? row.elements
    : ts.isObjectLiteralExpression(row)
      ? row.properties
      : [row];
  return parts.length > 1 ? parts.slice(1) : parts;
}

/**
 * All strings, pieces of templates and patterns that a file of TypeScript types, but for the names of tests and of modules.
 * Takes its text.
 */
export function said(text: string): string[] {
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    // The name of a row of a table that stands elsewhere names a test too.
    if (ts.isPropertyAssignment(node)) {
      walk(node.initializer);
      return;
    }
    if (ts.isRegularExpressionLiteral(node)) found.push(looked(node.text));
    else if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      found.push(node.text);
    if (ts.isCallExpression(node) && TESTS.test(node.expression.getText())) {
      const [first, ...rest] = node.arguments;
      if (first && TABLE.test(node.expression.getText())) {
        const rows = ts.isArrayLiteralExpression(first) ? first.elements : [first];
        rows.flatMap(given).forEach(walk);
      } else walk(node.expression);
      rest.forEach(walk);
    } else ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile('spec.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}
