import { expect, type Page } from '@playwright/test';
import { drawReceiptCode } from '../../../src/protocol/seal/receipt.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { ui, whole } from '../../support/ui.ts';
import { deskOn, row, saidIn } from '../parts/desk.ts';
import { send } from '../parts/form.ts';
import { openMailbox } from '../parts/mailbox.ts';
import { button } from '../parts/page.ts';
import { enterCode, partnerOn } from '../parts/partner.ts';
import { passingOn, passOn } from '../parts/passing-on.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf, openCase, refer } from '../support/case.ts';
import { join, signIn } from '../support/member.ts';
import { expectInOrder } from '../support/number-order.ts';
import { refer as sendWork } from '../support/refer.ts';
import { fillForm, fillWork } from '../support/reporter.ts';
import { test } from '../support/test.ts';

const PLACE = 'zwaluwstraat';
const STORY = 'kanariezwaluw';

/** A code as it is read out. */
const spoken = (code: string) => code.replace(/(.{4})(?!$)/g, '$1 ');

/** Everything that a page sends, and where. */
function listen(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    sent.push(`${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`);
  });
  return sent;
}

/** Writes as somebody would, with all that could be passed on. Gives the receipt code and the id of the case. */
async function written(page: Page): Promise<{ receipt: string; id: string }> {
  await page.goto(pathTo('form', 'en'));
  const sent = page.waitForRequest(/\/api\/referrals\//);
  await fillForm(page, {
    ...{
      who: 'me',
      danger: 'yes',
      age: 'adult',
      speaks: 'fr',
      way: 'call',
      number: '0470 00 00 00',
      times: 'any',
    },
    ...{ otherVoice: 'hang-up', happening: ['debt'], place: PLACE, story: STORY, callName: 'Zoë' },
  });
  const receipt = await send(page);
  return { receipt, id: (await sent).url().split('/').at(-1) ?? '' };
}

test('a case goes to another centre by a code, stays ours until they have it, and the person hears of it', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const [reporter, member, partner] = [
    await browser.newPage(),
    await browser.newPage({ viewport: { width: 360, height: 740 } }),
    await browser.newPage({ viewport: { width: 360, height: 740 } }),
  ];
  const { receipt, id } = await written(reporter);
  await join(member, 'en', nameOf('Lotte'));
  await openCase(member, id);
  await expect(deskOn(member).take).toBeEnabled();
  await deskOn(member).take.click();
  await expect(deskOn(member).take).toHaveCount(0);

  const [atDesk, atPartner] = [listen(member), listen(partner)];
  const { place } = ui('en', 'desk').referral;
  const { code, read } = await passOn(member, async (dialog) => {
    await expect(dialog.part(place)).not.toBeChecked();
    await dialog.part(place).check();
  });
  expect(read.join('\n')).toContain(PLACE);
  expect(read.join('\n')).not.toContain(STORY);
  expect(read.join('\n')).not.toContain('0470');
  const passing = passingOn(member);
  await expect(passing.stands('waiting')).toBeVisible();

  await enterCode(partner, 'en', spoken(code));
  await expect(partnerOn(partner).inside).toBeFocused({ timeout: 30_000 });
  expect(await partnerOn(partner).said.allInnerTexts()).toEqual(read);
  await deskOn(member).refresh.evaluate((button: HTMLElement) => button.click());
  await expect(passing.stands('opened')).toBeVisible();
  await partnerOn(partner).accept.click();
  await expect(partnerOn(partner).accepted).toBeFocused();
  await expect(partnerOn(partner).accept).toBeHidden();

  await deskOn(member).refresh.evaluate((button: HTMLElement) => button.click());
  await expect(passing.stands('accepted')).toBeVisible();
  await expect(passing.revoke).toHaveCount(0);
  await passing.tell.click();
  await expect(passing.tell).toHaveCount(0);
  await expect(member.getByText(ui('en', 'desk').thread.said['passed-on'], { exact: true })).toBeVisible();
  const mailbox = await openMailbox(reporter, 'en', receipt);
  await expect(mailbox.messages.last()).toContainText(ui('en', 'mailbox').script.says['passed-on']);
  await expect(mailbox.messages.last()).not.toContainText('Payoke');

  // Who deletes it is told that somebody else still has it.
  const words = ui('en', 'desk');
  await deskOn(member).next.click();
  await button(member, words.next.close).click();
  await deskOn(member).sheet.getByText(words.outcome.advice, { exact: true }).click();
  await button(member, words.next.closeIt).click();
  await button(member, words.end.now).click();
  await expect(member.getByRole('dialog').last()).toContainText(words.gone.handed);
  await button(member, words.end.keep).click();

  for (const sent of [atDesk, atPartner]) {
    const plain = sent.filter((line) =>
      [PLACE, STORY, code, 'by telephone'].some((word) => line.includes(word)),
    );
    expect(plain).toEqual([]);
  }
  const paths = atPartner.map(
    (line) => new URL(line.split(' ')[0] ?? '').pathname + new URL(line.split(' ')[0] ?? '').search,
  );
  expect(paths.filter((path) => path.startsWith('/api'))).toEqual(['/api/handoff', '/api/handoff/accept']);
  expect(partner.url()).toMatch(/\/en\/p\/$/);
  expect(
    await partner.evaluate(() => [history.state, location.hash, localStorage.length, sessionStorage.length]),
  ).toEqual([null, '', 0, 0]);
});

