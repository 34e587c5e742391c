// The centre key: `npm run keys`, or `node keys.mjs`, one file that needs Node and nothing else. Run `new` on a computer
// that is not on a network, and keep the secret file there.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PublishedKeys } from '../../src/protocol/wire/centre-key.ts';
import { startProgress } from '../terminal/progress.ts';
import { readOptions, runTool, stop } from '../terminal/run-tool.ts';
import { drawAndAskBack } from './draw-passphrase.ts';
import { drills } from './drills.ts';
import { createKeyFile, type KeyFile, keyFileFaults, readKeyFile } from './key-file.ts';
import { recover } from './recover.ts';
import { rotate } from './rotate.ts';
import { split } from './split.ts';
import { refuseWorkTree } from './work-tree.ts';

/** Whether this runs as the single file, where there is no npm and no repository. */
const alone = process.argv[1]?.endsWith('keys.mjs') ?? false;
const COMMAND = alone ? 'node keys.mjs' : 'npm run keys --';
const PUBLIC_FILE = alone ? 'centre-key.json' : 'content/centre-key.json';

const USAGE = `Usage:
  ${COMMAND} new [--key FILE] [--public FILE]   draw a centre key for the real site
  ${COMMAND} rotate [--key FILE] [--public FILE] [--members FILE] [--sealed FILE]
                                                draw the next key beside those there are, and seal it to the members
                                                of the list that was saved at the desk
  ${COMMAND} fingerprint [--key FILE]           show the fingerprint of each key, newest first, to compare with print
  ${COMMAND} split [--key FILE] [--shares 5] [--needed 3] [--out FOLDER]
                                                put the keys on paper: any 3 of the 5 shares give them back
  ${COMMAND} recover [--key FILE] [--public FILE] [--check]
                                                make a key file of shares on paper; --check only tries them
  ${COMMAND} drills [--key FILE] [--days 400] [--out FILE]
                                                seal a drill for each day, for the watcher of the alarm (drills.json)
${alone ? '' : `  ${COMMAND} bundle [--out FILE]                one file that does this on a computer without a network\n`}
  --key FILE      the secret half, under a passphrase, outside every git repository (centre-key.secret.json)
  --public FILE   the public half, to be committed as content/centre-key.json (${PUBLIC_FILE})`;

const { values, positionals } = readOptions(
  {
    allowPositionals: true,
    options: {
      key: { type: 'string', default: 'centre-key.secret.json' },
      public: { type: 'string', default: PUBLIC_FILE },
      shares: { type: 'string', default: '5' },
      needed: { type: 'string', default: '3' },
      out: { type: 'string' },
      days: { type: 'string', default: '400' },
      members: { type: 'string' },
      sealed: { type: 'string' },
      check: { type: 'boolean', default: false },
    },
  },
  USAGE,
);

async function create(): Promise<void> {
  for (const file of [values.key, values.public]) {
    if (existsSync(file))
      stop(`${file} exists already, and a lost key is lost for good. Nothing was changed.`);
  }
  for (const folder of [values.key, values.public].map((file) => dirname(resolve(file)))) {
    if (!existsSync(folder)) stop(`There is no folder ${folder}. Make it first. Nothing was changed.`);
  }
  refuseWorkTree(values.key);
  const passphrase = await drawAndAskBack();
  const progress = startProgress();
  progress.step('Drawing the key and stretching the passphrase');
  const { keys } = await createKeyFile('production', passphrase, values.key, values.public);
  progress.end('Done');
  console.log(`Secret half:  ${values.key}   Never copy it to a computer on a network, never commit it.`);
  console.log(`Public half:  ${values.public}   Commit this one; the next build carries it.`);
  console.log(`Fingerprint:  ${keys[0]?.fingerprint}   Print it, so that people can compare.`);
}

/** The key file, if it is there. Else ends the tool. */
function keyFile(): KeyFile {
  const read = readKeyFile(values.key);
  return read.ok ? read.file : stop(`${values.key}: ${keyFileFaults[read.code]}`);
}

/** The public half that is there; null where there is none, or it is something else. */
function publicHalf(): PublishedKeys | null {
  try {
    return PublishedKeys.parse(JSON.parse(readFileSync(values.public, 'utf8')));
  } catch {
    return null;
  }
}

/** Whether the public half that is there belongs to a key file: it will be written anew. */
function isPublicHalfOf({ keys }: KeyFile): boolean {
  return publicHalf()?.keys.every(({ keyId }) => keys.some((key) => key.keyId === keyId)) ?? false;
}

function showFingerprint(): void {
  for (const { fingerprint } of keyFile().keys) console.log(fingerprint);
}

await runTool(async () => {
  const [command] = positionals;
  if (command === 'new') await create();
  else if (command === 'rotate') {
    const file = keyFile();
    await rotate(values, { file, isPublicHalf: isPublicHalfOf(file) });
  } else if (command === 'fingerprint') showFingerprint();
  else if (command === 'split') await split(values, COMMAND);
  else if (command === 'recover') await recover(values, publicHalf);
  else if (command === 'drills') await drills(values);
  else stop(USAGE);
}, USAGE);
