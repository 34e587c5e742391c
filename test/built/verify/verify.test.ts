import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathTo } from '../../../src/site/routes.ts';
import { freePort } from '../../../tools/serve/port.ts';
import { type ServedSite, serveSite } from '../../../tools/serve/serve-site.ts';
import { migrate } from '../../../tools/store/local-store.ts';
import { listDifferences } from '../../../tools/verify/checks/differences.ts';
import { type Expected, readExpected } from '../../../tools/verify/expected.ts';
import { verifySite } from '../../../tools/verify/verify-site.ts';
import { BUILDS, LOCAL } from '../support/builds.ts';
import { type Passing, startEdge } from './edge.ts';

const folder = join(BUILDS, 'verify');
const dist = join(folder, 'dist');
let site: ServedSite;
let expected: Expected;
/** The same build with some files of each kind, so that each change is tried quickly. */
let some: Expected;

const KINDS =
  /^\/$|^\/(nl|fr)\/$|^\/(nl|fr)\/info\/([abf]\/)?$|^\/nl\/(desk|contact)\/$|^\/(key\.json|robots\.txt)$|security\.txt$|\.css$|\.woff2$/;

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(LOCAL, dist, { recursive: true });
  migrate(join(folder, 'state'));
  site = await serveSite({
    port: await freePort(),
    pages: join(dist, 'client'),
    state: join(folder, 'state'),
    log: join(folder, 'server.log'),
  });
  expected = readExpected(dist);
  const first = (ending: string) => expected.files.find(({ path }) => path.endsWith(ending));
  const one = [
    expected.files.find(({ path }) => path === aChunk()),
    expected.files.find(({ at, path }) => at === 'desk' && path.endsWith('.js')),
    first('.pdf'),
  ];
  some = {
    ...expected,
    files: expected.files.filter((file) => KINDS.test(file.path) || one.includes(file)),
  };
}, 240_000);

afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What is said of the site behind an edge that changes answers. */
async function said(change: (passing: Passing) => Passing): Promise<string[]> {
  const edge = await startEdge(site.origin, change);
  try {
    return listDifferences((await verifySite(edge.site, some)).differences);
  } finally {
    await edge.stop();
  }
}

type Change = (passing: Passing) => Passing;
const isPage = ({ headers }: Passing) => String(headers['content-type']).startsWith('text/html');

/** Sets a header, on every answer or on those that `where` picks. */
const header =
  (name: string, value: string | string[], where: (passing: Passing) => boolean = () => true): Change =>
  (passing) =>
    where(passing) ? { ...passing, headers: { ...passing.headers, [name]: value } } : passing;

const without =
  (name: string): Change =>
  (passing) => {
    const { [name]: _, ...headers } = passing.headers;
    return { ...passing, headers };
  };

/** Rewrites the text of what `where` picks. */
const text =
  (rewrite: (text: string) => string, where: (passing: Passing) => boolean = isPage): Change =>
  (passing) =>
    where(passing) ? { ...passing, body: Buffer.from(rewrite(passing.body.toString())) } : passing;

const on = (path: string) => (passing: Passing) => passing.path === path;
const compressed =
  (coding: string, compress: (body: Buffer) => Buffer): Change =>
  (passing) => ({
    ...passing,
    headers: { ...passing.headers, 'content-encoding': coding },
    body: compress(passing.body),
  });

const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

describe('a site that is its build', () => {
  it.each([
    ['as it is', (passing: Passing) => passing],
    ['compressed with gzip', compressed('gzip', gzipSync)],
    ['compressed with brotli', compressed('br', (body) => brotliCompressSync(body, QUICK))],
    ['with what names the edge', header('cf-ray', '8f0-BRU')],
  ])('is found to be so: %s', async (_, change) => {
    expect(await said(change)).toEqual([]);
  });
});

const NEL = '{"report_to":"cf-nel","success_fraction":0.0,"max_age":604800}';
const REPORT_TO = '{"group":"cf-nel","endpoints":[{"url":"https://a.nel.cloudflare.com/report/v4"}]}';
const put = (what: string) => (html: string) => html.replace('</body>', `${what}</body>`);
const aChunk = () => expected.files.find(({ at, path }) => at === 'site' && path.endsWith('.js'))?.path ?? '';
const atDesk = (passing: Passing) => passing.host.startsWith('desk.');

