import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { contentProblems } from '../../../tools/content/problems.ts';

const folder = mkdtempSync(join(tmpdir(), 'content-'));
cpSync('content', join(folder, 'content'), { recursive: true });
cpSync('src', join(folder, 'src'), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Does something while one file of the copy is changed. */
async function withChange<Result>(
  file: string,
  change: (text: string) => string,
  act: () => Result | Promise<Result>,
): Promise<Result> {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after, 'the change changes something').not.toBe(before);
  writeFileSync(path, after);
  try {
    return await act();
  } finally {
    writeFileSync(path, before);
  }
}

/** What is said of the copy. Files are read from where the program runs. */
async function said(): Promise<string> {
  const home = process.cwd();
  process.chdir(folder);
  try {
    return (await contentProblems()).join('\n');
  } finally {
    process.chdir(home);
  }
}

/** What a tool prints about the copy, when it fails. */
function printed(tool: string): string {
  const run = spawnSync(process.execPath, [resolve(tool)], { cwd: folder, encoding: 'utf8' });
  expect(run.status).not.toBe(0);
  return run.stdout + run.stderr;
}

/** Nothing of the way through the code, which says nothing to whoever wrote a text. */
const STACK = /^\s+at |node:internal|\.ts:\d+|Error:|ZodError|YAMLParse/m;

const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

/** The line, from 1, on which a text has some words. */
function lineWith(file: string, words: string): number {
  const before = readFileSync(join(folder, file), 'utf8').split(words)[0] ?? '';
  return before.split('\n').length;
}

