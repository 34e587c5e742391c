import ts from 'typescript';

/** Functions whose first argument names a test. */
const TESTS = /^(it|test|describe)\b/;

/** What a pattern looks for, its anchors apart. */
const looked = (pattern: string) => pattern.replace(/^\/\^?|\$?\/\w*$/g, '').replace(/\\(?=\W)/g, '');

/**
 * All strings, pieces of templates and patterns that a file of TypeScript types, but for the names of tests and of modules.
 * Takes its text.
 */
export function said(text: string): string[] {
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    // The name of a row of a table of tests names a test too.
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
    if (ts.isCallExpression(node) && TESTS.test(node.expression.getText()))
      node.arguments.slice(1).forEach(walk);
    else ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile('spec.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}