test('a code that was revoked looks like one that never was, and what was passed on is shut and forgotten', async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(180_000);
  const id = await refer(request);
  await join(page, 'en', nameOf('Bo'));
  await openCase(page, id);
  const first = await passOn(page);
  const partner = await browser.newPage();
  await enterCode(partner, 'fr', first.code);
  const there = partnerOn(partner);
  await expect(there.inside).toBeVisible({ timeout: 30_000 });
  await there.close.click();
  await expect(there.inside).toHaveCount(0);
  await expect(there.said).toHaveCount(0);
  await expect(there.code).toHaveValue('');

  await passingOn(page).revoke.click();
  await expect(passingOn(page).stands('revoked')).toBeVisible();
  await there.code.fill(first.code);
  await there.open.click();
  await expect(there.error('unknown')).toBeVisible({ timeout: 30_000 });
  await there.code.fill(drawReceiptCode());
  const answered = partner.waitForResponse(/\/api\/handoff$/);
  await there.open.click();
  expect((await answered).status()).toBe(401);
  await expect(there.open).toBeEnabled();
  await expect(there.error('unknown')).toBeVisible();
  await expect(row(page, id)).toHaveCount(1);

  // What left the centre is told for as long as the case is there.
  await deskOn(page).back.click();
  await openCase(page, id);
  await expect(passingOn(page).stands('revoked')).toBeVisible();
});

test('nothing is passed on before it is said to whom, and how the person agreed', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const id = await refer(request);
  await join(page, 'en', nameOf('Cor'));
  await openCase(page, id);
  const dialog = passingOn(page);
  await dialog.begin.click();
  await dialog.review.click();
  await expect(saidIn(dialog.dialog)).toContainText(ui('en', 'desk').passOn.missing);
  await dialog.to('other').check();
  await dialog.agrees('no').check();
  await dialog.how.fill('danger');
  await dialog.review.click();
  await expect(dialog.seal).toHaveCount(0);
  await dialog.dialog.getByRole('textbox', { name: ui('en', 'desk').passOn.toName, exact: true }).fill('CAW');
  await dialog.review.click();
  await expect(dialog.seal).toBeVisible();
  await dialog.back.click();
  await expect(dialog.how).toHaveValue('danger');
  await page.keyboard.press('Escape');
  await expect(dialog.dialog).toHaveCount(0);
  await expect(dialog.begin).toBeFocused();
});

test('without scripts the page of another centre says whom to call', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(pathTo('partner', 'nl'));
  await expect(page.getByRole('heading', { name: ui('nl', 'partner').noScript.title })).toBeVisible();
  await expect(page.locator('a.call')).toHaveAttribute('href', /^tel:/);
  await expect(partnerOn(page).code).toBeHidden();
});

