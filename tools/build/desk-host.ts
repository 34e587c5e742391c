import { readFileSync } from 'node:fs';
import type { SiteEnv } from '../../src/site/site-env.ts';

/** Where wrangler.toml says what the worker is handed: on this computer, and on the live site. */
const SECTIONS: Record<SiteEnv, string> = { local: '[vars]', production: '[env.live.vars]' };

/**
 * The name of the desk's own host, without a port: `DESK_HOST` of the environment, or what wrangler.toml hands the
 * worker. Throws when neither says it.
 */
export function deskHost(env: SiteEnv): string {
  const [, section = ''] = readFileSync('wrangler.toml', 'utf8').split(`\n${SECTIONS[env]}\n`);
  const [, written] = /^DESK_HOST = "([^"]+)"$/m.exec(section.split('\n[')[0] ?? '') ?? [];
  const host = process.env['DESK_HOST'] || written;
  if (!host) throw new Error(`wrangler.toml names no DESK_HOST below ${SECTIONS[env]}.`);
  return host.replace(/:\d+$/, '');
}

/** The origin of the desk of the site at `site`: the same protocol and port, at the desk's own host. */
export function deskOrigin(site: string, env: SiteEnv = 'local'): string {
  const url = new URL(site);
  url.hostname = deskHost(env);
  return url.origin;
}