/** What Cloudflare, or somebody, may do to answers, and words of the sentence that must name it. */
const CHANGES: [string, Change, RegExp][] = [
  ['NEL', header('nel', NEL), /NEL is on/],
  ['Report-To', header('report-to', REPORT_TO), /Report-To header names a host/],
  ['Reporting-Endpoints', header('reporting-endpoints', 'a="https://x.example"'), /Reporting-Endpoints/],
  ['__cf_bm', header('set-cookie', ['__cf_bm=x; path=/; HttpOnly']), /cookie __cf_bm/],
  ['cf_clearance', header('set-cookie', ['cf_clearance=x'], isPage), /cookie cf_clearance/],
  ['two cookies', header('set-cookie', ['_cfuvid=x', 'other=1']), /The cookie other is set/],
  [
    'a challenge-platform script',
    text(put('<script>(function(){a.src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"})()</script>')),
    /challenge-platform script/,
  ],
  [
    'the beacon of Web Analytics',
    text(put('<script defer src="https://static.cloudflareinsights.com/beacon.min.js"></script>')),
    /Web Analytics/,
  ],
  [
    'e-mail obfuscation',
    text((html) => html.replaceAll(/href="mailto:[^"]+"/g, 'href="/cdn-cgi/l/email-protection#a1b2"')),
    /E-mail obfuscation/,
  ],
  [
    'Rocket Loader',
    text((html) => html.replaceAll('type="module"', 'type="4f3c2a1b9d8e7f6a5b4c3d2e-module"')),
    /Rocket Loader/,
  ],
  ['Zaraz', text(put('<script src="/cdn-cgi/zaraz/i.js"></script>')), /Zaraz/],
  ['any other script', text(put('<script>track()</script>')), /HTML is not that of the build/],
  [
    'a comment at the end',
    text((html) => `${html}<!-- cached -->\n<p>x</p>`),
    /HTML is not that of the build/,
  ],
  [
    'minified HTML',
    text((html) => html.replaceAll(/>\s+</g, '><').replaceAll('\n', ' ')),
    /minified or spaced anew/,
  ],
  [
    'no-transform',
    (passing) => ({
      ...passing,
      headers: { ...passing.headers, 'cache-control': `${passing.headers['cache-control']}, no-transform` },
    }),
    /Cache-Control is “.*no-transform”/,
  ],
  [
    'a page that may be kept',
    header('cache-control', 'public, max-age=14400', isPage),
    /Cache-Control is “public/,
  ],
  ['no policy', without('content-security-policy'), /Content-Security-Policy is missing/],
  [
    'a weaker policy',
    (passing) =>
      header(
        'content-security-policy',
        `${passing.headers['content-security-policy']} https://x.example`,
      )(passing),
    /Content-Security-Policy is “/,
  ],
  [
    'a second policy',
    (passing) =>
      header('content-security-policy', [
        `${passing.headers['content-security-policy']}`,
        "default-src 'self'",
      ])(passing),
    /Content-Security-Policy is sent 2 times/,
  ],
  ['no HSTS', without('strict-transport-security'), /Strict-Transport-Security is missing/],
  [
    'a Link header',
    header('link', '<https://x.example/a.css>; rel=preload', isPage),
    /Link header was added/,
  ],
  ['a Refresh header', header('refresh', '0; url=https://x.example', isPage), /Refresh header was added/],
  ['Speed Brain', header('speculation-rules', '"/cdn-cgi/speculation"', isPage), /Speculation-Rules/],
  ['an unknown header', header('x-served-by', 'cache-bru1'), /X-Served-By: cache-bru1/],
  [
    'a byte of a chunk',
    text(
      (js) => js.replace(/.$/s, '#'),
      (passing) => passing.path === aChunk(),
    ),
    /bytes are not those/,
  ],
  [
    'a byte of a picture',
    (passing) =>
      (passing.path.endsWith('.pdf') ? { ...passing, body: passing.body.with(-1, 0) } : passing) as Passing,
    /bytes are not those/,
  ],
  [
    'another key',
    text(
      (json) => json.replace(/(?<="publicKey":")./, (first) => (first === 'A' ? 'B' : 'A')),
      on('/key.json'),
    ),
    /THE KEY IS ANOTHER ONE/,
  ],
  [
    'another key on the form',
    text(
      (html) => html.replace(/(?<=data-centre-keys=")./, (first) => (first === 'A' ? 'B' : 'A')),
      on(pathTo('form', 'fr')),
    ),
    /THE KEY IS ANOTHER ONE/,
  ],
  [
    'a 404 that is kept',
    header('cache-control', 'public, max-age=31536000, immutable', ({ status }) => status === 404),
    /“Not found” may be kept/,
  ],
  [
    'a strange page for what is missing',
    (passing) => (passing.status === 404 ? { ...passing, body: Buffer.from('<h1>404</h1>') } : passing),
    /HTML is not that of the build/,
  ],
  [
    'a missing file',
    (passing) => (passing.path === pathTo('mailbox', 'nl') ? { ...passing, status: 404 } : passing),
    /not served: the answer is 404\.\n.*\/nl\/info\/b\//,
  ],
  [
    'a challenge',
    (passing) =>
      passing.path === pathTo('help', 'nl')
        ? { ...passing, status: 403, headers: { ...passing.headers, 'cf-mitigated': 'challenge' } }
        : passing,
    /a challenge of its own/,
  ],
  [
    'a challenge with 200',
    text(() => '<!doctype html><title>Just a moment...</title>', on(pathTo('help', 'nl'))),
    /a challenge of its own/,
  ],
  ['another type', header('content-type', 'text/plain', on('/nl/')), /served as “text\/plain”/],
  [
    'a file that should be hidden',
    (passing) => (passing.path === '/.git/config' ? { ...passing, status: 200 } : passing),
    /What is not there is answered with 200/,
  ],
  [
    'a worker that is not well',
    (passing) => (passing.path === '/api/health' ? { ...passing, status: 503 } : passing),
    /worker is not well: 503/,
  ],
  [
    'a script in the desk',
    text(put('<script>track()</script>'), (passing) => atDesk(passing) && passing.path === '/nl/desk/'),
    /HTML is not that of the build[\s\S]*\/nl\/desk\//,
  ],
  [
    'a cookie of the edge at the desk’s host',
    header('set-cookie', ['__cf_bm=x'], (passing) => atDesk(passing) && isPage(passing)),
    /cookie __cf_bm/,
  ],
  [
    'a desk that is not well',
    (passing) => (atDesk(passing) && passing.path === '/api/health' ? { ...passing, status: 503 } : passing),
    /worker is not well: 503/,
  ],
  [
    'a desk’s host that answers for the site’s calls',
    (passing) => (atDesk(passing) && passing.path === '/api/mailbox' ? { ...passing, status: 401 } : passing),
    /public host’s answers at the desk’s: the answer is 401/,
  ],
  [
    'a desk that shows at the public host',
    (passing) => (!atDesk(passing) && passing.path === '/nl/desk/' ? { ...passing, status: 200 } : passing),
    /desk’s answers at the public host: What is not there is answered with 200/,
  ],
  [
    'another page for what is missing at the desk’s host',
    (passing) =>
      atDesk(passing) && passing.status === 404 && isPage(passing)
        ? { ...passing, body: Buffer.from('<h1>404</h1>') }
        : passing,
    /HTML is not that of the build[\s\S]*desk\/verify-no-such-page/,
  ],
  [
    'another way out',
    (passing) =>
      passing.path.startsWith('/x')
        ? { ...passing, status: 302, headers: { ...passing.headers, location: 'https://x.example/' } }
        : passing,
    /way out is answered with 302/,
  ],
];

describe('what is added, taken or changed on the way', () => {
  it.each(CHANGES)('is named: %s', async (_, change, words) => {
    const lines = await said(change);
    expect(lines.join('\n')).toMatch(words);
  });
});

/** Runs the command. */
function run(...args: string[]) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync('node', ['tools/verify/verify.ts', ...args], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr, seconds: (performance.now() - started) / 1000 };
}

describe('npm run verify', () => {
  it('ends with 0 where all is the same, within 20 seconds', () => {
    const { code, out, seconds } = run(site.origin, '--build', dist);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('is the build in') });
    expect(out).toContain(expected.fingerprint);
    expect(seconds).toBeLessThan(20);
  });

  it('ends with 1 where a byte differs, and names the file', async () => {
    const other = join(folder, 'other');
    cpSync(dist, other, { recursive: true });
    appendFileSync(join(other, 'client/robots.txt'), '#');
    expect(run(site.origin, '--build', other)).toMatchObject({
      code: 1,
      err: expect.stringContaining('client/robots.txt was changed after it was built'),
    });
  });

  it.each([
    ['nobody answers', ['http://localhost:9'], /does not answer \(ECONNREFUSED\)/],
    ['there is no build', ['http://localhost:9', '--build', 'nowhere'], /There is no build in nowhere\//],
    ['it is no address', ['pag-asa'], /“pag-asa” is no address/],
    ['an option is unknown', ['--wat'], /Unknown option '--wat'[\s\S]*Usage:/],
  ])('ends with 1 and one sentence when %s', (_, args, words) => {
    const { code, err } = run(...(args.includes('--build') ? args : [...args, '--build', dist]));
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(words) });
    expect(err).not.toMatch(/^\s+at .*:\d+:\d+/m);
  });
});
