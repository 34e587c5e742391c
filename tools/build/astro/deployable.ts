import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { publishedKeys } from '../../../src/site/centre-key.ts';
import { siteOrigin } from '../../../src/site/origin.ts';
import { type SiteEnv, siteEnv } from '../../../src/site/site-env.ts';
import { deskHost } from '../desk-host.ts';
import { filesBelow } from '../files-below.ts';

/** What a build was made for and of. Stands beside the pages, as `build.json`, and is not served. */
export type BuildRecord = {
  v: 1;
  env: SiteEnv;
  /** Where the site will live. */
  origin: string;
  /** The name of the desk's own host. */
  deskHost: string;
  /** The key ids of the centre's keys, newest first. */
  keyIds: string[];
  /** SHA-256, in hex, of each file below `client/`, by its path there with `/`. */
  files: Record<string, string>;
};

/**
 * An Astro integration, the last one: writes what was built, for `tools/build/deploy-guard.mjs`, and takes away the second
 * configuration that Cloudflare's adapter writes. `wrangler deploy` would prefer it to wrangler.toml, whichever build
 * wrote it last, also one of a test.
 */
export function deployable(): AstroIntegration {
  let root = '';
  return {
    name: 'deployable',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.outDir);
      },
      'astro:build:done': ({ dir }) => {
        const client = fileURLToPath(dir);
        const files = Object.fromEntries(
          filesBelow(client).map((path) => [
            path,
            createHash('sha256')
              .update(readFileSync(join(client, path)))
              .digest('hex'),
          ]),
        );
        const keyIds = publishedKeys().keys.map(({ keyId }) => keyId);
        const env = siteEnv();
        const record: BuildRecord = {
          v: 1,
          env,
          origin: siteOrigin,
          deskHost: deskHost(env),
          keyIds,
          files,
        };
        writeFileSync(join(root, 'build.json'), `${JSON.stringify(record, null, 1)}\n`);
        rmSync('.wrangler/deploy', { recursive: true, force: true });
        rmSync(join(root, 'server/wrangler.json'), { force: true });
      },
    },
  };
}
