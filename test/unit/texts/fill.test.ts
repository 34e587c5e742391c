import { afterEach, describe, expect, test, vi } from 'vitest';

const NOTE = 'Not confirmed:';

async function fillFor(environment: string) {
  vi.stubEnv('SITE_ENV', environment);
  vi.resetModules();
  return import('../../../src/texts/fill.ts');
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

// Two facts that are sure, and two that PAG-ASA has yet to confirm.
const sure = 'Call {{centre.hotline}}. {{figures.peopleSupported}} people, [our report](page:report).\n';
const unsure = ':::confirm centre.telephone\nOr {{centre.telephone}}.\n:::\n';

describe('a text', () => {
  test('gets its facts as links and numbers, and its pages as addresses, in its language', async () => {
    const { fillMarkdown } = await fillFor('local');
    expect(fillMarkdown(sure, 'nl', NOTE)).toBe(
      'Call [078\u00a005\u00a058\u00a000](tel:+3278055800). 1.769 people, [our report](/nl/jaarverslag/).\n',
    );
  });

  test('leaves out in production what is not confirmed', async () => {
    const { fillMarkdown } = await fillFor('production');
    expect(fillMarkdown(`${sure}\n${unsure}`, 'en', NOTE)).not.toContain('Or');
    expect(fillMarkdown(`${sure}\n${unsure}`, 'en', NOTE)).not.toContain(':::');
  });

  test('marks it elsewhere', async () => {
    const { fillMarkdown } = await fillFor('local');
    expect(fillMarkdown(unsure, 'en', NOTE)).toContain(`<div class="unconfirmed"><p>${NOTE}</p>`);
  });

  test('shows a block only when every fact in it may be shown, whatever its claim', async () => {
    const { fillMarkdown } = await fillFor('production');
    const block = ':::confirm claims.dayAndNight\nAsk {{centre.publisher}}.\n:::\n';
    expect(fillMarkdown(block, 'en', NOTE).trim()).toBe('');
  });

  test('writes a number as one dials it from abroad, with the same link', async () => {
    const { fillMarkdown } = await fillFor('local');
    expect(fillMarkdown('{{centre.hotline from abroad}}', 'fr', NOTE)).toBe(
      '[+32\u00a078\u00a005\u00a058\u00a000](tel:+3278055800)',
    );
  });

  test.each([
    ['an unknown fact from abroad', '{{centre.nothing from abroad}}'],
    ['an unconfirmed number from abroad, outside of a block', '{{centre.telephone from abroad}}'],
    ['a short number from abroad, which reaches another service there', '{{centre.emergency from abroad}}'],
    ['a figure from abroad', '{{figures.peopleSupported from abroad}}'],
    ['an unknown fact', '{{centre.nothing}}'],
    ['an unknown page', '[x](page:nothing)'],
    ['an unknown claim', ':::confirm claims.nothing\nx\n:::\n'],
    ['an unconfirmed fact outside of a block', '{{centre.telephone}}'],
  ])('%s fails the build', async (_, text) => {
    const { fillMarkdown } = await fillFor('local');
    expect(() => fillMarkdown(text, 'en', NOTE)).toThrow(/nothing|not confirmed|dialled from abroad/);
  });
});

describe('a list', () => {
  const list = [
    'Ask.',
    ':::confirm claims.signsAdditions Ask alone.',
    ':::confirm claims.dayAndNight Call.',
    ':::confirm claims.dayAndNight Or {{centre.telephone}}.',
  ];

  test('leaves out in production the items whose claim is not confirmed', async () => {
    const { shownItems } = await fillFor('production');
    expect(shownItems(list, 'en', NOTE)).toEqual(['Ask.', 'Call.']);
  });

  test('marks them elsewhere, where there is a mark', async () => {
    const { shownItems } = await fillFor('local');
    expect(shownItems(list, 'en', NOTE)).toEqual([
      'Ask.',
      `${NOTE} Ask alone.`,
      'Call.',
      `${NOTE} Or 02\u00a0511\u00a064\u00a064.`,
    ]);
    expect(shownItems(list, 'en')).toEqual([
      'Ask.',
      'Ask alone.',
      'Call.',
      'Or 02\u00a0511\u00a064\u00a064.',
    ]);
  });

  test('waits as it is until it is looked at', async () => {
    const { fillPlain } = await fillFor('local');
    expect(list.map((item) => fillPlain(item, 'en'))).toEqual(list);
  });

  test('names no unknown claim', async () => {
    const { shownItems } = await fillFor('local');
    expect(() => shownItems([':::confirm claims.nothing Ask.'], 'en')).toThrow('claims.nothing');
  });
});
