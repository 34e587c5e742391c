import { Hono } from 'hono';
import type { App } from '../../../functions/env.ts';
import { answerHeaders } from '../../../functions/http/answer-headers.ts';
import { exit } from '../../../functions/routes/public/exit.ts';
import { workerHeaders } from '../../../functions/security/headers.ts';
import { pageLanguages } from '../../../src/i18n/languages.ts';
import { AS_A_BROWSER, type Asker } from '../ask.ts';
import type { Hosts } from '../expected.ts';
import { byteDifferences } from './bytes.ts';
import type { Difference } from './differences.ts';
import { headerDifferences } from './headers.ts';

/**
 * Asks the worker: it is well at both hosts, its answers carry its headers alone, and the way out leads where this code
 * leads.
 */
export async function verifyWorker(asker: Asker, { site, desk }: Hosts): Promise<Difference[]> {
  return (
    await Promise.all([
      ...[site, desk].map((host) => verifyHealth(asker, host)),
      ...pageLanguages.map((l) => verifyExit(asker, site, l)),
    ])
  ).flat();
}

const expectedHeaders = () =>
  new Map(Object.entries(workerHeaders()).map(([name, value]) => [name.toLowerCase(), value]));

async function verifyHealth({ ask }: Asker, host: URL): Promise<Difference[]> {
  const where = '/api/health';
  const { status, headers, body } = await ask(new URL(where, host));
  const well = status === 200 && body.toString() === '{"ok":true}';
  const said = well ? [] : [`The worker is not well: ${status} ${body.toString().slice(0, 80)}`];
  return [...said, ...headerDifferences(expectedHeaders(), headers)].map((what) => ({ what, where }));
}

/** The way out for browsers without scripts, held against what this code answers to the same question. */
async function verifyExit({ ask }: Asker, site: URL, language: string): Promise<Difference[]> {
  const where = `/x?l=${language}`;
  const ours = await new Hono<App>()
    .use(answerHeaders)
    .route('/x', exit)
    .request(where, { headers: AS_A_BROWSER });
  const { status, headers, body } = await ask(new URL(where, site));
  const wanted = new Map([...ours.headers].filter(([name]) => name !== 'content-type'));
  return [
    ...(status === ours.status ? [] : [`The way out is answered with ${status}; ${ours.status} was meant.`]),
    ...headerDifferences(wanted, headers),
    ...byteDifferences(Buffer.from(await ours.arrayBuffer()), body, 'text/html'),
  ].map((what) => ({ what, where }));
}
