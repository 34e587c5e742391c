import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const papers = ['README.md', 'SECURITY.md', 'CHANGELOG.md', ...globSync('docs/**/*.md')]
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const textOf = (paper: string) => readFileSync(paper, 'utf8');
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

/** Where the links of a paper lead that stay in the house: a file, and a heading where one is named. */
const linksOf = (paper: string) =>
  [...textOf(paper).matchAll(/\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(([, link = '', anchor]) => ({
    file: link === '' ? paper : normalize(join(dirname(paper), link)).replaceAll('\\', '/'),
    anchor,
  }));

/** What the headings of a paper are called in a link, as GitHub writes it. */
const anchorsOf = (paper: string) =>
  [...textOf(paper).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );

/** The names in a list of the source of a tool: the parts of the tests, those of the check. */
const PARTS: Record<string, string[]> = {
  test: listed('tools/test/test.ts', /^const (?:PROJECTS|PARTS) = \[[^\]]*\]/gm, /'(\w+)'/g),
  'run check': listed('tools/check/check.ts', /^const PARTS[^=]*= \{[\s\S]*?^\};/gm, /^ {2}(\w+): /gm),
};

function listed(file: string, list: RegExp, name: RegExp): string[] {
  const lists = [...textOf(file).matchAll(list)].map(([found]) => found).join('\n');
  return [...lists.matchAll(name)].map(([, found = '']) => found);
}

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
    const broken = linksOf(paper).filter(
      ({ file, anchor }) => !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor)),
    );
    expect(broken).toEqual([]);
  });

  it('names commands that there are', () => {
    const named = [...textOf(paper).matchAll(/(?:`|^)npm (?:run )?([\w-]+)/gm)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts) && !OF_NPM.has(name))).toEqual([]);
  });

  it('names parts of the tests and of the check that there are', () => {
    const named = [...textOf(paper).matchAll(/npm (test|run check) -- (\w+)/g)];
    expect(named.filter(([, command = '', part = '']) => !PARTS[command]?.includes(part))).toEqual([]);
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
    for (const { file } of linksOf(paper)) follow(file);
  };
  follow('README.md');
  expect(papers.filter((paper) => !found.has(paper))).toEqual([]);
});

const decisions = papers.filter((paper) => /^docs\/decisions\/(?!README)/.test(paper));

describe('the papers of what was decided', () => {
  it('are numbered one after the other', () => {
    const numbers = decisions.map((paper) => /\/(\d{3})-[a-z\d-]+\.md$/.exec(paper)?.[1]);
    expect(numbers).toEqual(decisions.map((_, at) => String(at + 1).padStart(3, '0')));
  });

  it.each(decisions)('%s has its four parts, none of them empty', (paper) => {
    const [title = '', ...parts] = textOf(paper).split(/^## /m);
    expect(title).toMatch(/^# \d+\. .+\n+$/);
    expect(parts.map((part) => part.split('\n')[0])).toEqual([
      'Context',
      'Choice',
      'Turned down',
      'What follows',
    ]);
    for (const part of parts) expect(part.split('\n').slice(1).join('').length).toBeGreaterThan(80);
  });

  it('are the rows of their index, each with its title', () => {
    const titles = decisions.map((paper) => /^# (\d+)\. (.+)$/m.exec(textOf(paper))?.slice(1) ?? []);
    const rows = [
      ...textOf('docs/decisions/README.md').matchAll(/^\| \[(\d+)\]\((.+?)\) \| (.+?) \| .+ \|$/gm),
    ];
    expect(rows.map(([, number, file, title]) => [`docs/decisions/${file}`, number, title])).toEqual(
      decisions.map((paper, at) => [paper, ...(titles[at] ?? [])]),
    );
  });
});
