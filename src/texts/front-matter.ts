import { parse } from 'yaml';

/** A Markdown file of content/ in its two halves: the data at its head, and the text. */
export function frontMatter(file: string): { data: Record<string, unknown>; markdown: string } {
  const [, head = '', markdown = ''] = /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(file) ?? [];
  return { data: parse(head) ?? {}, markdown };
}
