// npm run invite: an invitation link for a member of the desk, made with the centre's key file.
import { writeFileSync } from 'node:fs';
import { deskOrigin } from '../build/desk-host.ts';
import { keyFileFaults, openKeyFile } from '../keys/key-file.ts';
import { workTreeOf } from '../keys/work-tree.ts';
import { passphrasePrompt } from '../terminal/passphrase-prompt.ts';
import { readOptions, runTool, stop } from '../terminal/run-tool.ts';
import { createInvite, inviteLink, inviteSql } from './create-invite.ts';
import { LOCAL_STATE, withLocalDatabase } from './local-store.ts';

const USAGE = `Usage:
  npm run invite -- --key FILE --local [--origin URL]        invite into the local store
  npm run invite -- --key FILE --sql OUT.sql --origin URL    write the row for the real store:
                                                            wrangler d1 execute DB --env live --remote --file OUT.sql

URL is the desk's own host, where members sign in.`;

const { values } = readOptions(
  {
    options: {
      key: { type: 'string' },
      local: { type: 'boolean', default: false },
      sql: { type: 'string' },
      origin: { type: 'string', default: deskOrigin('http://localhost:8787') },
      state: { type: 'string', default: LOCAL_STATE },
    },
  },
  USAGE,
);

await runTool(async () => {
  const { key, local, sql, origin, state } = values;
  if (!key || local === (sql !== undefined)) stop(USAGE);
  if (!URL.canParse(origin))
    stop(`“${origin}” is no address of a desk. Such as: --origin https://desk.pag-asa.be`);
  const tree = sql && workTreeOf(sql);
  if (tree)
    stop(
      `${sql} would lie in the git repository ${tree}; it holds wrapped keys. Take a folder outside of it.`,
    );

  const prompt = passphrasePrompt();
  const opened = await openKeyFile(key, await prompt.ask('Passphrase of the key file: '));
  prompt.close();
  if (!opened.ok) stop(`${key}: ${keyFileFaults[opened.code]}`);

  const invite = createInvite(opened.keys);
  if (sql) writeFileSync(sql, `${inviteSql(invite)}\n`, { mode: 0o600, flag: 'wx' });
  else await withLocalDatabase(state, (database) => database.prepare(inviteSql(invite)).run());
  console.log(inviteLink(new URL(origin).origin, invite.secret));
}, USAGE);
