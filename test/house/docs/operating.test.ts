import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const paper = readFileSync('docs/operating.md', 'utf8');

type Tree = { [name: string]: string | Tree };

/** What the desk says in a language, by where it stands. */
function saidIn(language: string): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  const walk = (tree: Tree, path: string) => {
    for (const [name, said] of Object.entries(tree)) {
      if (typeof said === 'string') all.set(`${path}${name}`, said);
      else walk(said, `${path}${name}.`);
    }
  };
  walk(JSON.parse(readFileSync(`content/${language}/ui/desk.json`, 'utf8')) as Tree, '');
  return all;
}

const [en, nl, fr] = [saidIn('en'), saidIn('nl'), saidIn('fr')];

/** The rows of the table of labels, each a label in three languages. */
const labels = paper
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes(' · '))
  .flatMap((line) => {
    const [first = [], ...others] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.split('·').map((label) => label.trim()));
    return first.map((label, at) => [label, ...others.map((cell) => cell[at] ?? '')] as const);
  });

/** What the paper slants, without what telephones themselves say. */
const slanted = [
  ...paper
    .replace(/^### What to set[\s\S]*?^## /m, '')
    .replace(/\n +/g, ' ')
    .matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g),
].map(([, label = '']) => label);

describe('the paper for each day', () => {
  it('has labels in three languages', () => expect(labels.length).toBeGreaterThan(15));

  it.each(labels)('calls %s what the desk calls it: %s, %s', (english, dutch, french) => {
    const same = [...en].filter(([path, said]) => {
      return said === english && nl.get(path) === dutch && fr.get(path) === french;
    });
    expect(same).not.toEqual([]);
  });

  it('slants only what the desk says', () => {
    const says = new Set(['Slanted', ...en.values()]);
    expect(slanted.length).toBeGreaterThan(30);
    expect(slanted.filter((label) => !says.has(label))).toEqual([]);
  });
});
