// The centre key: `npm run keys`, or `node keys.mjs`, one file that needs Node and nothing else. Run `new` on a computer
// that is not on a network, and keep the secret file there.
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { startProgress } from '../terminal/progress.ts';
import { readOptions, runTool, stop } from '../terminal/run-tool.ts';
import { drawAndAskBack } from './draw-passphrase.ts';
import { createKeyFile, keyFileFaults, readKeyFile } from './key-file.ts';
import { workTreeOf } from './work-tree.ts';

/** Whether this runs as the single file, where there is no npm and no repository. */
const alone = process.argv[1]?.endsWith('keys.mjs') ?? false;
const COMMAND = alone ? 'node keys.mjs' : 'npm run keys --';
const PUBLIC_FILE = alone ? 'centre-key.json' : 'content/centre-key.json';

const USAGE = `Usage:
  ${COMMAND} new [--key FILE] [--public FILE]   draw a centre key for the real site
  ${COMMAND} fingerprint [--key FILE]           show its fingerprint, to compare with print
${alone ? '' : `  ${COMMAND} bundle [--out FILE]                one file that does this on a computer without a network\n`}
  --key FILE      the secret half, under a passphrase, outside every git repository (centre-key.secret.json)
  --public FILE   the public half, to be committed as content/centre-key.json (${PUBLIC_FILE})`;

const { values, positionals } = readOptions(
  {
    allowPositionals: true,
    options: {
      key: { type: 'string', default: 'centre-key.secret.json' },
      public: { type: 'string', default: PUBLIC_FILE },
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
  const tree = workTreeOf(values.key);
  if (tree) {
    stop(
      `${values.key} would lie in the git repository ${tree}, one “git add” from everybody. Nothing was changed. Take a ` +
        `folder outside: ${COMMAND} new --key /media/stick/centre-key.secret.json`,
    );
  }
  const passphrase = await drawAndAskBack();
  const progress = startProgress();
  progress.step('Drawing the key and stretching the passphrase');
  const key = await createKeyFile('production', passphrase, values.key, values.public);
  progress.end('Done');
  console.log(`Secret half:  ${values.key}   Never copy it to a computer on a network, never commit it.`);
  console.log(`Public half:  ${values.public}   Commit this one; the next build carries it.`);
  console.log(`Fingerprint:  ${key.fingerprint}   Print it, so that people can compare.`);
}

function showFingerprint(): void {
  const read = readKeyFile(values.key);
  if (!read.ok) stop(`${values.key}: ${keyFileFaults[read.code]}`);
  console.log(read.file.fingerprint);
}

await runTool(async () => {
  const [command] = positionals;
  if (command === 'new') await create();
  else if (command === 'fingerprint') showFingerprint();
  else stop(USAGE);
}, USAGE);
