import { CONFIRM_BLOCK, FACT_PLACE, PAGE_LINK } from '../../../src/texts/fill.ts';

/** A file in one language: what was read of it, and where its parts stand. */
export interface Version {
  file: string;
  value: unknown;
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** A part of a version. */
interface Part {
  version: Version;
  path: readonly PropertyKey[];
  value: unknown;
}

/** What tells the items of a list apart, where they have it. Other lists are compared by their order. */
const IDS = ['id', 'year'];

/** What is the same in each language. Other texts are words. */
const SAME = ['id', 'audience', 'date', 'year', 'order'];

/** What each language has for itself. */
const OWN = ['confirmed', 'file', 'files', 'recorded'];

/**
 * Where versions of a file in several languages are not built alike, each with file and line: an item or a name that
 * one lacks, a list of another length, a number, date or audience that differs, a fact or a link that a text of one has
 * and of another has not. The first version is what the others are compared with.
 */
export function differences(versions: readonly Version[]): string[] {
  return compare(versions.map((version) => ({ version, path: [], value: version.value })));
}

function compare(parts: readonly Part[]): string[] {
  const [first] = parts;
  if (!first || parts.length < 2) return [];
  if (parts.every(({ value }) => Array.isArray(value))) return compareLists(parts);
  if (parts.every(({ value }) => typeof value === 'object' && value !== null)) return compareNames(parts);
  return parts.slice(1).flatMap((part) => compareValues(first, part));
}

function compareLists(parts: readonly Part[]): string[] {
  const items = parts.flatMap(({ value }) => value as unknown[]);
  const id = IDS.find((name) => items.every((item) => Object.hasOwn(Object(item), name)));
  if (id !== undefined) return compareById(parts, id);
  const lengthOf = ({ value }: Part) => (value as unknown[]).length;
  const [first] = parts;
  const odd = parts.filter((part) => first && lengthOf(part) !== lengthOf(first));
  const shortest = Math.min(...parts.map(lengthOf));
  return [
    ...odd.map(
      (part) =>
        `${where(part)}: ${nameOf(part)} has ${lengthOf(part)} lines; ${first && `${lengthOf(first)} stand in ${where(first)}`}.`,
    ),
    ...Array.from({ length: shortest }, (_, index) =>
      compare(parts.map((part) => inside(part, index))),
    ).flat(),
  ];
}

function compareById(parts: readonly Part[], id: string): string[] {
  const idsOf = ({ value }: Part) => (value as Record<string, unknown>[]).map((item) => item[id]);
  return [...new Set(parts.flatMap(idsOf))].flatMap((own) => {
    const there = parts.filter((part) => idsOf(part).includes(own));
    const items = there.map((part) => inside(part, idsOf(part).indexOf(own)));
    const missing = parts.filter((part) => !there.includes(part));
    const [example] = items;
    return [
      ...missing.map(
        (part) =>
          `${where(part)}: the item ‘${own}’ is missing here; it stands in ${example && where(example)}.`,
      ),
      ...compare(items),
    ];
  });
}

function compareNames(parts: readonly Part[]): string[] {
  const names = new Set(parts.flatMap(({ value }) => Object.keys(Object(value))));
  return [...names]
    .filter((name) => !OWN.includes(name))
    .flatMap((name) => {
      const has = ({ value }: Part) => Object.hasOwn(Object(value), name);
      const there = parts.filter(has).map((part) => inside(part, name));
      const [example] = there;
      return [
        ...parts
          .filter((part) => !has(part))
          .map(
            (part) =>
              `${where(part)}: ${nameOf(inside(part, name))} is missing here; it stands in ${example && where(example)}.`,
          ),
        ...compare(there),
      ];
    });
}

function compareValues(first: Part, part: Part): string[] {
  const { value } = part;
  const name = part.path.at(-1);
  if (typeof value !== 'string' || typeof first.value !== 'string' || SAME.includes(String(name))) {
    return value === first.value
      ? []
      : [`${where(part)}: ${nameOf(part)} is ${value}; it is ${first.value} in ${where(first)}.`];
  }
  const [own, others] = [placesIn(value), placesIn(first.value)];
  return [
    ...without(others, own).map(
      (place) => `${where(part)}: ${nameOf(part)} lacks ${place}, which stands in ${where(first)}.`,
    ),
    ...without(own, others).map(
      (place) => `${where(part)}: ${nameOf(part)} has ${place}, which does not stand in ${where(first)}.`,
    ),
  ];
}

/** What a text takes from elsewhere: facts, claims that it waits for, pages that it leads to. Repeated as it is there. */
function placesIn(text: string): string[] {
  return [
    ...[...text.matchAll(FACT_PLACE)].map(([place]) => place),
    ...[...text.matchAll(CONFIRM_BLOCK)].map(([, claim]) => `:::confirm ${claim}`),
    ...(/^:::confirm [\w.]+ /.exec(text)?.map((place) => place.trim()) ?? []),
    ...[...text.matchAll(PAGE_LINK)].map(([, page]) => `a link to page:${page}`),
  ];
}

/** What is in a list and not, or not as often, in another. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const inside = ({ version, path, value }: Part, key: string | number): Part => ({
  version,
  path: [...path, key],
  value: Object(value)[key],
});

const where = ({ version, path }: Part) => `${version.file}:${version.lineOf(path)}`;

/** “steps › list › no. 1 › text”, or an item by its id. */
function nameOf({ version, path }: Part): string {
  const words = path.map((part, index) => {
    if (typeof part !== 'number') return String(part);
    const item = path.slice(0, index + 1).reduce<unknown>((value, key) => Object(value)[key], version.value);
    const id = IDS.map((name) => Object(item)[name]).find((value) => value !== undefined);
    return id === undefined ? `no. ${part + 1}` : `‘${id}’`;
  });
  return words.length === 0 ? 'the text' : `“${words.join(' › ')}”`;
}
