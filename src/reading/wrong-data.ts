import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What is wrong with data, where, in words: a fault of a schema as whoever wrote the file can mend it. */
export interface WrongData {
  path: Path;
  says: string;
  /** The name within `path` that should not be there, where that is the fault. */
  surplus?: string;
}

/** The faults that a schema found in data, in words. */
export function wrongData(issues: readonly Issue[], data: unknown): WrongData[] {
  return issues.flatMap((issue) => describe(issue, data));
}

function describe(issue: Issue, data: unknown): WrongData[] {
  const { path } = issue;
  const name = nameOf(path);
  const given = valueAt(data, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path,
        surplus: key,
        says: `${nameOf([...path, key])} is no name that is known here. Is it mistyped?`,
      }));
    case 'invalid_type':
      return [
        { path, says: given === undefined ? `${name} is missing.` : wrongKind(name, issue.expected, given) },
      ];
    case 'invalid_value':
      return given === undefined
        ? [{ path, says: `${name} is missing.` }]
        : [{ path, says: `${name} must be ${oneOf(issue.values)}; it is ${shown(given)}.` }];
    case 'too_small':
    case 'too_big':
      return [{ path, says: wrongSize(name, issue, given) }];
    default:
      return given === undefined && issue.code === 'invalid_union'
        ? [{ path, says: `${name} is missing.` }]
        : [{ path, says: `${name}: ${issue.message}${/[.?]$/.test(issue.message) ? '' : '.'}` }];
  }
}

/** “steps › list › no. 2 › title” */
function nameOf(path: Path): string {
  const words = path.map((part) => (typeof part === 'number' ? `no. ${part + 1}` : String(part)));
  return words.length === 0 ? 'the file' : `“${words.join(' › ')}”`;
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, each line of it with “- ” before it',
  object: 'lines of “name: text”',
  record: 'lines of “name: text”',
};

function wrongKind(name: string, expected: string, given: unknown): string {
  const hint = expected !== 'string' ? '' : given === null ? '' : " Put it between quotes: 'like this'.";
  return `${name} must be ${kinds[expected] ?? expected}; it is ${shown(given)}.${hint}`;
}

function wrongSize(
  name: string,
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  given: unknown,
): string {
  if (typeof given === 'string')
    return issue.code === 'too_small' ? `${name} is empty.` : `${name} is too long.`;
  const bound = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  if (Array.isArray(given)) {
    const meant = issue.exact
      ? `${bound}`
      : issue.code === 'too_small'
        ? `${bound} or more`
        : `${bound} or fewer`;
    return `${name} has ${given.length} ${given.length === 1 ? 'line' : 'lines'}; there must be ${meant}.`;
  }
  return `${name} must be ${issue.code === 'too_small' ? 'at least' : 'at most'} ${bound}; it is ${shown(given)}.`;
}

const oneOf = (values: readonly unknown[]) => values.map(String).join(' or ');

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'lines of “name: text”';
  return typeof value === 'string' ? `the text “${value}”` : `${value}`;
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((inside, part) => Object(inside)[part], data);
}
