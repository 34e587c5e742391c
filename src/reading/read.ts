import { readFileSync } from 'node:fs';
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { ZodType } from 'zod';
import { contentError } from './content-error.ts';
import { type Fault, slipsOf } from './slips.ts';
import { wrongData } from './wrong-data.ts';

/** What was read, with where each of its parts stands; or what is wrong, a sentence each, with file and line. */
export type Read<Value> =
  | { ok: true; value: Value; lineOf: (path: readonly PropertyKey[]) => number }
  | { ok: false; faults: string[] };

/** The text of a file as every reader takes it: without the mark and the line ends that Windows adds. */
export const textOfFile = (file: string) =>
  readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');

/**
 * Reads a text of YAML as a schema says. `file` and `firstLine` (from 1) are where the text stands, for what is said of
 * its faults.
 */
export function readYamlText<Value>(
  { text, file, firstLine = 1 }: { text: string; file: string; firstLine?: number },
  schema: ZodType<Value>,
): Read<Value> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const say = ({ line, says }: Fault) => `${file}:${line + firstLine - 1}: ${says}`;
  const slips = slipsOf(document, text, lines);
  if (slips.length > 0) return { ok: false, faults: slips.map(say) };
  const data: unknown = document.toJS();
  const lineOf = (path: readonly PropertyKey[]) => lineIn(document, lines, path);
  const parsed = schema.safeParse(data);
  if (parsed.success) return { ok: true, value: parsed.data, lineOf: (path) => lineOf(path) + firstLine - 1 };
  const faults = wrongData(parsed.error.issues, data).map(({ path, surplus, says }) =>
    say({ line: lineOf(surplus === undefined ? path : [...path, surplus]), says }),
  );
  return { ok: false, faults };
}

/** Reads a YAML file as a schema says. */
export function readYaml<Value>(file: string, schema: ZodType<Value>): Read<Value> {
  return readYamlText({ file, text: textOfFile(file) }, schema);
}

/** A Markdown file in its two halves: the data at its head as a schema says, and the text. Paths begin with the half. */
export function readMarkdown<Value>(
  file: string,
  schema: ZodType<Value>,
): Read<{ data: Value; markdown: string }> {
  const { head, markdown } = halves(textOfFile(file));
  if (head === undefined)
    return {
      ok: false,
      faults: [`${file}:1: the head of the file begins with a line --- and has no second one that ends it.`],
    };
  const read = readYamlText({ file, text: head, firstLine: 2 }, schema);
  if (!read.ok) return read;
  const firstOfText = head.split('\n').length + 2;
  return {
    ok: true,
    value: { data: read.value, markdown },
    lineOf: ([half, ...path]) => (half === 'data' ? read.lineOf(path) : firstOfText),
  };
}

/** The head and the text; no head where it is opened and not closed; an empty one where a file has none. */
function halves(text: string): { head: string | undefined; markdown: string } {
  if (!text.startsWith('---\n')) return { head: '{}', markdown: text };
  const [, head, markdown = ''] = /^---\n([\s\S]*?)^---\n?([\s\S]*)$/m.exec(text) ?? [];
  return { head: head === '' ? '{}' : head, markdown };
}

/** What was read. Throws the sentences of a file that could not be, and so fails the build. */
export function whole<Value>(read: Read<Value>): Value {
  if (!read.ok) throw contentError(read.faults);
  return read.value;
}

/** The line of a part of a document, from 1; of what surrounds it, where the part itself is missing. */
function lineIn(document: Document.Parsed, lines: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (!pair) break;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      const { range } = Object(node) as { range?: [number, number, number] };
      if (!range) break;
      offset = range[0];
    } else break;
  }
  return lines.linePos(offset).line;
}
