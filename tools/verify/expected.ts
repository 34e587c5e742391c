import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import * as z from 'zod';
import { isOfDesk } from '../../functions/pages/site-at.ts';
import { languagesOf, original } from '../../src/i18n/languages.ts';
import { PublishedKeys } from '../../src/protocol/wire/centre-key.ts';
import { filesBelow } from '../build/files-below.ts';
import { readHeadersFile } from './headers-file.ts';

/** The two hosts of a site: the public one, and the desk's own. */
export type Host = 'site' | 'desk';

/** Where each host of a site is asked. */
export type Hosts = Record<Host, URL>;

/** A file of the build, where it is served, and what must come with it. */
export type ExpectedFile = {
  /** The path on the site, such as `/nl/`. */
  path: string;
  /** The host that has it. */
  at: Host;
  body: Buffer;
  /** The first word of its content type, such as `text/html`. */
  type: string;
  headers: Map<string, string>;
};

/** A build as its site should answer. */
export type Expected = {
  env: 'production' | 'local';
  origin: string;
  /** The name of the desk's own host. */
  deskHost: string;
  /** Of the newest key. */
  fingerprint: string;
  files: ExpectedFile[];
  /** What a path gets at a host by the rules of the build. */
  headersFor: (path: string, at: Host) => Map<string, string>;
  /** The page for a missing address below a path, at a host. */
  notFound: (path: string, at: Host) => Buffer;
};

const Record = z.object({
  v: z.literal(1),
  env: z.enum(['production', 'local']),
  origin: z.string(),
  deskHost: z.string(),
  keyIds: z.array(z.string()),
  files: z.record(z.string(), z.string()),
});

const TYPES: { [ending: string]: string } = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.ogg': 'audio/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** What Cloudflare reads and does not serve, and the pages that it shows for what is missing. */
const UNSERVED = /^(_headers|_redirects|\.assetsignore)$|(^|\/)404\.html$/;

/** What Cloudflare sends with a file for which the build names no caching. */
const USUAL_CACHING = 'public, max-age=0, must-revalidate';

/** Reads a build and its record. Throws when there is none, or when a file was changed after it was built. */
export function readExpected(build: string): Expected {
  const client = join(build, 'client');
  if (!existsSync(join(build, 'build.json')))
    throw new Error(`There is no build in ${build}/. Make one from the commit that is live: npm run build`);
  const record = Record.parse(JSON.parse(readFileSync(join(build, 'build.json'), 'utf8')));
  const names = filesBelow(client);
  const changed = [...new Set([...names, ...Object.keys(record.files)])].find(
    (name) => !names.includes(name) || hash(readFileSync(join(client, name))) !== record.files[name],
  );
  if (changed) throw new Error(`${build}/client/${changed} was changed after it was built. Build again.`);

  const rules = readHeadersFile(readFileSync(join(client, '_headers'), 'utf8'));
  const headersFor = (path: string, at: Host) =>
    rules(path, at === 'desk' ? record.deskHost : 'site.invalid');
  const served = names.filter((name) => !UNSERVED.test(name));
  const files = served.map((name) => {
    const path = `/${name.replace(/(^|\/)index\.html$/, '$1')}`;
    const at: Host = isOfDesk(path) ? 'desk' : 'site';
    const headers = headersFor(path, at);
    if (!headers.has('cache-control')) headers.set('cache-control', USUAL_CACHING);
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    return { path, at, body: readFileSync(join(client, name)), type, headers };
  });
  const { keys } = PublishedKeys.parse(JSON.parse(readFileSync(join(client, 'key.json'), 'utf8')));
  const { env, origin, deskHost } = record;
  return {
    env,
    origin,
    deskHost,
    fingerprint: keys[0]?.fingerprint ?? '',
    files,
    headersFor,
    notFound: (path, at) => nearestNotFound(client, path, at),
  };
}

const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

function nearestNotFound(client: string, path: string, at: Host): Buffer {
  const [, first = ''] = path.split('/');
  if (at === 'desk') {
    const language = languagesOf('desk').find((known) => known === first) ?? original;
    return readFileSync(join(client, language, 'desk/404.html'));
  }
  const own = join(client, first, '404.html');
  return readFileSync(existsSync(own) ? own : join(client, '404.html'));
}
