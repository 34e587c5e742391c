import { globSync, readFileSync } from 'node:fs';
import { type APIRequestContext, type APIResponse, expect } from '@playwright/test';
import { pathTo } from '../../../src/site/routes.ts';
import { TEST_PAGES, testAddress } from '../../../tools/test/test-site.ts';
import { builtPages } from '../support/built-pages.ts';
import { test } from '../support/test.ts';

/** One file of each ending, and every page. */
const files = globSync(`${TEST_PAGES}/**/*.*`)
  .map((file) => file.slice(TEST_PAGES.length).replaceAll('\\', '/'))
  .filter((path) => !/\.html$|^\/(_headers|wrangler\.json|\.assetsignore)$/.test(path));
const oneOfEach = [...new Map(files.map((path) => [path.replace(/^.*\.|.*\//, ''), path])).values()];
const pages = builtPages().map(({ path }) => path);

const MISSING = [
  '/nowhere/',
  '/nl/nowhere/',
  `${pathTo('form', 'nl')}nowhere`,
  '/_astro/nowhere.js',
  '/_astro/nowhere.css',
  '/fonts/nowhere.woff2',
  '/print/nowhere.pdf',
  '/print/',
  '/print/nl/',
];

/** Everything else that answers: the worker's own, what it refuses, and what leads elsewhere. */
const OTHERS = [
  '/x',
  '/x/nl/',
  '/api/health',
  '/api/nothing',
  '/api/mailbox',
  '/api/handoff',
  '/api/desk/threads',
  '/nl',
  '/NL/',
];

/** Asks at the host that has the path. */
const ask = (request: APIRequestContext, path: string, headers: Record<string, string> = {}) =>
  request.get(testAddress(path), { headers, maxRedirects: 0 });

/** Headers by which a browser would tell others of a visit, keep something, or be sent on unseen. */
const NEVER = ['nel', 'report-to', 'reporting-endpoints', 'set-cookie', 'link', 'refresh', 'server-timing'];

function expectQuiet(path: string, answer: APIResponse): void {
  const headers = answer.headers();
  expect([path, NEVER.filter((name) => name in headers)]).toEqual([path, []]);
  const policies = answer.headersArray().filter(({ name }) => /^content-security-policy/i.test(name));
  expect([path, policies.map(({ name }) => name.toLowerCase())]).toEqual([path, ['content-security-policy']]);
  // A comma would make two policies of it.
  expect([path, policies[0]?.value]).not.toEqual([path, expect.stringContaining(',')]);
  expect([path, headers['location'] ?? '/']).toEqual([path, expect.stringMatching(/^\/(?!\/)/)]);
  expect([path, headers['referrer-policy']]).toEqual([path, 'no-referrer']);
}

test('no kind of answer reports a visit, leads away, or has a policy that is two', async ({ request }) => {
  expect(oneOfEach.map((path) => path.replace(/^.*\./, ''))).toEqual(
    expect.arrayContaining(['js', 'css', 'woff2', 'pdf', 'csv', 'json', 'xml', 'txt']),
  );
  for (const path of [...pages, ...oneOfEach, ...MISSING, ...OTHERS])
    expectQuiet(path, await ask(request, path));
});

test('no page is kept anywhere, and files that never change for a year', async ({ request }) => {
  for (const path of [...pages, ...OTHERS])
    expect([path, (await ask(request, path)).headers()['cache-control']]).toEqual([path, 'no-store']);
  for (const path of files.filter((file) => /^\/(_astro|_desk|fonts)\/.*\.(js|css|woff2)$/.test(file))) {
    const answer = await ask(request, path);
    expect([path, answer.status(), answer.headers()['cache-control']]).toEqual([
      path,
      200,
      'public, max-age=31536000, immutable',
    ]);
  }
});

test('what is missing is nowhere kept, and has the policy of a page', async ({ request }) => {
  const strict = (await ask(request, '/nl/')).headers()['content-security-policy'];
  for (const path of MISSING) {
    for (const headers of [
      {},
      { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' },
      { 'Sec-Fetch-Mode': 'cors' },
    ]) {
      const answer = await ask(request, path, headers);
      const { 'cache-control': caching, 'content-security-policy': policy } = answer.headers();
      expect([path, answer.status(), caching, policy]).toEqual([path, 404, 'no-store', strict]);
      expect(await answer.text()).toContain('href="tel:');
    }
  }
});

test('an address in capitals leads to its page', async ({ request }) => {
  for (const path of ['/NL/info/A/', '/Fr/Info/', '/EN/INFO/B', '/NL']) {
    const answer = await request.get(path);
    expect([answer.status(), new URL(answer.url()).pathname]).toEqual([
      200,
      `${path.toLowerCase().replace(/\/$/, '')}/`,
    ]);
  }
});

test('names of scripts and styles say nothing of what somebody used', () => {
  const names = files.filter((path) => /^\/_(astro|desk)\//.test(path));
  expect(names.length).toBeGreaterThan(8);
  expect(names.filter((path) => !/^\/_(astro|desk)\/[\w-]{8}\.(js|css)$/.test(path))).toEqual([]);
});

test('styles keep what only iPhones know', () => {
  const css = [...files.filter((path) => path.endsWith('.css')).map((path) => TEST_PAGES + path)];
  const safe = readFileSync(`${TEST_PAGES}${pathTo('help', 'nl')}index.html`, 'utf8');
  const brand = css.map((file) => readFileSync(file, 'utf8')).join('');
  for (const text of [safe, brand]) expect(text).toContain('-webkit-text-size-adjust:100%');
  expect(brand).toContain('-webkit-user-select:all');
});
