import { globSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factOf, figure } from '../../../src/facts/facts.ts';
import { loadFacts } from '../../../src/facts/load.ts';
import { languages } from '../../../src/i18n/languages.ts';
import { RECENT_YEARS, SMALLEST_GROUP } from '../../../src/reports/series.ts';
import { report2024, series2024 } from './sheets.ts';

/** The numbers of a series' column, by the ids of the rows. */
function column(name: string, id?: string): Record<string, number> {
  const { rows, columns } = series2024(name);
  const at = id === undefined ? 0 : columns.findIndex((column) => column.id === id);
  return Object.fromEntries(rows.map((row) => [row.id, Number(row.values[at])]));
}

const sum = (numbers: Record<string, number>) => Object.values(numbers).reduce((a, b) => a + b, 0);

describe('the figures of the report on thirty years', () => {
  it('hold the totals that the report states', () => {
    expect(figure('figures.referralsTotal')).toBe(9913);
    expect(figure('figures.peopleSupported')).toBe(1769);
    expect(figure('figures.womenShare') + figure('figures.menShare')).toBe(100);
    expect(figure('figures.professionalsTrainedFiveYears')).toBe(2650);
    expect(figure('figures.awarenessFiveYears')).toBe(6620);
  });

  it('count ten origins, 2,578 referrals together', () => {
    expect(Object.keys(column('origins'))).toHaveLength(10);
    expect(sum(column('origins'))).toBe(2578);
    expect(figure('figures.referralsFiveYears')).toBe(2578);
  });

  it('count as many women and men as people with new support, where both name the year', () => {
    const women = column('women-men', 'women');
    const men = column('women-men', 'men');
    const support = column('support');
    const both = Object.keys(women).filter((year) => year in support);
    expect(both).toEqual(['1995', '2000', '2018', '2023']);
    for (const year of both)
      expect([year, (women[year] ?? 0) + (men[year] ?? 0)]).toEqual([year, support[year]]);
  });

  it('never count more people in three kinds of exploitation than began support', () => {
    const support = column('support');
    for (const { id, values } of series2024('exploitation').rows) {
      const atLeast = values.reduce<number>(
        (total, value) => total + (typeof value === 'number' ? value : 1),
        0,
      );
      expect(atLeast).toBeLessThanOrEqual(support[id] ?? Number.POSITIVE_INFINITY);
    }
  });

  it('count 1,768 people by nationality: one fewer than the total, as in the report', () => {
    const people = column('nationalities');
    expect(sum(people)).toBe(1768);
    expect(figure('figures.peopleSupported') - sum(people)).toBe(1);
    expect(factOf('figures.nationalityMissing').confirmed).toBe(false);
  });

  it('list 53 countries apart; fifty more and one unknown are together, which makes 103 named countries', () => {
    const { others, ...countries } = column('nationalities');
    expect(Object.keys(countries)).toHaveLength(53);
    expect(sum(countries)).toBe(1660);
    expect(others).toBe(108);
    // The report speaks of 104 countries: it seems to count “unknown” as one.
    expect(figure('figures.countriesOfOrigin')).toBe(53 + 50 + 1);
  });

  it('say the same where a fact and a series name the same number', () => {
    expect(figure('figures.referrals2023')).toBe(column('referrals')['2023']);
    expect(figure('figures.newSupport2023')).toBe(column('support')['2023']);
    expect(figure('figures.professionalsTrainedFiveYears')).toBe(column('outreach')['training']);
    expect(figure('figures.awarenessFiveYears')).toBe(column('outreach')['actions']);
    const above = Object.values(column('nationalities')).filter((people) => people > 100);
    // The row of all small countries together is no country.
    expect(above.length - 1).toBe(figure('figures.countriesAboveHundred'));
  });
});

