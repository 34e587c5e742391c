import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { languages, languagesOf } from '../../../src/i18n/languages.ts';
import { markOf } from '../../../src/reading/mark.ts';
import { blocks } from '../../../src/site/listen/blocks.ts';
import { readOpus } from '../../../src/site/listen/opus.ts';
import { pageNames, rowOf } from '../../../src/site/routes.ts';
import { localKey } from '../../../tools/serve/local-key.ts';
import { copyPseudoHouse } from '../../support/pseudo/house.ts';
import { ui } from '../../support/ui.ts';
import { lettersIn } from '../support/letters.ts';
import { test } from '../support/test.ts';

/** The languages of the copy: one that is read from right to left, everywhere; one for people in need alone. */
const EVERYWHERE = 'ar';
const SAFE_ALONE = 'pl';

/** A sentence in Dutch, spoken by espeak-ng, which is no person, at 16 kbit/s. */
const VOICE = 'test/samples/voice.ogg';

const ORIGIN = 'https://pseudo.test';
const HOUSE = resolve('.local/test/pseudo');
const PAGES = join(HOUSE, 'dist/client');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
  '.ogg': 'audio/ogg',
};

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  rmSync(HOUSE, { recursive: true, force: true });
  mkdirSync(HOUSE, { recursive: true });
  copyPseudoHouse(HOUSE);
  giveVoice();
  const { publicFile } = await localKey('.local/test');
  const run = spawnSync('astro', ['build', '--silent'], {
    cwd: HOUSE,
    encoding: 'utf8',
    env: { ...process.env, SITE_ENV: 'local', OUT_DIR: 'dist', CENTRE_KEY_FILE: resolve(publicFile) },
  });
  expect(run.status, run.stdout + run.stderr).toBe(0);
});

test.afterAll(() => rmSync(HOUSE, { recursive: true, force: true }));

/** Gives the language of people in need two recordings: one that was heard, and one of which a word was changed since. */
function giveVoice(): void {
  const own = join(HOUSE, 'content', SAFE_ALONE);
  const safe: unknown = JSON.parse(readFileSync(join(own, 'ui/safe.json'), 'utf8'));
  const words = blocks.signs.map((key) =>
    key.split('.').reduce<unknown>((tree, name) => Object(tree)[name], safe),
  );
  mkdirSync(join(own, 'recordings'));
  for (const block of ['signs', 'steps']) cpSync(VOICE, join(own, 'recordings', `${block}.ogg`));
  writeFileSync(
    join(own, 'recordings.yaml'),
    `recorded:\n  signs: ${markOf(words)}\n  steps: ${markOf('other words')}\n`,
  );
}

/** Opens a page of the copy, whose files stand for its server. */
async function open(page: Page, path: string): Promise<void> {
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const file = join(PAGES, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({ path: file, contentType: TYPES[extname(file)] ?? 'application/octet-stream' });
  });
  await page.goto(ORIGIN + path);
}

/** The addresses below a language that were built. */
const built = (language: string) =>
  globSync('**/index.html', { cwd: join(PAGES, language) })
    .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
    .sort();

const slugsOf = (tier: string) =>
  pageNames.flatMap((page) => {
    const { slug } = rowOf(page);
    return rowOf(page).tier === tier && typeof slug === 'string' ? [slug] : [];
  });

test('a language for people in need alone has their pages, and no other', () => {
  expect(languagesOf('safe')).not.toContain(SAFE_ALONE);
  expect(built(SAFE_ALONE)).toEqual([...slugsOf('help'), ...slugsOf('write'), ...slugsOf('safe')].sort());
  expect(existsSync(join(PAGES, SAFE_ALONE, '404.html'))).toBe(true);
  const help = readFileSync(join(PAGES, SAFE_ALONE, 'info/index.html'), 'utf8');
  const form = readFileSync(join(PAGES, SAFE_ALONE, 'info/a/index.html'), 'utf8');
  for (const html of [help, form]) {
    expect(html.includes(`<html lang="${SAFE_ALONE}" dir="ltr">`)).toBe(true);
    expect(html.includes(`href="/${SAFE_ALONE}/"`), 'a link to a home that is not there').toBe(false);
    for (const other of [...languages, EVERYWHERE])
      expect(html.includes(`href="/${other}/info/`), other).toBe(true);
  }
  // The forms of Polish, which the page hands to its script.
  for (const name of ['left_one', 'left_few', 'left_many']) expect(form.includes(name), name).toBe(true);
});

test('a language of the whole site has as many pages as Dutch', () => {
  expect(built(EVERYWHERE)).toHaveLength(built('nl').length);
  const start = readFileSync(join(PAGES, 'index.html'), 'utf8');
  expect(start).toContain(`<li lang="${EVERYWHERE}" dir="rtl">`);
  expect(start).toContain(`href="/${SAFE_ALONE}/info/"`);
  expect(start).not.toContain(`href="/${SAFE_ALONE}/"`);
});

