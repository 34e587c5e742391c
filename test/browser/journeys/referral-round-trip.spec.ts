import { expect } from '@playwright/test';
import { pathTo } from '../../../src/site/routes.ts';
import { ui } from '../../support/ui.ts';
import { deskOn, theirs } from '../parts/desk.ts';
import { sendAndFollow } from '../parts/form.ts';
import { openMailbox } from '../parts/mailbox.ts';
import { openThread, takeAndAnswer } from '../support/desk.ts';
import { join } from '../support/member.ts';
import { fillForm } from '../support/reporter.ts';
import { expectAnswersShown } from '../support/shown-answers.ts';
import { test } from '../support/test.ts';

/** Hostile markup, emoji, right-to-left text, spaces that matter, and exactly 2,000 characters. */
const hard =
  '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> 😀👩‍👧 مرحبا أحتاج مساعدة\n  {{name}} \u0024{1} &amp; "\' \u202e tail';
const story = hard.padEnd(2000, '私は助けが必要です。 ');

/** Who can be called. */
const CALLED = {
  way: 'call',
  number: '+32 (0)470 00.00.00 <b>',
  times: 'evening',
  otherVoice: 'hang-up',
  voicemail: 'yes',
};

const KNOWN = { who: 'known', relation: 'family', aware: 'no' };

/**
 * What is answered, and how urgent that is by the weights of the questions. Each who writes is asked what nobody else is,
 * and each way to answer brings its own.
 */
const BRANCHES = [
  { language: 'nl', urgency: 'now', answers: { who: 'me', danger: 'yes', speaks: 'ar', ...CALLED } },
  {
    language: 'nl',
    urgency: 'today',
    answers: { ...KNOWN, danger: 'no', when: 'today', reach: 'unsure', speaks: 'ar', ...CALLED },
  },
  {
    language: 'fr',
    urgency: 'week',
    answers: { who: 'me', danger: 'no', speaks: 'other', speaksOther: 'Tigrinya <i>', way: 'mailbox' },
  },
  {
    language: 'fr',
    urgency: 'asked',
    answers: { ...KNOWN, danger: 'no', when: 'now', reach: 'yes', speaks: 'fr', way: 'will-call' },
  },
  { language: 'en', urgency: 'today', answers: { who: 'me', danger: 'unsure', speaks: 'ro', way: 'unsure' } },
  {
    language: 'en',
    urgency: 'week',
    answers: {
      ...KNOWN,
      danger: 'no',
      when: 'week',
      reach: 'no',
      speaks: 'other',
      speaksOther: 'Wolof',
      way: 'mailbox',
    },
  },
] as const;

for (const { language, urgency, answers } of BRANCHES) {
  const { who } = answers;
  test(`${language}, ${who}: a referral goes to the desk, and an answer comes back`, async ({ browser }) => {
    test.setTimeout(180_000);
    const written = {
      ...answers,
      age: 'adult',
      happening: ['papers', 'pay'],
      place: 'Molenbeek 😀 <i>',
      story,
      callName: `Zoë ${language} ${who} “M.”`,
    };

    const reporterContext = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const reporter = await reporterContext.newPage();
    await reporter.goto(pathTo('form', language));
    await fillForm(reporter, written);
    const { code, id } = await sendAndFollow(reporter);
    expect(code).toMatch(/^\d{16}$/);
    await reporterContext.close();

    const deskContext = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const desk = await deskContext.newPage();
    await join(desk, language, `Lien ${language} ${who}`);
    await openThread(desk, id);
    const { urgency: urgencies } = ui(language, 'desk');
    await expect(desk.locator('#referral-title')).toContainText(urgencies[urgency]);
    await expectAnswersShown(desk, 'form', written);
    expect(await desk.evaluate(() => 'hacked' in window)).toBe(false);

    const answer = `We bellen je vanavond. 🙏 <b>${language}</b>\nTot straks.`;
    await takeAndAnswer(desk, answer);

    // Another browser, as from a library.
    const laterContext = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const later = await laterContext.newPage();
    const mailbox = await openMailbox(later, language, code);
    expect(await mailbox.answers.textContent()).toBe(answer);
    const reply = `Dank u 🙏 <script>window.hacked=1</script> ${language}`;
    await mailbox.reply.fill(reply);
    await mailbox.send.click();
    await expect(mailbox.reply).toHaveValue('');
    await laterContext.close();

    await deskOn(desk).refresh.first().click();
    await expect(theirs(desk).last().locator('[data-text]')).toHaveText(reply);
    await deskContext.close();
  });
}
