// npm run invite: invites a member of the desk, and lets them in with the centre's key file.
import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { inviteWords } from '../../src/protocol/keys/invite-words.ts';
import { type CentreSecret, centrePair } from '../../src/protocol/seal/centre-pair.ts';
import { receiptGroups } from '../../src/protocol/seal/receipt.ts';
import { Role } from '../../src/protocol/wire/api/member.ts';
import { fromBase64url } from '../../src/protocol/wire/bytes.ts';
import { deskOrigin } from '../build/desk-host.ts';
import { keyFileFaults, openKeyFile } from '../keys/key-file.ts';
import { workTreeOf } from '../keys/work-tree.ts';
import { passphrasePrompt, typedPassphrases } from '../terminal/passphrase-prompt.ts';
import { readOptions, runTool, stop } from '../terminal/run-tool.ts';
import { drawInvite, letInSql, type OpenedInvite, openedSql, untilOpened } from './create-invite.ts';
import { LOCAL_STATE, withLocalDatabase } from './local-store.ts';

const USAGE = `Usage:
  npm run invite -- --key FILE --local [--role ROLE] [--origin URL]
                  invite into the local store, wait until it is opened, compare the words and let in
  npm run invite -- --sql OUT.sql --origin URL [--role ROLE]
                  the invitation for the real store: wrangler d1 execute DB --env live --remote --file OUT.sql
  npm run invite -- --key FILE --let-in OPENED.json --sql OUT.sql
                  compare the words with who has opened it, and write what lets them in

URL is the desk's own host, where members sign in. ROLE is administrator, or member; without it, administrator.`;

const { values } = readOptions(
  {
    options: {
      key: { type: 'string' },
      local: { type: 'boolean', default: false },
      sql: { type: 'string' },
      'let-in': { type: 'string' },
      role: { type: 'string', default: 'administrator' },
      origin: { type: 'string', default: deskOrigin('http://localhost:8787') },
      state: { type: 'string', default: LOCAL_STATE },
    },
  },
  USAGE,
);

/** What `wrangler d1 execute --json` prints for `openedSql`. */
const Opened = z
  .array(
    z.object({
      results: z.array(
        z.object({
          id: z.string().length(22),
          name: z.string(),
          boxKey: z.string().regex(/^[0-9A-F]{64}$/i),
        }),
      ),
    }),
  )
  .min(1);

function readOpened(file: string): OpenedInvite {
  const [row] = Opened.parse(JSON.parse(readFileSync(file, 'utf8'))).flatMap(({ results }) => results);
  if (!row) stop(`${file}: nobody has opened the invitation yet.`);
  return { ...row, boxKey: Uint8Array.from(Buffer.from(row.boxKey, 'hex')) };
}

async function keysOf(file: string): Promise<CentreSecret[]> {
  const prompt = passphrasePrompt();
  const opened = await openKeyFile(file, await prompt.ask('Passphrase of the key file: '));
  prompt.close();
  if (!opened.ok) stop(`${file}: ${keyFileFaults[opened.code]}`);
  return opened.keys;
}

/** Ends the tool unless somebody says that the words are the same. */
async function compareWords(invite: OpenedInvite, [newest]: readonly CentreSecret[]): Promise<void> {
  if (!newest) stop('The key file holds no key.');
  const id = fromBase64url(invite.id) ?? new Uint8Array();
  const words = inviteWords({ boxKey: invite.boxKey, invite: id, centre: centrePair(newest) });
  console.log(`\n${invite.name} has opened the invitation. Call them, and read to each other:\n`);
  console.log(words.map((word, index) => `  ${index + 1}. ${word}`).join('\n'));
  console.log('\nIf one word differs, somebody stands between you: let nobody in, and invite again.');
  const prompt = typedPassphrases();
  const answer = await prompt.ask('Are all five the same? Type “yes” to let them in: ');
  prompt.close();
  if (answer.trim().toLowerCase() !== 'yes') stop('Nobody was let in.');
}

function tell(code: string, origin: string): void {
  console.log(`Tell who is invited, by telephone or by hand:

  Address   ${new URL(origin).origin}/nl/desk/
  Code      ${receiptGroups(code).join(' ')}

The code opens nothing by itself. It works once, for three days.`);
}

await runTool(async () => {
  const { key, local, sql, origin, state, 'let-in': letIn } = values;
  const role = Role.safeParse(values.role);
  if (!role.success || local === (sql !== undefined) || ((local || letIn !== undefined) && !key)) stop(USAGE);
  if (local && letIn !== undefined) stop(USAGE);
  if (!URL.canParse(origin))
    stop(`“${origin}” is no address of a desk. Such as: --origin https://desk.pag-asa.be`);
  const tree = sql && workTreeOf(sql);
  if (tree)
    stop(
      `${sql} would lie in the git repository ${tree}, which is for what everybody may read. Take a folder outside of it.`,
    );

  if (local && key) {
    const keys = await keysOf(key);
    await withLocalDatabase(state, async (database) => {
      const invite = await drawInvite(role.data);
      await database.prepare(invite.sql).run();
      tell(invite.code, origin);
      console.log('\nWaiting until it is opened. Ctrl+C ends this; the invitation stays.');
      const opened = await untilOpened(() => database.prepare(openedSql(invite.id)).first());
      if (!opened) return;
      await compareWords(opened, keys);
      await database.prepare(letInSql(opened, keys)).run();
      console.log(`${opened.name} is let in.`);
    });
  } else if (sql && key && letIn !== undefined) {
    const keys = await keysOf(key);
    const opened = readOpened(letIn);
    await compareWords(opened, keys);
    writeFileSync(sql, `${letInSql(opened, keys)}\n`, { mode: 0o600, flag: 'wx' });
    console.log(`${sql} lets ${opened.name} in, once it is in the store.`);
  } else if (sql) {
    const invite = await drawInvite(role.data);
    writeFileSync(sql, `${invite.sql}\n`, { mode: 0o600, flag: 'wx' });
    tell(invite.code, origin);
    console.log(`
When they have opened it, this says so, into OPENED.json:
  npx wrangler d1 execute DB --env live --remote --json --command "${openedSql(invite.id)}" > OPENED.json`);
  }
}, USAGE);
