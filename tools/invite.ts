// npm run invite: an invitation link for a member of the desk, made with the centre's key file.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createInvite, inviteLink, inviteSql } from './create-invite.ts';
import { keyFileFaults, openKeyFile } from './key-file.ts';
import { LOCAL_STATE, withLocalDatabase } from './local-store.ts';
import { passphrasePrompt } from './passphrase-prompt.ts';

const USAGE = `Usage:
  npm run invite -- --key FILE --local [--origin URL]        invite into the local store
  npm run invite -- --key FILE --sql OUT.sql --origin URL    write the row for the real store:
                                                            wrangler d1 execute DB --remote --file OUT.sql`;

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

const { values } = parseArgs({
  options: {
    key: { type: 'string' },
    local: { type: 'boolean', default: false },
    sql: { type: 'string' },
    origin: { type: 'string', default: 'http://localhost:8787' },
    state: { type: 'string', default: LOCAL_STATE },
  },
});
if (!values.key || values.local === (values.sql !== undefined)) stop(USAGE);

const prompt = passphrasePrompt();
const opened = await openKeyFile(values.key, await prompt.ask('Passphrase of the key file: '));
prompt.close();
if (!opened.ok) stop(`${values.key}: ${keyFileFaults[opened.code]}`);

const invite = createInvite(opened.secretKeys);
if (values.sql) writeFileSync(values.sql, `${inviteSql(invite)}\n`, { mode: 0o600 });
else await withLocalDatabase(values.state, (database) => database.prepare(inviteSql(invite)).run());
console.log(inviteLink(values.origin, invite.secret));
