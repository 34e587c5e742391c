import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, replace, STACK, said, withChange } from './content-copy.ts';

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
      replace(/(\nafter:\n(?: .*\n)*? {2}list:\n) {4}- .*\n/, '$1'),
      /^content\/fr\/materials\/conversation\.yaml:\d+: “after › list” has \d lines; \d stand in content\/nl/m,
    ],
    [
      'a line of a leaflet in another language',
      'content/sq/materials/protection.yaml',
      replace(/(\ntalk:\n(?: .*\n)*? {2}text:\n) {4}- .*\n/, '$1'),
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
      replace(/("youWrote": "[^"{]*)\{\{when\}\}/, '$1'),
      /^content\/fr\/ui\/mailbox\.json:\d+: script\.youWrote has no place to fill; content\/nl\/ui\/mailbox\.json:\d+ has \{\{when\}\}\.$/m,
    ],
    [
      'the number in a form that more than one number takes',
      'content/fr/ui/form.json',
      replace(/("left_one": "[^"{]*)\{\{count\}\}/, '$1'),
      /^content\/fr\/ui\/form\.json:\d+: script\.left_one has no place to fill; content\/nl\/ui\/form\.json:\d+ has \{\{count\}\}\.$/m,
    ],
    [
      'a form that a language counts with',
      'content/en/ui/form.json',
      replace(/ *"over_one": [^\n]*\n/, ''),
      /^content\/en\/ui\/form\.json:\d+: script\.over_one is missing; script\.over_one stands in content\/nl\/ui\/form\.json:\d+\.$/m,
    ],
    [
      'a form that no number takes',
      'content/en/ui/form.json',
      replace('"over_one"', '"over_few": "{{count}}",\n    "over_one"'),
      /^content\/en\/ui\/form\.json:\d+: script\.over_few is a form that no number takes in en\.$/m,
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
    const faults = await said();
    rmSync(join(folder, 'content/nl/page'), { recursive: true });
    expect(faults).toMatch(/^content\/nl\/page\/news\.md:1: nothing reads this file/m);
  });

  test.each(['who.never', 'start.text', 'hint'])('a string that nothing uses: %s', async (key) => {
    const [first = '', second] = key.split('.');
    const entry = second ? `"${first}": { "${second}": "x" },` : `"${first}": "x",`;
    // A namespace that has no group of these names.
    const file = 'content/nl/ui/site.json';
    const faults = await withChange(file, (text) => text.replace('{', `{\n${entry}`), said);
    expect(faults).toContain(`${file}:2: ${key} is used nowhere`);
  });
});