for (const path of ['', 'info/', 'info/a/', 'info/b/']) {
  test(`/${EVERYWHERE}/${path} is read from right to left, and fits a narrow screen`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await open(page, `/${EVERYWHERE}/${path}`);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await lettersIn(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    // In a column from right to left, what is too wide sticks out on the left, where nothing scrolls to.
    const out = await page.evaluate(() =>
      [...document.querySelectorAll('main :is(h1, h2, p, a, button, input, label)')]
        .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden'))
        .filter((element) => element.getBoundingClientRect().left < 0)
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(out).toEqual([]);

    await page.setViewportSize({ width: 1280, height: 700 });
    const exit = await page.locator('.exit-link').boundingBox();
    expect(exit?.x, 'the exit is where a line ends: on the left').toBeLessThan(400);
  });
}

test('what points on points to the left, and a number keeps its order', async ({ page }) => {
  await open(page, `/${EVERYWHERE}/info/`);
  await expect(page.locator('.button-dawn .icon').first()).toHaveCSS(
    'transform',
    'matrix(-1, 0, 0, 1, 0, 0)',
  );
  await expect(page.locator('.call .icon').first()).toHaveCSS('transform', 'none');
  const number = page.locator('.call .digits').first();
  await expect(number).toHaveCSS('direction', 'ltr');
  await expect(number).toHaveCSS('unicode-bidi', 'isolate');
});

test('the desk is read from right to left and fits a telephone, and a code is typed in its order', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, `/${EVERYWHERE}/desk/`);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  const { field, invite, signIn } = ui(join('../.local/test/pseudo/content', EVERYWHERE), 'desk');
  const name = page.getByRole('textbox', { name: field.name, exact: true });
  await expect(name).toHaveCSS('direction', 'rtl');
  await page.getByRole('button', { name: signIn.invited, exact: true }).click();
  const code = page.getByRole('textbox', { name: invite.code, exact: true });
  await expect(code).toHaveCSS('direction', 'ltr');
  const out = await page.evaluate(() =>
    [...document.querySelectorAll('#desk *')]
      .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden'))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < 0 || right > document.documentElement.clientWidth;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(out).toEqual([]);
});

test('a counter says each number in the form that the language has for it', async ({ page }) => {
  await open(page, `/${EVERYWHERE}/info/a/`);
  const words: unknown = JSON.parse((await page.locator('[data-words]').getAttribute('data-words')) ?? '');
  const forms = ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => `left_${form}`);
  for (const form of forms) expect(words).toHaveProperty(form);
});

/** How loud a recording is where it is loudest, of 1, as the browser hears it. */
function loudest(page: Page, file: string): Promise<number> {
  return page.evaluate(
    async (bytes) => {
      const { buffer } = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      const heard = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(buffer);
      return heard.getChannelData(0).reduce((most, level) => Math.max(most, Math.abs(level)), 0);
    },
    readFileSync(file, 'base64'),
  );
}

test('a block that somebody has spoken can be heard, once it is pressed and not before', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page, `/${SAFE_ALONE}/info/`);
  const voice = page.locator('audio');
  await expect(voice).toHaveCount(1);
  await expect(voice).toHaveAttribute('src', `/${SAFE_ALONE}/info/signs.ogg`);
  await expect(voice).not.toHaveAttribute('autoplay');
  const { listen } = ui(join('../.local/test/pseudo/content', SAFE_ALONE), 'safe');
  await expect(page.locator('.listen')).toContainText(listen.earphones);
  expect(await voice.evaluate((audio: HTMLAudioElement) => audio.paused)).toBe(true);
  expect(asked).toHaveLength(1);

  const seconds = await voice.evaluate(async (audio: HTMLAudioElement) => {
    const ended = new Promise((done) => audio.addEventListener('ended', done));
    await audio.play();
    await ended;
    return audio.currentTime;
  });
  expect(seconds).toBeCloseTo(readOpus(readFileSync(VOICE))?.seconds ?? 0, 1);
  expect(asked.at(-1)).toBe(`/${SAFE_ALONE}/info/signs.ogg`);
  expect(await loudest(page, join(PAGES, SAFE_ALONE, 'info/signs.ogg'))).toBeGreaterThan(0.1);
});

test('there is no player where nobody has spoken, nor a file of words that changed', () => {
  for (const language of [...languages, EVERYWHERE])
    expect(readFileSync(join(PAGES, language, 'info/index.html'), 'utf8')).not.toContain('<audio');
  expect(globSync('**/*.ogg', { cwd: PAGES })).toEqual([join(SAFE_ALONE, 'info/signs.ogg')]);
});
