import * as z from 'zod';
import { type Read, readYamlText, textOfFile } from './read.ts';

/** Nested strings by their keys. */
export type Strings = { [key: string]: string | Strings };
const Strings: z.ZodType<Strings> = z.lazy(() => z.record(z.string(), z.union([z.string(), Strings])));

/** Reads a JSON file of strings. */
export function readStrings(file: string): Read<Strings> {
  const text = textOfFile(file);
  try {
    JSON.parse(text);
  } catch (error) {
    return { ok: false, faults: [`${file}:${lineOf(error, text)}: ${slip(error, text)}`] };
  }
  // JSON is YAML too, whose reader knows lines and sees a key that stands twice.
  return readYamlText({ file, text }, Strings);
}

/** V8 says “… in JSON at position 123 (line 4 column 5)”, or that the file ends too early. */
function lineOf(error: unknown, text: string): number {
  const [, line] = /\(line (\d+) column \d+\)/.exec(String(error)) ?? [];
  return line === undefined ? text.trimEnd().split('\n').length : Number(line);
}

function slip(error: unknown, text: string): string {
  const line = text.split('\n')[lineOf(error, text) - 1] ?? '';
  if (/\t/.test(line) && /control character/i.test(String(error)))
    return 'a tab stands in a text. Use a space.';
  if (/control character|Unterminated string/i.test(String(error)))
    return 'a text begins with " here and does not end with " on the same line.';
  if (/property name/i.test(String(error)))
    return 'after the last line of a group stands a comma too many, or the name here is not between double quotes.';
  if (/Expected ',' or/i.test(String(error)))
    return 'a comma is missing at the end of the line above, or a " stands within a text: write ’ or “ ” there.';
  return 'the line can’t be read. Each is "name": "text", with a comma after all but the last of a group.';
}
