// npm start: builds the site with a throw-away key and serves it with its worker and store, all on this computer.
import { parseArgs } from 'node:util';
import { languages } from '../../src/i18n/languages.ts';
import { pathTo } from '../../src/site/routes.ts';
import { buildSite } from '../build/build-site.ts';
import { deskOrigin } from '../build/desk-host.ts';
import { requireWholeContent } from '../check/content/problems.ts';
import { openKeyFile } from '../keys/key-file.ts';
import { inviteLink, storeInvite } from '../store/create-invite.ts';
import { letInLocally } from '../store/let-in-local.ts';
import { LOCAL_STATE, migrate, withLocalDatabase } from '../store/local-store.ts';
import { startProgress } from '../terminal/progress.ts';
import { runTool, stop, wordsOf } from '../terminal/run-tool.ts';
import { localKey } from './local-key.ts';
import { portIsFree, readPort } from './port.ts';
import { serveSite } from './serve-site.ts';

/** An invitation for the first member, with what lets them in; null when the desk has members already. */
async function inviteFirstMember(keyFile: string, passphrase: string) {
  const opened = await openKeyFile(keyFile, passphrase);
  if (!opened.ok) stop(`The throw-away key in ${keyFile} does not open. Delete .local/ to draw another.`);
  const invite = await withLocalDatabase(LOCAL_STATE, async (database) => {
    const members = await database
      .prepare('SELECT count(*) AS count FROM members')
      .first<{ count: number }>();
    return members && members.count > 0 ? null : storeInvite(database);
  });
  return invite && { invite, letIn: () => letInLocally(LOCAL_STATE, invite.id, opened.keys) };
}

await runTool(async () => {
  parseArgs();
  await requireWholeContent();
  const port = readPort(process.env['PORT'] ?? '8787', 'PORT');
  if (!(await portIsFree(port)))
    stop(`Port ${port} is in use. Stop what uses it, or take another: PORT=${port + 1} npm start`);
  const origin = `http://localhost:${port}`;
  const desk = deskOrigin(origin);

  const progress = startProgress();
  progress.step('Preparing the key and the store');
  const key = await localKey('.local');
  migrate(LOCAL_STATE);
  const first = await inviteFirstMember(key.secretFile, key.passphrase);
  progress.step('Building the site');
  await buildSite('dist', key.publicFile, { progress });
  progress.step('Starting the server');
  const rang = () =>
    console.log(`${new Date().toLocaleTimeString('en-GB')}  The bell rings: something waits at the desk.`);
  const site = await serveSite({
    port,
    pages: 'dist/client',
    state: LOCAL_STATE,
    log: '.local/server.log',
    rang,
  });
  progress.end('Done');

  console.log(`
Ready: ${origin}

  Site      ${languages.map((language) => origin + pathTo('home', language)).join('   ')}
  Form      ${origin}${pathTo('form', 'nl')}
  Mailbox   ${origin}${pathTo('mailbox', 'nl')}
  Desk      ${first ? inviteLink(desk, first.invite) : desk + pathTo('desk', 'nl')}
${first ? '            This link makes the first member. It works once, while this runs.\n' : ''}
  Throw-away key   ${key.secretFile}, passphrase ${key.passphrase}

Ctrl+C stops it.`);

  // Nobody has to be compared with whom: the key is a throw-away one.
  void first?.letIn().catch((error) => console.error(wordsOf(error)));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void site.stop());
  // What waits for the first member ends with the server.
  process.exit((await site.ended) ?? 0);
}, 'Usage: npm start\n\nPORT=8788 npm start takes another port than 8787.');
