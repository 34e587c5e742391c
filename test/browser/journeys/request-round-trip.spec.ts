import { expect } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { filled, ui } from '../../support/ui.ts';
import { deskOn, theirs } from '../parts/desk.ts';
import { sendAndFollow } from '../parts/form.ts';
import { openMailbox } from '../parts/mailbox.ts';
import { openThread, takeAndAnswer } from '../support/desk.ts';
import { join } from '../support/member.ts';
import { fillRequest } from '../support/reporter.ts';
import { test } from '../support/test.ts';

for (const language of languages) {
  const words = ui(language, 'desk');
  const { copies, training } = words.request;
  const row = filled(words.request.title, { about: `${copies}, ${training}` });
  test(`${language}: a request goes to the desk, and an answer comes back`, async ({ browser }) => {
    test.setTimeout(180_000);
    const written = {
      about: ['copies', 'training'],
      text: '<img src=x onerror="window.hacked=1"> 😀 مرحبا\n  {{name}} &amp; "\' \u202e tail'.padEnd(
        2000,
        ' 私',
      ),
      copies: { poster: '20', 'checklist-hospital': '1' },
      street: 'Rue de l’<i>Église</i> 1',
      postcode: '7190',
      town: 'Écaussinnes',
      organisation: `<b>CPAS</b> d’Écaussinnes ${language}`,
      name: 'Zoë “M.”',
      reply: 'zoe@cpas.example',
    };

    const reporterContext = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const reporter = await reporterContext.newPage();
    await reporter.goto(pathTo('request', language));
    await fillRequest(reporter, written);
    const { code, id } = await sendAndFollow(reporter);
    await reporterContext.close();

    const deskContext = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const desk = await deskContext.newPage();
    await join(desk, language, `Mia ${language}`);
    await openThread(desk, id);
    for (const name of ['text', 'street', 'postcode', 'town', 'name', 'reply'] as const) {
      expect(await desk.locator(`[data-value="${name}"]`).textContent()).toBe(written[name]);
    }
    const { line, of } = words.copies;
    await expect(desk.locator('[data-value="copies"] li')).toHaveText([
      filled(line, { number: 20, what: of.poster }),
      filled(line, { number: 1, what: of['checklist-hospital'] }),
    ]);
    expect(await desk.evaluate(() => 'hacked' in window)).toBe(false);

    const inList = desk.locator('[data-referral][aria-current="true"]');
    await inList.scrollIntoViewIfNeeded();
    await expect(inList).toHaveAttribute('data-urgency', 'advice');
    await expect(inList.locator('.row-urgency')).toHaveText(words.urgency.advice);
    await expect(inList).toContainText(row);
    await expect(desk.locator('#referral-title')).toContainText(row);
    // Nothing in the list that was typed, and nothing of it as if a person were in need.
    await expect(inList).not.toContainText('CPAS');
    await expect(
      desk.locator('[data-value="danger"], [data-value="answer"], [data-action="reveal"]'),
    ).toHaveCount(0);

    const answer = `Dat kan. 🙏 <b>${language}</b>\nTot dan.`;
    await takeAndAnswer(desk, answer);

    const laterContext = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const later = await laterContext.newPage();
    const mailbox = await openMailbox(later, language, code);
    expect(await mailbox.answers.textContent()).toBe(answer);
    await mailbox.reply.fill(`Merci ${language}`);
    await mailbox.send.click();
    await expect(mailbox.reply).toHaveValue('');
    await laterContext.close();

    await deskOn(desk).refresh.first().click();
    await expect(theirs(desk).last().locator('[data-text]')).toHaveText(`Merci ${language}`);
    await expect(desk.locator('.warning')).toHaveCount(0);
    await deskContext.close();
  });
}