test('what is filled in to pass a case on outlives the lock, and goes with closing the dialog', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const id = await refer(request);
  const name = nameOf('Half');
  const passphrase = await join(page, 'en', name);
  await openCase(page, id);
  const dialog = passingOn(page);
  await dialog.begin.click();
  await dialog.to('surya').check();
  await dialog.agrees('no').check();
  await dialog.how.fill('they come back tonight');
  // Whatever is open over it, three times Shift locks.
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
  await expect(deskOn(page).signIn).toBeVisible({ timeout: 30_000 });
  await signIn(page, name, passphrase);
  await expect(dialog.how).toHaveValue('they come back tonight');
  await expect(dialog.to('surya')).toBeChecked();
  await expect(dialog.agrees('no')).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(dialog.dialog).toHaveCount(0);
  await dialog.begin.click();
  await expect(dialog.to('surya')).not.toBeChecked();
});

test('what a professional answered reaches the other centre in its words, with what the person said to it', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const [writer, member, partner] = [
    await browser.newPage(),
    await browser.newPage({ viewport: { width: 1280, height: 800 } }),
    await browser.newPage({ viewport: { width: 360, height: 740 } }),
  ];
  const sector = 'بناء، اتصلوا على 0488 12 34 56 ليلا';
  await writer.goto(pathTo('work', 'nl'));
  const sent = writer.waitForRequest(/\/api\/referrals\//);
  await fillWork(writer, {
    ...{ service: 'Inspectie <b>', number: '02 000 00 00', colleague: 'Nacht 02 000 00 01', danger: 'no' },
    ...{ bed: 'yes', people: '4', minors: '2', consent: 'agreed', person: 'Ama <i>', reach: 'no' },
    ...{ exploitation: ['labour'], signs: ['coerced'], sector, left: 'unsure', needs: ['medical'] },
  });
  await send(writer);
  const id = (await sent).url().split('/').at(-1) ?? '';
  await join(member, 'en', nameOf('Work'));
  await openCase(member, id);
  const words = ui('en', 'desk');
  const { code, read } = await passOn(member, async (dialog) => {
    for (const line of ['service', 'now', 'exploitation'] as const)
      await expect(dialog.part(words.work.lines[line])).toBeChecked();
    await expect(dialog.part(words.passOn.part.named)).not.toBeChecked();
    await dialog.part(words.passOn.part.named).check();
  });
  expect(read).toContain('Ama <i>');
  await enterCode(partner, 'fr', spoken(code));
  await expect(partnerOn(partner).inside).toBeFocused({ timeout: 30_000 });
  const { work: there, passOn: thereToo } = ui('fr', 'desk');
  const said = (label: string) =>
    partner.locator('dt', { hasText: whole(label) }).locator('xpath=following-sibling::dd[1]');
  for (const [label, answer] of [
    [thereToo.part.told, there.consent.agreed],
    [there.person.label, 'Ama <i>'],
    [there.lines.service, 'Inspectie <b>'],
    [there.colleague.label, 'Nacht 02 000 00 01'],
    [there.bed.label, there.bed.yes],
    [there.people.label, '4'],
    [there.minors.label, '2'],
    [there.needs.label, there.needs.medical],
    [there.lines.exploitation, there.exploitation.labour],
    [there.signs.label, there.signs.coerced],
    [there.sector.label, sector],
    [there.left.label, there.left.unsure],
  ] as const)
    await expect(said(label)).toHaveText(answer);
  await expectInOrder(said(there.sector.label), ['0488 12 34 56']);
  await expect(partnerOn(partner).said.filter({ hasText: '02 000 00 00' })).toHaveCount(0);
  await expectNoBarriers(partner);
});

test('who did not agree is named to no other centre, and that is told', async ({
  page,
  request,
  browser,
}) => {
  test.setTimeout(180_000);
  const { id } = await sendWork(request, {
    who: 'work',
    work: { service: 'CPAS', consent: 'refused', people: 2 },
  });
  await join(page, 'en', nameOf('Refused'));
  await openCase(page, id);
  const words = ui('en', 'desk');
  const { code } = await passOn(page, async (dialog) => {
    await expect(dialog.part(words.passOn.part.named)).toHaveCount(0);
    await dialog.part(words.work.lines.service).uncheck();
  });
  const partner = await browser.newPage();
  await enterCode(partner, 'en', code);
  await expect(partnerOn(partner).inside).toBeFocused({ timeout: 30_000 });
  const told = partner.locator('dt', { hasText: whole(words.passOn.part.told) });
  await expect(told.locator('xpath=following-sibling::dd[1]')).toHaveText(words.work.consent.refused);
  await expect(partnerOn(partner).said.filter({ hasText: 'CPAS' })).toHaveCount(0);
});
