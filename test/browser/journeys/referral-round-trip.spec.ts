import { expect } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { ui } from '../../support/ui.ts';
import { deskOn, theirs } from '../parts/desk.ts';
import { sendAndFollow } from '../parts/form.ts';
import { openMailbox } from '../parts/mailbox.ts';
import { openThread, takeAndAnswer } from '../support/desk.ts';
import { join } from '../support/member.ts';
import { fillForm } from '../support/reporter.ts';
import { test } from '../support/test.ts';

/** Hostile markup, emoji, right-to-left text, spaces that matter, and exactly 2,000 characters. */
const hard =
  '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> 😀👩‍👧 مرحبا أحتاج مساعدة\n  {{name}} \u0024{1} &amp; "\' \u202e tail';
const story = hard.padEnd(2000, '私は助けが必要です。 ');

/** What each who writes is asked, and nobody else. */
const BRANCHES = [
  { who: 'me' },
  { who: 'known', when: 'today', relation: 'family', aware: 'no', reach: 'unsure' },
] as const;

for (const [language, answers] of languages.flatMap((one) => BRANCHES.map((each) => [one, each] as const))) {
  const { who } = answers;
  test(`${language}, ${who}: a referral goes to the desk, and an answer comes back`, async ({ browser }) => {
    test.setTimeout(180_000);
    const written = {
      ...answers,
      danger: 'unsure',
      age: 'adult',
      speaks: 'ar',
      way: 'call',
      number: '+32 (0)470 00.00.00 <b>',
      times: 'evening',
      otherVoice: 'hang-up',
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
    for (const name of ['place', 'story', 'callName'] as const) {
      expect(await desk.locator(`[data-value="${name}"]`).textContent()).toBe(written[name]);
    }
    const { who: writer, when, relation, aware, reach } = ui(language, 'desk');
    const said: Record<string, Readonly<Record<string, string>>> = {
      who: writer,
      when,
      relation,
      aware,
      reach,
    };
    for (const [name, value] of Object.entries(answers)) {
      await expect(desk.locator(`[data-value="${name}"]`).first()).toContainText(said[name]?.[value] ?? name);
    }
    for (const name of ['relation', 'aware', 'reach'].filter((one) => !(one in answers))) {
      await expect(desk.locator(`[data-value="${name}"]`)).toHaveCount(0);
    }
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
