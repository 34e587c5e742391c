import { markdownToMdast } from 'satteri';

/**
 * Puts, in the data of a document, the nodes (mdast) of each Markdown text in its place: the text of every property
 * `markdown` becomes a list of nodes, which src/print/templates/kit/prose.typ sets. No text ever becomes Typst, so there
 * is nothing to escape. Apart from the documents, because pages read those and can't carry the parser's binary.
 */
export function readMarkdown(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data), (key, value: unknown) =>
    key === 'markdown' && typeof value === 'string' ? nodes(value) : value,
  );
}

function nodes(markdown: string): unknown[] {
  const tree = markdownToMdast(markdown);
  return 'children' in tree ? [...tree.children] : [];
}