describe('a slip in a file is said in a sentence, with its file and line', () => {
  test.each<[string, string, (text: string) => string, string, RegExp]>([
    [
      'a colon in plain text',
      'content/en/pages/worried.md',
      replace(/^title: .*/m, 'title: Worried: about someone'),
      'title:',
      /colon in the text.*quotes/,
    ],
    [
      'bad indentation',
      'content/nl/faq.yaml',
      replace('  audience: help', '   audience: help'),
      'audience: help',
      /too far to the right or to the left/,
    ],
    [
      'a missing quote',
      'content/fr/materials/protection.yaml',
      replace("mendicité ou des délits.'", 'mendicité ou des délits.'),
      "'Quelqu’un profite",
      /quote/,
    ],
    [
      'a name that stands twice',
      'content/centre.yaml',
      replace('  as: email', '  as: email\n  as: email'),
      '',
      /“as” stands twice/,
    ],
    [
      'a name that is not known',
      'content/nl/pages/about.md',
      replace('title:', 'titel:'),
      '',
      /“titel” is no name that is known|“title” is missing/,
    ],
    [
      'a list in place of a text',
      'content/en/materials/poster.yaml',
      replace(/^call: .*$/m, 'call:\n  - a\n  - b'),
      'call:',
      /“call” must be a text; it is a list/,
    ],
    [
      'a text in place of a number',
      'content/nl/services/shelter.md',
      replace(/^order: .*$/m, 'order: first'),
      'order:',
      /“order” must be a/,
    ],
    [
      'a wrong account number',
      'content/centre.yaml',
      replace('value: BE20 0011 7035 9156', 'value: BE20 0011 7035 9157'),
      'BE20 0011 7035 9156',
      /a digit is wrong or missing: the check digits do not fit/,
    ],
    [
      'a telephone number that lacks two digits',
      'content/centre.yaml',
      replace('value: 02 511 64 64', 'value: 02 511 64'),
      '02 511 64 64',
      /it has 7 digits.*Is a digit missing/,
    ],
    [
      'a value that was changed after it was confirmed',
      'content/centre.yaml',
      replace('value: 078 05 58 00', 'value: 078 05 58 01'),
      'value: 078 05 58 00',
      /078 05 58 01 is not what was confirmed, which is 078 05 58 00.*confirmed: false/,
    ],
    [
      'true in place of the confirmed value',
      'content/law.yaml',
      replace('confirmed: 45', 'confirmed: true'),
      'confirmed: 45',
      /write the confirmed value once more.*“confirmed: 45”/,
    ],
    [
      'a number of a report that was changed',
      'content/reports/2024/nationalities.yaml',
      replace('[183]', '[138]'),
      'confirmed:',
      /the numbers are others than were confirmed/,
    ],
    [
      'a language that is missing',
      'content/reports/2024.yaml',
      replace(/^ {2}fr: .*\n/m, ''),
      'title:',
      /“title › fr” is missing/,
    ],
    [
      'a tab',
      'content/fr/signs.yaml',
      replace('    title: ', '\ttitle: '),
      'title: ',
      /a tab stands before the text/,
    ],
    [
      'a space that is missing after a colon',
      'content/en/faq.yaml',
      replace('audience: help', 'audience:help'),
      'audience: help',
      /Is the : missing, or the space after it/,
    ],
    [
      'an apostrophe within single quotes',
      'content/en/materials/protection.yaml',
      replace(/^headline: .*$/m, "headline: 'It's yours'"),
      'headline:',
      /apostrophe is written twice/,
    ],
    [
      'a text that begins with a fact',
      'content/en/materials/protection.yaml',
      replace('You can get {{law.reflectionDays}} days', '{{law.reflectionDays}} days'),
      'You can get {{law',
      /begins with \{\{.*quotes/,
    ],
    [
      'a text that a # cuts off',
      'content/en/materials/poster.yaml',
      replace(/^lead: .*$/m, 'lead: Are you forced to work? #1'),
      'lead:',
      /what stands after # is a note and shows nowhere/,
    ],
    [
      'an empty text',
      'content/nl/materials/card.yaml',
      replace(/^question: .*$/m, 'question:'),
      'question:',
      /“question” must be a text; it is empty/,
    ],
    [
      'an audience that is not known',
      'content/nl/faq.yaml',
      replace('audience: help', 'audience: everyone'),
      'audience: help',
      /“no\. 1 › audience” must be help or relative or .*; it is the text “everyone”/,
    ],
    [
      'an id that stands twice',
      'content/nl/faq.yaml',
      replace('id: cost', 'id: police'),
      'id: cost',
      /‘police’ stands there twice/,
    ],
    [
      'a year that stands twice',
      'content/fr/timeline.yaml',
      replace('year: 1995', 'year: 1994'),
      'year: 1995',
      /‘1994’ stands there twice/,
    ],
    [
      'a head that is not closed',
      'content/en/pages/privacy.md',
      (text) => text.replace(/\n---\n/, '\n'),
      '---',
      /no second one that ends it/,
    ],
    [
      'a condition too few',
      'content/ar/materials/protection.yaml',
      (text) => text.replace(/ {4}- تخبرون الشرطة.*\n/, ''),
      '  list:',
      /has 2 lines; there must be 3/,
    ],
    [
      'a comma that is missing among strings',
      'content/fr/ui/site.json',
      replace('"skip": "Aller au contenu",', '"skip": "Aller au contenu"'),
      '',
      /comma is missing at the end of the line above/,
    ],
    [
      'a quote that is missing among strings',
      'content/nl/ui/form.json',
      replace(/("send": "[^"]*)"/, '$1'),
      '"send"',
      /does not end with " on the same line/,
    ],
    [
      'a key that stands twice among strings',
      'content/nl/ui/site.json',
      replace('"skip":', '"languages": "Taal",\n  "skip":'),
      '',
      /“languages” stands twice/,
    ],
  ])('%s', async (_, file, change, words, says) => {
    const faults = await withChange(file, change, said);
    const [line = ''] = faults.split('\n').filter((one) => says.test(one));
    expect(faults).toMatch(says);
    expect(line.startsWith(`${file}:`), faults).toBe(true);
    if (words) expect(line).toContain(`${file}:${lineWith(file, words)}:`);
    expect(line).toMatch(new RegExp(`^${file}:\\d+: `));
    expect(faults).not.toMatch(STACK);
  });
});

describe('what one language has and another has not is said by its name, with file and line', () => {
  const item =
    '\n- id: childcare\n  audience: help\n  question: Can my child come?\n  answer: |\n    Ask us.\n';

  test('a question of the FAQ in one language only', async () => {
    const faults = await withChange('content/en/faq.yaml', (text) => text + item, said);
    expect(faults).toMatch(
      /^content\/nl\/faq\.yaml:1: the item ‘childcare’ is missing here; it stands in content\/en\/faq\.yaml:\d+\.$/m,
    );
    expect(faults).toMatch(/^content\/fr\/faq\.yaml:1: the item ‘childcare’ is missing here/m);
    expect(faults).not.toMatch(STACK);
  });

  test.each<[string, string, (text: string) => string, RegExp]>([
    [
      'a milestone',
      'content/fr/timeline.yaml',
      replace(/- year: 2013\n.*\n/, ''),
      /^content\/fr\/timeline\.yaml:1: the item ‘2013’ is missing here; it stands in content\/nl/m,
    ],
    [
      'a profession of the signs',
      'content/en/signs.yaml',
      replace('- id: schools', '- id: social'),
      /stands there twice/,
    ],
    [
      'a theme of the signs',
      'content/en/signs.yaml',
      replace('- id: recruitment', '- id: recruiting'),
      /^content\/en\/signs\.yaml:\d+: the item ‘recruitment’ is missing here/m,
    ],
    [
      'another audience of a question',
      'content/fr/faq.yaml',
      replace('audience: donor', 'audience: press'),
      /^content\/fr\/faq\.yaml:\d+: “‘[\w-]+’ › audience” is press; it is donor in content\/nl\/faq\.yaml:\d+\.$/m,
    ],
    [
      'another place of a service',
      'content/fr/services/legal.md',
      replace(/^order: .*$/m, 'order: 8'),
      /^content\/fr\/services\/projects\.md:\d+: “order” is 8, and so it is in content\/fr\/services\/legal/m,
    ],
    [
      'a fact of a service',
      'content/en/services/shelter.md',
      replace(/\n {2}- value: .*\n {4}label: .*/, ''),
      /^content\/en\/services\/shelter\.md:\d+: “data › facts” has \d lines/m,
    ],
    [
      'another day of a campaign',
      'content/fr/campaigns/2027-07-30.md',
      replace(/^date: .*$/m, "date: '2027-07-31'"),
      /^content\/fr\/campaigns\/2027-07-30\.md:\d+: “data › date” is 2027-07-31; it is 2027-07-30 in content\/nl/m,
    ],
    [
      'a line of a material',
      'content/fr/materials/conversation.yaml',
      (text) => text.replace(/(\nafter:\n {2}title:.*\n {2}list:\n) {4}- .*\n/, '$1'),
      /^content\/fr\/materials\/conversation\.yaml:\d+: “after › list” has \d lines; \d stand in content\/nl/m,
    ],
    [
      'a line of a leaflet in another language',
      'content/sq/materials/protection.yaml',
      (text) => text.replace(/ {4}- Të shpjegojmë.*\n/, ''),
      /^content\/sq\/materials\/protection\.yaml:\d+: “talk › text” has 1 lines; 2 stand in content\/nl/m,
    ],
    [
      'a fact in a line of a leaflet',
      'content/vi/materials/protection.yaml',
      replace('{{law.reflectionDays}}', 'nhiều'),
      /^content\/vi\/materials\/protection\.yaml:\d+: “steps › list › no\. 1 › text › no\. 1” lacks \{\{law\.reflectionDays\}\}, which stands in content\/nl\/materials\/protection\.yaml:\d+\.$/m,
    ],
    [
      'a fact typed by hand in another language',
      'content/ro/materials/protection.yaml',
      replace('{{law.reflectionDays}}', '45'),
      /^content\/ro\/materials\/protection\.yaml:\d+: .*“45” is typed by hand/m,
    ],
    [
      'a fact of a page',
      'content/fr/pages/rights.md',
      replace('{{law.reflectionDays}}', 'quelques'),
      /^content\/fr\/pages\/rights\.md:\d+: “markdown” lacks \{\{law\.reflectionDays\}\}/m,
    ],
    [
      'the number in a string',
      'content/fr/ui/mailbox.json',
      replace(/("[^"]*": "[^"#]*)#/, '$1'),
      /^content\/fr\/ui\/mailbox\.json:\d+: \w[\w.]* has no place to fill; content\/nl\/ui\/mailbox\.json:\d+ has #\.$/m,
    ],
    [
      'the name in a string',
      'content/en/ui/site.json',
      replace('{{minimum}}', 'forty'),
      /^content\/en\/ui\/site\.json:\d+: donate\.year has no place to fill; content\/nl\/ui\/site\.json:\d+ has \{\{minimum\}\}\.$/m,
    ],
    [
      'a fact that is not confirmed, outside of a block',
      'content/en/pages/about.md',
      (text) => `${text}\nCall {{centre.telephone}}.\n`,
      /^content\/en\/pages\/about\.md:\d+: centre\.telephone is not confirmed\. Put what says it between/m,
    ],
  ])('%s', async (_, file, change, says) => {
    const faults = await withChange(file, change, said);
    expect(faults).toMatch(says);
    expect(faults).not.toMatch(STACK);
  });

  test('a file that nothing reads', async () => {
    mkdirSync(join(folder, 'content/nl/page'), { recursive: true });
    const stray = join(folder, 'content/nl/page/news.md');
    writeFileSync(stray, 'x');
    const run = spawnSync(process.execPath, [resolve('tools/check-content.ts')], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(join(folder, 'content/nl/page'), { recursive: true });
    expect(run.stderr).toMatch(/^content\/nl\/page\/news\.md:1: nothing reads this file/m);
  });

  test.each(['who.never', 'begin.text', 'unheard'])('a string that nothing uses: %s', async (key) => {
    const [first = '', second] = key.split('.');
    const entry = second ? `"${first}": { "${second}": "x" },` : `"${first}": "x",`;
    const file = 'content/nl/ui/request.json';
    const faults = await withChange(file, (text) => text.replace('{', `{\n${entry}`), said);
    expect(faults).toContain(`${file}:2: ${key} is used nowhere`);
  });
});

describe('every command says it in the same sentence, and nothing else', () => {
  const slip = replace(/^title: .*/m, 'title: Worried: about someone');
  test.each([
    'tools/check-content.ts',
    'tools/print.ts',
    'tools/launch-check.ts',
    'tools/start.ts',
    'tools/dev.ts',
    'tools/build.ts',
  ])('%s', async (tool) => {
    const faults = await withChange('content/en/pages/worried.md', slip, () => printed(tool));
    expect(faults).toMatch(/^content\/en\/pages\/worried\.md:2: there is a colon in the text/);
    expect(faults).not.toMatch(STACK);
  });

  test.each(['tools/check-content.ts', 'tools/print.ts', 'tools/launch-check.ts'])(
    'also of a broken file of strings, which a program loads with itself: %s',
    async (tool) => {
      const broken = replace(',\n', '\n');
      const faults = await withChange('content/nl/ui/desk.json', broken, () => printed(tool));
      expect(faults).toMatch(/^content\/nl\/ui\/desk\.json:\d+: a comma is missing/);
      expect(faults).not.toMatch(STACK);
    },
  );
});

test('a file that Windows wrote is read as any other', async () => {
  const change = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
  expect(await withChange('content/nl/pages/worried.md', change, said)).toBe('');
  expect(await withChange('content/nl/faq.yaml', change, said)).toBe('');
});
