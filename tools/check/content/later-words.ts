import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { comesLater, LATER_WORDS, type LaterWords } from '../../../src/desk/words/later-words.ts';
import { original } from '../../../src/i18n/languages.ts';
import { stringsFile } from '../../../src/i18n/resources.ts';
import { readStrings } from '../../../src/reading/read-strings.ts';
import { stemOf } from './plurals.ts';
import { flatten, isUsed, usesIn } from './strings.ts';

/** What a module takes from another of ours as it starts: not types, and not what it imports when it needs it. */
const TAKES = /^(?:import|export)\s(?!type\b)(?:[^'"();]*?\sfrom\s)?['"](\.[^'"]+)['"]/gm;

/** A module and all that it takes as it starts, in turn. */
function startedWith(first: string): string[] {
  const found = new Set<string>();
  const queue = [first];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file) || !existsSync(file)) continue;
    found.add(file);
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(TAKES))
      queue.push(join(dirname(file), path));
  }
  return [...found].filter((file) => /^src[\\/](desk|handoff)[\\/].*\.tsx?$/.test(file));
}

/**
 * What is wrong with the table of the desk's strings that come later: one that its first scripts say, which would not be
 * there, or a name in it that they do not say. Empty when all is well.
 */
export function laterWordProblems(table: LaterWords = LATER_WORDS): string[] {
  const read = readStrings(stringsFile(original, 'desk'));
  if (!read.ok) return [];
  const sources = startedWith('src/desk/main.tsx').map((file) => readFileSync(file, 'utf8'));
  const uses = usesIn(sources.join('\n'));
  const keys = [...flatten(read.value).keys()];
  const place = 'src/desk/words/later-words.ts';
  const missing = keys.flatMap((key) => {
    const [section = '', name] = key.split('.');
    if (!comesLater(section, name, table) || !isUsed(key, uses)) return [];
    return [`${place}: ${stemOf(key)} comes later, and the desk says it before. Name it there.`];
  });
  const needless = Object.entries(table).flatMap(([section, names = []]) =>
    names
      .filter(
        (name) =>
          !keys.some(
            (key) =>
              key.split('.')[0] === section && stemOf(key.split('.')[1] ?? '') === name && isUsed(key, uses),
          ),
      )
      .map((name) => `${place}: ${section}.${name} is not said before it comes later. Delete it there.`),
  );
  return [...new Set([...missing, ...needless])];
}
