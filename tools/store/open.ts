// npm run open: opens every envelope of a store with the centre's key file, without the desk.
import { keyFileFaults, openKeyFile } from '../keys/key-file.ts';
import { passphrasePrompt } from '../terminal/passphrase-prompt.ts';
import { startProgress } from '../terminal/progress.ts';
import { readOptions, runTool, stop } from '../terminal/run-tool.ts';
import { LOCAL_STATE, withLocalDatabase } from './local-store.ts';
import { openStore } from './open-store.ts';
import { readStore } from './read-store.ts';

const USAGE = `Usage: npm run open -- --local --key FILE

Prints one JSON object a line for each referral, request, message, entry, handover, handoff, saved answer and tally that
opens. What does not open is named on standard error, and the exit code is then 1.`;

const { values } = readOptions(
  {
    options: {
      local: { type: 'boolean', default: false },
      key: { type: 'string' },
      state: { type: 'string', default: LOCAL_STATE },
    },
  },
  USAGE,
);

await runTool(async () => {
  const { local, key, state } = values;
  if (!local || !key) stop(USAGE);
  const prompt = passphrasePrompt();
  const passphrase = await prompt.ask('Passphrase of the key file: ');
  prompt.close();
  const progress = startProgress({ terminalOnly: true });
  progress.step('Stretching the passphrase');
  const opened = await openKeyFile(key, passphrase);
  if (!opened.ok) stop(`${key}: ${keyFileFaults[opened.code]}`);

  progress.step('Reading the store');
  const store = await withLocalDatabase(state, readStore);
  let done = 0;
  let unopened = 0;
  for (const result of openStore(store, opened.keys)) {
    done += 1;
    if (result.ok) {
      progress.step('Opening envelopes', done, store.length);
      console.log(JSON.stringify(result.line));
    } else {
      unopened += 1;
      progress.clear();
      console.error(`Not opened: ${result.row} (${result.code})`);
    }
  }
  progress.end(`Opened ${done - unopened} of ${store.length} envelopes`);
  if (unopened > 0) stop(`${unopened} of ${store.length} envelopes did not open with this key.`);
}, USAGE);
