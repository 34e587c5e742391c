import { expect } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { ui } from '../../support/ui.ts';
import { theirs } from '../parts/desk.ts';
import { sendAndFollow } from '../parts/form.ts';
import { openMailbox } from '../parts/mailbox.ts';
import { openThread, takeAndAnswer } from '../support/desk.ts';
import { join } from '../support/member.ts';
import { fillWork } from '../support/reporter.ts';
import { test } from '../support/test.ts';

/** What a professional may write, hostile markup and right-to-left text among it. */
const TYPED = {
  service: 'Ziekenhuis “Sint-Jan” <b>',
  role: 'Sociaal werker 😀',
  colleague: 'Nachtdienst 02 000 00 01',
  reference: 'K/2026/17 <i>',
  until: '20:30 {{time}}',
  help: 'لغة الإشارة',
  sector: 'Bouw & schoonmaak',
  story: '<img src=x onerror="window.hacked=1"> Ze slaapt in de kelder.\n  مرحبا',
} as const;

const BRANCHES = [
  {
    consent: 'agreed',
    when: 'tonight',
    bed: 'yes',
    person: 'Ama <b>',
    personNumber: '0470 00 00 00',
    reach: 'yes',
    place: 'Molenbeek <i>',
    danger: 'no',
  },
  { consent: 'refused', when: 'advice', bed: 'no', danger: 'no' },
  {
    consent: 'unasked',
    when: 'week',
    bed: 'unsure',
    danger: 'yes',
    personNumber: '0470 00 00 00',
    reach: 'no',
    place: 'Jette <i>',
  },
] as const;

/** How urgent the answers make it, as the table says. */
const URGENCY = { agreed: 'today', refused: 'advice', unasked: 'now' } as const;

for (const [language, branch] of languages.flatMap((one) => BRANCHES.map((each) => [one, each] as const))) {
  test(`${language}, ${branch.consent}: what a professional writes opens at the desk as written`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const written = {
      ...TYPED,
      ...branch,
      callName: `Zoë ${language} ${branch.consent} “M.”`,
      number: '+32 2 000 00 00',
      here: 'yes',
      people: '3',
      minors: '0',
      age: 'adult',
      needs: ['children', 'medical'],
      speaks: 'ar',
      speaksOther: 'Lingala',
      interpreter: 'woman',
      exploitation: ['labour', 'crime'],
      signs: ['deceived', 'coerced'],
      left: 'yes',
      last: 'month',
      statement: 'no',
    };
    const writer = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await writer.newPage();
    await page.goto(pathTo('work', language));
    await fillWork(page, written);
    const { code, id } = await sendAndFollow(page);
    await writer.close();

    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const desk = await context.newPage();
    await join(desk, language, `Mona ${language} ${branch.consent}`);
    await openThread(desk, id);
    const shown = (field: string) => desk.locator(`:is(.answers, .story) [data-value="${field}"]`);
    for (const field of ['people', 'minors', ...(Object.keys(TYPED) as (keyof typeof TYPED)[])] as const)
      expect(await shown(field).textContent()).toBe(written[field]);
    const words = ui(language, 'desk');
    const said: Record<string, Readonly<Record<string, string>>> = { ...words.work, when: words.when };
    for (const field of [
      'consent',
      'when',
      'here',
      'bed',
      'interpreter',
      'left',
      'last',
      'statement',
    ] as const)
      await expect(shown(field)).toHaveText(said[field]?.[written[field]] ?? field);
    for (const field of ['needs', 'exploitation', 'signs'] as const)
      await expect(shown(field)).toHaveText(
        written[field].map((one) => said[field]?.[one] ?? one).join(' · '),
      );
    await expect(desk.locator('[data-value="speaks"]')).toContainText('Lingala');
    await expect(
      desk.getByRole('heading', { level: 1, name: words.urgency[URGENCY[branch.consent]] }),
    ).toBeVisible();
    const found: Readonly<Record<string, string>> = branch;
    for (const field of ['person', 'personNumber', 'place'] as const) {
      const one = shown(field);
      if (found[field]) await expect(one).toHaveText(found[field]);
      else await expect(one).toHaveCount(0);
    }
    await expect(desk.locator('[data-value="reach"]')).toHaveText(
      words.reach['reach' in branch ? branch.reach : 'unsaid'],
    );
    // Whether the person agreed is read before all else.
    await expect(desk.locator('.answers [data-value]').first()).toHaveAttribute('data-value', 'consent');
    expect(await desk.evaluate(() => 'hacked' in window)).toBe(false);
    await takeAndAnswer(desk, 'Wij bellen u.');
    expect(await theirs(desk).count()).toBe(0);
    await context.close();

    const later = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const mailbox = await openMailbox(await later.newPage(), language, code);
    await expect(mailbox.answers).toHaveText('Wij bellen u.');
    await later.close();
  });
}
