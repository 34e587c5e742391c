// npm run open: opens every envelope of a store with the centre's key file, without the desk.
import { parseArgs } from 'node:util';
import { keyFileFaults, openKeyFile } from './key-file.ts';
import { LOCAL_STATE, withLocalDatabase } from './local-store.ts';
import { openStore } from './open-store.ts';
import { passphrasePrompt } from './passphrase-prompt.ts';
import { readStore } from './read-store.ts';

const USAGE = `Usage: npm run open -- --local --key FILE

Prints one JSON object a line for each referral, request and message that opens. What does not open is named on
standard error, and the exit code is then 1.`;

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

const { values } = parseArgs({
  options: {
    local: { type: 'boolean', default: false },
    key: { type: 'string' },
    state: { type: 'string', default: LOCAL_STATE },
  },
});
if (!values.local || !values.key) stop(USAGE);

const prompt = passphrasePrompt();
const opened = await openKeyFile(values.key, await prompt.ask('Passphrase of the key file: '));
prompt.close();
if (!opened.ok) stop(`${values.key}: ${keyFileFaults[opened.code]}`);

const store = await withLocalDatabase(values.state, readStore);
let unopened = 0;
for (const result of openStore(store, opened.secretKeys)) {
  if (result.ok) {
    console.log(JSON.stringify(result.line));
  } else {
    unopened += 1;
    console.error(`Not opened: ${result.row} (${result.code})`);
  }
}
if (unopened > 0) stop(`${unopened} of ${store.length} envelopes did not open with this key.`);