describe('the findings', () => {
  it('are true', () => {
    const referrals = column('referrals');
    expect(Math.max(...Object.values(referrals))).toBe(referrals['2023']);
    expect((column('origins')['person'] ?? 0) / 2578).toBeGreaterThan(1 / 3);
    const support = column('support');
    expect(Math.max(...Object.values(support))).toBe(support['2003']);
    const women = column('women-men', 'women');
    const men = column('women-men', 'men');
    for (const year of ['1995', '2000']) expect(women[year]).toBeGreaterThan(men[year] ?? 0);
    expect(women['2023']).toBe(men['2023']);
    const economic = column('exploitation', 'economic');
    for (const year of ['2010', '2015', '2018', '2023']) {
      expect(economic[year]).toBeGreaterThan(column('exploitation', 'sexual')[year] ?? 0);
    }
    const { actions = 0, training = 0 } = column('outreach');
    expect(actions).toBeGreaterThan(2 * training);
  });

  it('are about the rows that the chart fills', () => {
    const marked = [...report2024().series].map(([name, { rows }]) => [
      name,
      rows.filter((row) => row.marked).map(({ id }) => id),
    ]);
    expect(Object.fromEntries(marked)).toMatchObject({
      referrals: [2023],
      origins: ['person'],
      support: [2003],
      outreach: ['actions'],
      nationalities: ['MA', 'RO', 'NG', 'BG', 'CN', 'AL'],
    });
  });
});

describe('what nobody is sure of', () => {
  it.each([
    'referrals1995',
    'filesWithoutTrialFiveYears',
    'talkHoursPerMonth2023',
    'interpreterHours2023',
    'economicShare',
    'sexualShare',
    'otherDistrictsFiveYears',
    'nationalitiesByPeriod',
  ])('is listed as %s, unconfirmed', (name) => {
    expect(loadFacts().get(`figures.${name}`)?.confirmed).toBe(false);
  });

  it('stands in no chapter as a figure, and is drawn only for those who can confirm it', () => {
    const { figures, chapters, series } = report2024();
    const facts = [...figures, ...chapters.flatMap((chapter) => chapter.figures)].map(({ fact }) => fact);
    expect(facts.filter((fact) => !factOf(fact).confirmed)).toEqual([]);
    const open = [...series].filter(([, { confirmed }]) => !confirmed).map(([name]) => name);
    expect(open).toEqual(['exploitation']);
  });
});

describe('privacy', () => {
  it('leaves no number from 1 to 4 about recent years, in any file', () => {
    const { series, year } = report2024();
    const told = [...series.values()].flatMap(({ rows, period }) =>
      rows
        .filter(({ id }) => (typeof id === 'number' ? id : period.to) >= year - RECENT_YEARS)
        .flatMap(({ values }) => values.filter((value) => typeof value === 'number' && value > 0)),
    );
    expect(Math.min(...told.map(Number))).toBeGreaterThanOrEqual(SMALLEST_GROUP);
  });
});

describe('the texts of the chapters', () => {
  it.each(languages)('belong to a chapter, in %s', (lang) => {
    const texts = readdirSync(`content/${lang}/reports/2024`).map((file) => file.replace(/\.md$/, ''));
    const chapters = report2024().chapters.map(({ id }) => id);
    expect(texts.sort()).toEqual(['foreword', 'reading', ...chapters].sort());
  });

  it('name figures by their keys, and type none', () => {
    const typed = globSync('content/*/reports/2024/*.md').flatMap((file) => {
      const plain = readFileSync(file, 'utf8')
        .replace(/\{\{[^}]*\}\}/g, '')
        // What is written in digits and is no figure: years, days, a name, how small groups are written.
        .replace(/\b(?:19|20)\d\d\b|\b\d{1,2}(?:er)? (?:juli|juillet|July|okto|octo|Octo)|COVID-19|1–4/g, '');
      return (plain.match(/\d+/g) ?? []).map((digits) => `${file}: ${digits}`);
    });
    expect(typed).toEqual([]);
  });
});
