import {
  type Document,
  type ErrorCode,
  isScalar,
  Lexer,
  type LineCounter,
  Scalar,
  visit,
  type YAMLError,
} from 'yaml';

/** A fault of a file: the line it is in, from 1, and what is wrong with it and what to do, as a sentence. */
export interface Fault {
  line: number;
  says: string;
}

const QUOTE = "put the whole text between quotes: 'like this'.";

/**
 * What is wrong with how a file of YAML is written, as a person can mend it: the first error only, since those after it
 * mostly follow from it. Also what YAML takes silently though hardly anybody means it: a text cut off at a `#`, a word
 * that begins with a sign of YAML's own. Empty when all is well.
 */
export function slipsOf(document: Document.Parsed, text: string, lines: LineCounter): Fault[] {
  const at = (offset: number) => lines.linePos(offset).line;
  const open = openQuote(text);
  if (open !== undefined) return [{ line: at(open), says: 'a quote is opened here and never closed.' }];
  const [error] = document.errors;
  if (error) return [slip(error, text, lines)];
  const faults: Fault[] = [];
  visit(document, (key, node) => {
    if (key === 'key' && typeof node === 'object' && node !== null && !isScalar(node)) {
      const [start = 0] = (node as { range?: [number] }).range ?? [];
      faults.push({ line: at(start), says: `a text that begins with { or [ : ${QUOTE}` });
      return visit.BREAK;
    }
    const odd = node as { anchor?: string; tag?: string; range?: [number, number, number]; source?: string };
    const start = odd?.range?.[0] ?? 0;
    if (odd?.anchor || odd?.tag?.startsWith('!') || text[start] === '*') {
      if (!isScalar(node) || node.type === Scalar.PLAIN || text[start] === '*')
        faults.push({ line: at(start), says: `a text that begins with & or * or ! : ${QUOTE}` });
    } else if (
      isScalar(node) &&
      node.type === Scalar.PLAIN &&
      typeof node.value === 'string' &&
      node.comment
    ) {
      faults.push({
        line: at(start),
        says: `what stands after # is a note and shows nowhere. If it is part of the text, ${QUOTE}`,
      });
    }
    return undefined;
  });
  return faults;
}

const sentences: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'a tab stands before the text. Use spaces instead, as many as the lines around it have.',
  BAD_INDENT: 'the line is not as far to the right as it should be, or a [ or { above it is not closed.',
  BAD_DQ_ESCAPE: "a \\ stands between double quotes. Use single quotes instead: 'like this'.",
  MISSING_CHAR: 'a : is missing after a name, or the line is too far to the left or to the right.',
  MULTILINE_IMPLICIT_KEY:
    'this is no line “name: text”. Is the : missing, or the space after it? Or does the line belong to the text above it? Then put it as far to the right as that.',
  BAD_SCALAR_START: `the text begins with a sign that YAML keeps for itself: ${QUOTE}`,
  MULTIPLE_DOCS: 'a line --- stands in the middle of the file. Delete it.',
};

function slip(error: YAMLError, text: string, lines: LineCounter): Fault {
  const { line } = lines.linePos(error.pos[0]);
  const written = text.split('\n')[line - 1] ?? '';
  const { code } = error;
  if (code === 'DUPLICATE_KEY') {
    const name = /^[\s-]*"?([^:"]*)"?:/.exec(written)?.[1]?.trim() ?? '';
    return { line, says: `“${name}” stands twice in the same group. Keep one of the two.` };
  }
  if (/:\s+\{\{|-\s+\{\{/.test(written)) return { line, says: `the text begins with {{ : ${QUOTE}` };
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    // Two colons in one line: the second is part of a text. Else a line stands badly: this one, or the next.
    if (/:\s.*:(\s|$)/.test(written)) return { line, says: `there is a colon in the text: ${QUOTE}` };
    const next = text.split('\n')[line] ?? '';
    const says =
      'the line is too far to the right or to the left. Give it as many spaces as its neighbours have.';
    return { line: indent(next) > indent(written) ? line + 1 : line, says };
  }
  if (code === 'UNEXPECTED_TOKEN' && /['"]/.test(written)) {
    return {
      line,
      says: "something stands after a closing quote. Within single quotes an apostrophe is written twice ('it''s'), or is ’.",
    };
  }
  return { line, says: sentences[code] ?? `the line can’t be read (${error.message}).` };
}

/** How far to the right a line begins; a dash of a list belongs to the distance. */
const indent = (line: string) => line.replace(/^(\s*)-\s/, '$1  ').search(/\S|$/);

/** What the lexer gives for the begin and end of things, and which stands for no text. */
const MARKS_OF_LEXER = ['\u0002', '\u0018', '\u001f'];

/**
 * Where a quote is opened that is closed nowhere, or lines later, by what should open another: then lines stand within
 * the text that look like names or items. Nothing where all are closed.
 */
function openQuote(text: string): number | undefined {
  let at = 0;
  for (const token of new Lexer().lex(text)) {
    const [first = ''] = token;
    const closed = token.length > 1 && token.endsWith(first);
    if (/['"]/.test(first) && (!closed || /\n\s*(- |[\w-]+:(\s|$))/.test(token))) return at;
    if (!MARKS_OF_LEXER.includes(token)) at += token.length;
  }
  return undefined;
}
