import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CentreSecret } from '../../src/protocol/seal/centre-pair.ts';
import { MOST_KEYS } from '../../src/protocol/wire/fields.ts';
import type { MemberListText } from '../../src/protocol/wire/next-key.ts';
import { passphrasePrompt, typedPassphrases } from '../terminal/passphrase-prompt.ts';
import { startProgress } from '../terminal/progress.ts';
import { stop } from '../terminal/run-tool.ts';
import { readList, sealToMembers } from './hand-on-key.ts';
import { type KeyFile, keyFileFaults, openKeyFile, rotateOpened } from './key-file.ts';
import { refuseWorkTree } from './work-tree.ts';

/** Shows who is to get the next key, and goes on when the key holder has counted them. */
async function confirm({ at, members }: MemberListText): Promise<void> {
  console.log(`Members by ${new Date(at * 1000).toISOString().slice(0, 10)}, who get the next key:`);
  for (const { name } of members) console.log(`  ${name}`);
  const prompt = typedPassphrases({ seen: true });
  const typed = await prompt.ask('Is anybody there who should not be? If not, type how many they are: ');
  prompt.close();
  if (typed.trim() !== String(members.length)) stop('Nothing was changed.');
}

/**
 * Draws the next key beside those there are. For the real site it is sealed to the members of a list that an administrator
 * saved at the desk: their vaults take it in when they unlock next.
 */
export async function rotate(
  options: { key: string; public: string; members?: string; sealed?: string },
  { file, isPublicHalf }: { file: KeyFile; isPublicHalf: boolean },
): Promise<void> {
  const { key, members } = options;
  const sealedFile = options.sealed ?? join(dirname(key), 'next-key.json');
  if (file.use === 'production' && members === undefined)
    stop(
      'For the real site the next key goes to its members: save the list of members at the desk, and name it: ' +
        '--members FILE. Nothing was changed.',
    );
  if (file.keys.length >= MOST_KEYS)
    stop(`${key} holds ${MOST_KEYS} keys; no more fit. Nothing was changed.`);
  if (!isPublicHalf)
    stop(`${options.public} is not the public half of ${key}. Name it: --public FILE. Nothing was changed.`);
  if (members !== undefined) {
    if (existsSync(sealedFile)) stop(`${sealedFile} exists already. Nothing was changed.`);
    refuseWorkTree(sealedFile);
  }
  const prompt = passphrasePrompt();
  const passphrase = await prompt.ask('Passphrase of the key file: ');
  prompt.close();
  const opened = await openKeyFile(key, passphrase);
  if (!opened.ok) stop(`${key}: ${keyFileFaults[opened.code]}`);
  const list = members === undefined ? null : readList(members, opened.keys);
  if (list) await confirm(list);

  const progress = startProgress();
  progress.step('Drawing the next key');
  const handOn = list && {
    file: sealedFile,
    content: (next: CentreSecret, before: CentreSecret) => sealToMembers(next, before, list),
  };
  const { keys } = rotateOpened(opened, key, options.public, handOn);
  progress.end('Done');
  console.log(`Both halves now hold ${keys.length} keys, newest first: ${key}, ${options.public}`);
  if (list)
    console.log(
      `For the desk:  ${sealedFile}   An administrator brings it there before the new site is deployed.`,
    );
  console.log(
    `Fingerprint:  ${keys[0]?.fingerprint}   Build and deploy the site: what is written then is sealed to this key.`,
  );
}
