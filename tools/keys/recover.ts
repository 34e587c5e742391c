import { existsSync } from 'node:fs';
import { type CentreSecret, centrePair } from '../../src/protocol/seal/centre-pair.ts';
import { describeCentreKey, type PublishedKeys } from '../../src/protocol/wire/centre-key.ts';
import { clearScreen } from '../terminal/clear-screen.ts';
import { type PassphrasePrompt, typedPassphrases } from '../terminal/passphrase-prompt.ts';
import { startProgress } from '../terminal/progress.ts';
import { stop } from '../terminal/run-tool.ts';
import { drawAndAskBack } from './draw-passphrase.ts';
import { type KeyUse, restoreKeyFile } from './key-file.ts';
import { type LineFault, linesAfter, readLine, type Share, sameSet, shareOf } from './share-lines.ts';
import { joinShares } from './shares.ts';
import { refuseWorkTree } from './work-tree.ts';

const LINE_FAULTS: Record<LineFault, string> = {
  length: 'A line has five groups of four letters. Type it again.',
  letter: 'There is a letter in it that no line has. Type it again.',
  check: 'A letter or more is not as on the paper. Type it again.',
};

/** Asks for one line of a share until it is right. Ends the tool when nothing is typed. */
async function askLine(prompt: PassphrasePrompt, line: number, first: Uint8Array | null, of: string) {
  for (;;) {
    const typed = await prompt.ask(`Line ${line}${of}: `);
    if (typed.trim() === '') return stop('Nothing was typed, and nothing was made.');
    const read = readLine(typed, line, first);
    if (read.ok) return read.bytes;
    console.error(LINE_FAULTS[read.code]);
  }
}

/** Asks for one share, line by line. */
async function askShare(prompt: PassphrasePrompt): Promise<Share> {
  const first = await askLine(prompt, 1, null, '');
  const count = linesAfter(first) ?? stop('This share was made by another version of this tool.');
  const lines = [first];
  while (lines.length < count) lines.push(await askLine(prompt, lines.length + 1, first, ` of ${count}`));
  return shareOf(lines);
}

/** Asks for as many shares of one set as give the keys back. */
async function askShares(): Promise<Share[]> {
  const prompt = typedPassphrases({ seen: true });
  const shares: Share[] = [];
  try {
    for (let needed = 2; shares.length < needed; ) {
      console.error(
        shares.length === 0 ? 'The first share:' : `Share ${shares.length + 1} of the ${needed} needed:`,
      );
      const share = await askShare(prompt);
      const [first = share] = shares;
      needed = first.needed;
      if (!sameSet(first, share)) console.error('This share is of another set: it was made at another time.');
      else if (shares.some(({ number }) => number === share.number))
        console.error('This share was typed already.');
      else shares.push(share);
    }
    return shares;
  } finally {
    prompt.close();
    clearScreen();
  }
}

/** What the public half that is there says of keys that were given back. Ends the tool where it is of another centre. */
function compare(recovered: PublishedKeys['keys'], published: PublishedKeys | null, file: string): void {
  if (!published) return;
  const missing = published.keys.filter(({ keyId }) => recovered.every((key) => key.keyId !== keyId));
  if (missing.length === published.keys.length) stop(`${file} is of another key. Nothing was made.`);
  for (const { fingerprint } of missing)
    console.error(`Not in these shares, which are older than it: the key ${fingerprint}`);
}

/** Gives the keys back that shares on paper hold: as a new key file under a new passphrase, or to `check` the papers. */
export async function recover(
  options: { key: string; public: string; check: boolean },
  readPublished: () => PublishedKeys | null,
): Promise<void> {
  const { key, check } = options;
  if (!check) {
    if (existsSync(key)) stop(`${key} exists already. Nothing was made.`);
    refuseWorkTree(key);
  }
  const joined: { use: KeyUse; keys: CentreSecret[] } =
    (await joinShares(await askShares())) ?? stop('These shares do not give a key back. Nothing was made.');
  const described = joined.keys.map((secret) => describeCentreKey(centrePair(secret)));
  for (const { fingerprint } of described) console.log(`Fingerprint:  ${fingerprint}`);
  compare(described, readPublished(), options.public);
  if (check) {
    console.log('These shares give the keys back. Nothing was written.');
    return;
  }
  const passphrase = await drawAndAskBack();
  const progress = startProgress();
  progress.step('Stretching the passphrase');
  await restoreKeyFile(joined.use, joined.keys, passphrase, key, options.public);
  progress.end('Done');
  console.log(`Secret half:  ${key}   It opens all that was sealed to the keys above.`);
}
