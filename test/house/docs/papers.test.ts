import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const papers = ['README.md', 'SECURITY.md', 'CHANGELOG.md', ...globSync('docs/**/*.md')]
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const textOf = (paper: string) => readFileSync(paper, 'utf8');
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

/** Where the links of a paper lead that stay in the house, without what stands behind `#`. */
const linksOf = (paper: string) =>
  [...textOf(paper).matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)].map(([, link = '']) =>
    normalize(join(dirname(paper), link)).replaceAll('\\', '/'),
  );

/** Files and folders of the house that a paper names in code; what only a build or a command makes is left out. */
const namedIn = (paper: string) =>
  [...textOf(paper).matchAll(/`((?:src|functions|tools|test|docs|content|tsconfig)\/[\w./[\]-]+)`/g)].map(
    ([, path = '']) => path,
  );

describe.each(papers)('%s', (paper) => {
  it('names files and folders that are there', () => {
    expect(namedIn(paper).filter((path) => !MADE_LATER.has(path) && !existsSync(path))).toEqual([]);
  });

  it('leads where something is', () => {
    expect(linksOf(paper).filter((path) => !existsSync(path))).toEqual([]);
  });

  it('names commands that there are', () => {
    const named = [...textOf(paper).matchAll(/`npm (?:run )?([\w-]+)[^`]*`/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts) && !OF_NPM.has(name))).toEqual([]);
  });

  it('names parts of the tests and of the check that there are', () => {
    const parts = [...textOf(paper).matchAll(/`npm (test|run check) -- (\w+)`/g)];
    for (const [, command, part = ''] of parts) {
      const file = command === 'test' ? 'tools/test/test.ts' : 'tools/check/check.ts';
      expect(textOf(file)).toMatch(new RegExp(`\\b${part}\\b`));
    }
  });
});

/** What a paper tells somebody to make. */
const MADE_LATER = new Set(['content/centre-key.json', 'content/reports/2026.yaml']);

/** Commands of npm itself. */
const OF_NPM = new Set(['ci', 'install']);

it('every paper is found from the README', () => {
  const found = new Set<string>();
  const follow = (paper: string) => {
    if (found.has(paper) || !papers.includes(paper)) return;
    found.add(paper);
    linksOf(paper).forEach(follow);
  };
  follow('README.md');
  expect(papers.filter((paper) => !found.has(paper))).toEqual([]);
});
