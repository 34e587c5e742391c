import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  type PageKind,
  pageHeaders,
  workerHeaders,
} from '../../../functions/security/headers.ts';
import { languages } from '../../../src/i18n/languages.ts';
import { apart } from '../../../src/site/pages.ts';
import { pageNames, pathTo, rowOf } from '../../../src/site/routes.ts';
import { headersFile, refuseForeignCode, withIntegrity } from '../../../tools/build/astro/headers.ts';

const inline = { scripts: ['sha256-exit'], styles: ['sha256-safe'], maps: ['sha256-map'] };
const kinds: PageKind[] = ['public', 'reporter', 'desk'];

/** A policy as its directives: `{ 'form-action': "'none'" }`. */
function directives(policy: string | undefined): Record<string, string> {
  return Object.fromEntries(
    (policy ?? '').split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );
}

describe('the policy of pages', () => {
  it.each(kinds)('opens nothing but what a %s page needs', (kind) => {
    const open = { public: "'none'", reporter: "'self'", desk: "'self'" };
    const policies = { public: "'none'", reporter: 'proof', desk: 'desk' };
    expect(directives(contentSecurityPolicy(kind, inline))).toEqual({
      'default-src': "'none'",
      'script-src': kind === 'public' ? "'sha256-exit'" : "'self' 'sha256-map' 'sha256-exit'",
      'style-src': "'self' 'sha256-safe'",
      'img-src': "'self' data:",
      'font-src': "'self'",
      ...(kind === 'public' ? { 'media-src': "'self'" } : {}),
      'connect-src': open[kind],
      'worker-src': open[kind],
      ...(kind === 'desk' && { 'manifest-src': "'self'" }),
      'form-action': "'none'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': policies[kind],
    });
  });

  it.each(kinds)('names no other host and nothing unsafe on a %s page', (kind) => {
    expect(contentSecurityPolicy(kind, inline)).not.toMatch(/unsafe|https?:|\*|blob:/);
  });

  it.each(kinds)('tells a %s page to keep its reader to itself', (kind) => {
    expect(pageHeaders(kind, inline)).toMatchObject({
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    });
    const features = pageHeaders(kind, inline)['Permissions-Policy'] ?? '';
    expect(features.split(', ')).toEqual(
      expect.arrayContaining(['geolocation=()', 'camera=()', 'microphone=()']),
    );
    // Passkeys are the desk's alone: no frame and no other page may ask for one.
    const open = features.split(', ').filter((feature) => !feature.endsWith('=()'));
    const passkeys = ['publickey-credentials-create=(self)', 'publickey-credentials-get=(self)'];
    expect(open).toEqual(kind === 'desk' ? passkeys : []);
    expect(pageHeaders(kind, inline)['Strict-Transport-Security']).toMatch(/max-age=[1-9]\d{7}/);
  });

  it.each(kinds)('lets no browser keep a %s page, also not in memory', (kind) => {
    expect(pageHeaders(kind, inline)['Cache-Control']).toBe('no-store');
  });
});

