// npm start: builds the site with a throw-away key and serves it with its worker and store, all on this computer.
import { buildSite } from './build-site.ts';
import { createInvite, inviteLink, inviteSql } from './create-invite.ts';
import { openKeyFile } from './key-file.ts';
import { localKey } from './local-key.ts';
import { LOCAL_STATE, migrate, withLocalDatabase } from './local-store.ts';
import { serveSite } from './serve-site.ts';

const port = Number(process.env.PORT ?? 8787);
const origin = `http://localhost:${port}`;

/** An invitation for the first member, or null when the desk has members already. */
async function inviteFirstMember(keyFile: string, passphrase: string): Promise<string | null> {
  const opened = await openKeyFile(keyFile, passphrase);
  if (!opened.ok)
    throw new Error(`The throw-away key in ${keyFile} does not open. Delete .local/ to draw another.`);
  return withLocalDatabase(LOCAL_STATE, async (database) => {
    const members = await database
      .prepare('SELECT count(*) AS count FROM members')
      .first<{ count: number }>();
    if (members && members.count > 0) return null;
    const invite = createInvite(opened.secretKeys);
    await database.prepare(inviteSql(invite)).run();
    return inviteLink(origin, invite.secret);
  });
}

console.log('Preparing the key and the store …');
const key = await localKey('.local');
migrate(LOCAL_STATE);
const invitation = await inviteFirstMember(key.secretFile, key.passphrase);
console.log('Building the site …');
buildSite('dist', key.publicFile);
console.log('Starting the server …');
const site = await serveSite({ port, pages: 'dist/client', state: LOCAL_STATE, log: '.local/server.log' });

console.log(`
Ready: ${origin}

  Site      ${origin}/nl/   ${origin}/fr/   ${origin}/en/
  Form      ${origin}/nl/info/a/
  Mailbox   ${origin}/nl/info/b/
  Desk      ${invitation ?? `${origin}/nl/desk/`}
${invitation ? '            This link makes the first member. It works once, for three days.\n' : ''}
  Throw-away key   ${key.secretFile}, passphrase ${key.passphrase}

Ctrl+C stops it.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void site.stop());
process.exitCode = (await site.ended) ?? 0;
