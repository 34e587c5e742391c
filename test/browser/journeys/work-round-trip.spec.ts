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
import { expectAnswersShown } from '../support/shown-answers.ts';
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
    danger: 'unsure',
    bed: 'yes',
    people: '3',
    minors: '0',
    person: 'Ama <b>',
    personNumber: '0470 00 00 00',
    reach: 'yes',
    place: 'Molenbeek <i>',
  },
  { consent: 'refused', when: 'advice', danger: 'no', bed: 'no', people: '1', minors: '0' },
  {
    consent: 'unasked',
    when: 'week',
    danger: 'yes',
    bed: 'unsure',
    people: '3',
    minors: '0',
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
    await expectAnswersShown(desk, 'work', written);
    const words = ui(language, 'desk');
    await expect(
      desk.getByRole('heading', { level: 1, name: words.urgency[URGENCY[branch.consent]] }),
    ).toBeVisible();
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