describe('the policy of answers of the worker', () => {
  it('opens nothing at all, and keeps answers out of caches', () => {
    expect(directives(workerHeaders()['Content-Security-Policy'])).toEqual({
      'default-src': "'none'",
      'form-action': "'none'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
    });
    // An open desk gets them several times a minute, whether or not anything changed.
    expect(JSON.stringify(workerHeaders()).length).toBeLessThan(600);
    expect(workerHeaders()).toMatchObject({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
  });
});

/**
 * What a path gets from a `_headers` file, by Cloudflare's rules: all rules that match, in order; `! Name` takes a
 * header back; a header that is set again is joined with a comma.
 */
function served(file: string, path: string, host = 'site.example'): Record<string, string> {
  const headers: Record<string, string> = {};
  let matches = false;
  for (const line of file.split('\n')) {
    if (/^(\/|https:)/.test(line)) {
      const pattern = line
        .replace(/^(?=\/)/, 'https://[^/]+')
        .replaceAll(/(?<=\/):\w+/g, '[^/]+')
        .replaceAll('*', '.*');
      matches = new RegExp(`^${pattern}$`).test(`https://${host}${path}`);
    } else if (matches && line.startsWith('  ! ')) {
      delete headers[line.slice(4)];
    } else if (matches && line.trim() !== '') {
      const [, name = '', value = ''] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
      headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
    }
  }
  return headers;
}

describe('the _headers file', () => {
  const file = headersFile(inline, 'desk.example');

  const rows = languages.flatMap((language) =>
    pageNames.map((page) => [pathTo(page, language), rowOf(page).policy] as const),
  );
  it.each([['/', apart.start.policy] as const, ...rows])(
    'gives %s the headers of a %s page, each once',
    (path, kind) => {
      expect(served(file, path)).toEqual(pageHeaders(kind, inline));
    },
  );

  it('lets files that never change under one name be kept', () => {
    for (const path of ['/_astro/abc.js', '/_desk/abc.js', '/fonts/a.woff2']) {
      expect(served(file, path)['Cache-Control']).toBe('public, max-age=31536000, immutable');
      expect(served(file, path)['Content-Security-Policy']).toContain("form-action 'none'");
    }
  });

  it('lets nothing run at the desk’s host but the desk, and nothing be found there', () => {
    for (const path of ['/', '/nl/', '/nl/info/a/', '/fr/info/f/', '/_astro/abc.js', '/nothing']) {
      const { 'Content-Security-Policy': policy, 'X-Robots-Tag': robots } = served(
        file,
        path,
        'desk.example',
      );
      expect(directives(policy)).toMatchObject({ 'script-src': "'none'", 'connect-src': "'none'" });
      expect(robots).toBe('noindex');
    }
    for (const path of ['/nl/desk/', '/fr/desk/', '/fr/desk/nothing'])
      expect(served(file, path, 'desk.example')).toEqual({
        ...pageHeaders('desk', inline),
        'X-Robots-Tag': 'noindex',
      });
    expect(served(file, '/nl/info/a/', 'mydesk.example')).toEqual(pageHeaders('reporter', inline));
  });

  it('joins no policy to another', () => {
    const paths = ['/', pathTo('form', 'nl'), '/fr/desk/', '/print/nl/a.pdf', '/print/nl/', '/_astro/abc.js'];
    for (const host of ['site.example', 'desk.example'])
      for (const path of paths)
        expect(served(file, path, host)['Content-Security-Policy']).not.toContain(',');
  });

  it('keeps the strict policy for what is no PDF below the PDFs', () => {
    for (const path of ['/print/', '/print/nl/', '/print/nl/affiche'])
      expect(served(file, path)).toEqual(pageHeaders('public', inline));
  });

  it('leaves the viewer of a PDF free to work, and takes nothing else from it', () => {
    const { 'Content-Security-Policy': policy, ...others } = served(file, '/print/nl/affiche-a4.pdf');
    expect(policy).toBe("frame-ancestors 'none'");
    const { 'Content-Security-Policy': _, ...ofPages } = pageHeaders('public', inline);
    expect(others).toEqual(ofPages);
  });

  it('refuses to grow beyond what Cloudflare reads', () => {
    const many = {
      scripts: [],
      maps: [],
      styles: Array.from({ length: 40 }, (_, n) => `sha256-${'x'.repeat(44)}${n}`),
    };
    expect(() => headersFile(many, 'desk.example')).toThrow(/characters/);
  });
});

describe('what may stand in a page', () => {
  const exit = '(()=>{leave()})()';

  it.each([
    ['the exit script', `<script>${exit}</script>`],
    ['a script of ours', '<script type="module" src="/_astro/form.abc.js"></script>'],
    ['data', '<script type="application/json">{"a":"<p onclick=x>"}</script>'],
    ['a style sheet', '<style>p{color:red}</style>'],
    ['text that speaks of code', '<p>Write style=&quot;x&quot; onclick=y</p>'],
  ])('lets %s through', (_, html) => {
    expect(() => refuseForeignCode(html, [exit], 'page')).not.toThrow();
  });

  it.each([
    ['another inline script', '<script>track()</script>'],
    ['the exit script with something added', `<script>${exit};track()</script>`],
    ['a script of another host', '<script src="https://cdn.example/a.js"></script>'],
    ['a handler', '<a href="/" onclick="track()">x</a>'],
    ['a style attribute', '<p style="color:red">x</p>'],
  ])('refuses %s', (_, html) => {
    expect(() => refuseForeignCode(html, [exit], 'page')).toThrow(/^page: /);
  });

  it('gives scripts and style sheets of ours their integrity', () => {
    const root = mkdtempSync(join(tmpdir(), 'headers-'));
    mkdirSync(join(root, '_astro'));
    writeFileSync(join(root, '_astro/a.js'), 'x');
    // printf x | openssl dgst -sha256 -binary | base64
    const digest = 'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=';
    const html = withIntegrity('<script type="module" src="/_astro/a.js"></script>', root);
    expect(html).toBe(`<script type="module" src="/_astro/a.js" integrity="${digest}"></script>`);
    expect(withIntegrity(html, root)).toBe(html);
  });
});
