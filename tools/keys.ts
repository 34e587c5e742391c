// npm run keys: the centre key. Run `new` on a computer that is not on a network, and keep the secret file there.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PASSPHRASE_MINIMUM } from '../src/protocol/passphrase.ts';
import { createKeyFile, keyFileFaults, readKeyFile } from './key-file.ts';
import { passphrasePrompt } from './passphrase-prompt.ts';

const USAGE = `Usage:
  npm run keys -- new [--key FILE] [--public FILE]   draw a centre key for the real site
  npm run keys -- fingerprint [--key FILE]           show its fingerprint, to compare with print

  --key FILE      the secret half, under a passphrase (centre-key.secret.json)
  --public FILE   the public half, to be committed (content/centre-key.json)`;

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    key: { type: 'string', default: 'centre-key.secret.json' },
    public: { type: 'string', default: 'content/centre-key.json' },
  },
});

async function create(): Promise<void> {
  for (const file of [values.key, values.public]) {
    if (existsSync(file))
      stop(`${file} exists already, and a lost key is lost for good. Nothing was changed.`);
  }
  const prompt = passphrasePrompt();
  const passphrase = await prompt.ask(`Passphrase (${PASSPHRASE_MINIMUM} characters or more): `);
  const again = await prompt.ask('The same again: ');
  prompt.close();
  if (passphrase.trim().length < PASSPHRASE_MINIMUM) {
    stop(`The passphrase needs at least ${PASSPHRASE_MINIMUM} characters.`);
  }
  if (again !== passphrase) stop('The two passphrases differ.');
  const key = await createKeyFile('production', passphrase, values.key, values.public);
  console.log(`Secret half:  ${values.key}   Never copy it to a computer on a network, never commit it.`);
  console.log(`Public half:  ${values.public}   Commit this one; the next build carries it.`);
  console.log(`Fingerprint:  ${key.fingerprint}   Print it, so that people can compare.`);
}

function showFingerprint(): void {
  const read = readKeyFile(values.key);
  if (!read.ok) stop(`${values.key}: ${keyFileFaults[read.code]}`);
  console.log(read.file.fingerprint);
}

const [command] = positionals;
if (command === 'new') await create();
else if (command === 'fingerprint') showFingerprint();
else stop(USAGE);
