import { afterEach, describe, expect, test, vi } from 'vitest';
import { Fact } from '../../../src/facts/schema.ts';
import { writeFact } from '../../../src/facts/write.ts';

const source = 'a test';

/** The facts as a build for production, or any other, sees them. */
async function factsFor(environment: string) {
  vi.stubEnv('SITE_ENV', environment);
  vi.resetModules();
  return {
    ...(await import('../../../src/facts/facts.ts')),
    ...(await import('../../../src/facts/telephone.ts')),
  };
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe('the schema of a fact', () => {
  test.each([
    { value: '02 511 6464x', as: 'telephone' },
    { value: 'nobody', as: 'email' },
    { value: 'BE20 0011 7035 9157', as: 'iban' },
    { value: '+++199/4000/00105+++', as: 'communication' },
    { value: null },
  ])('refuses $value as $as', (fact) => {
    expect(Fact.safeParse({ ...fact, source, confirmed: fact.value }).success).toBe(false);
  });

  test.each([
    ['02 511 64 64', '02 511 64 64', true],
    ['02 511 64 65', '02 511 64 64', false],
    [45, 45, true],
    [30, 45, false],
    // A claim is confirmed as the sentence that was read, not as a word.
    [true, true, false],
    [true, false, false],
    // What is confirmed is written once more, so that a later edit shows.
    [45, true, false],
    [{ nl: 'a', fr: 'b', en: 'c' }, { nl: 'a', fr: 'b', en: 'c' }, true],
    [{ nl: 'a', fr: 'x', en: 'c' }, { nl: 'a', fr: 'b', en: 'c' }, false],
    [null, 45, false],
  ])('takes %j as confirmed where %j was: %s', (value, confirmed, fits) => {
    const read = Fact.safeParse({ value, source, confirmed });
    expect(read.success && read.data.confirmed).toBe(fits);
  });

  test('lets nobody know a fact as long as it is not confirmed', () => {
    expect(Fact.safeParse({ value: null, source, confirmed: false }).success).toBe(true);
  });
});

describe('what one fact says of others', () => {
  test('the least gift costs what the rate leaves of it', async () => {
    const { figure } = await factsFor('local');
    const [minimum, rate] = [figure('tax.minimum'), figure('tax.rate')];
    expect(figure('tax.minimumCost')).toBe((minimum * (100 - rate)) / 100);
  });

  test('every way in which people come to Payoke is one of three, which make a whole', async () => {
    const { figure } = await factsFor('local');
    const ways = ['payokeFromPolice', 'payokeFromServices', 'payokeFromOthers'];
    expect(ways.reduce((sum, way) => sum + figure(`figures.${way}`), 0)).toBe(100);
  });
});

describe('writing a fact', () => {
  test.each([
    ['nl', '1.769'],
    ['fr', '1\u00a0769'],
    ['en', '1,769'],
  ] as const)('a number in %s is %s', (language, text) => {
    expect(writeFact({ value: 1769, source, confirmed: true }, language)).toEqual({ text });
  });

  test('a telephone number stays on one line and dials from abroad', () => {
    const fact = Fact.parse({ value: '078 05 58 00', as: 'telephone', source, confirmed: '078 05 58 00' });
    expect(writeFact(fact, 'fr')).toEqual({ text: '078\u00a005\u00a058\u00a000', href: 'tel:+3278055800' });
  });

  test('a confirmed claim is a sentence, which the site says in words of its own', () => {
    const value = 'Somebody answers at 3 am.';
    const claim = Fact.parse({ value, as: 'claim', source, confirmed: value });
    expect(claim.confirmed).toBe(true);
    expect(() => writeFact(claim, 'en')).toThrow();
    expect(Fact.safeParse({ ...claim, value: 'Somebody answers at noon.', confirmed: value }).success).toBe(
      false,
    );
  });

  test('a claim can not be written', () => {
    expect(() => writeFact({ value: true, source, confirmed: true }, 'en')).toThrow();
  });
});

describe('what is not confirmed', () => {
  test('never reaches a production build: the number to call is the national hotline until then', async () => {
    const { factOf, helpTelephone, isShown } = await factsFor('production');
    const own = factOf('centre.telephone');
    const expected = own.confirmed ? own.value : factOf('centre.hotline').value;
    expect(helpTelephone().shown).toBe(expected);
    expect(isShown('centre.telephone')).toBe(own.confirmed);
  });

  test('shows elsewhere, so that PAG-ASA can look at it', async () => {
    const { factOf, helpTelephone, isShown } = await factsFor('local');
    expect(helpTelephone().shown).toBe(factOf('centre.telephone').value);
    expect(isShown('centre.iban')).toBe(true);
  });

  test('what nobody knows shows nowhere', async () => {
    const { factOf, isShown } = await factsFor('local');
    expect(isShown('centre.enterpriseNumber')).toBe(factOf('centre.enterpriseNumber').value !== null);
  });
});
