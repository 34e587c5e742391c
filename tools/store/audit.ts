// npm run audit: what the members of the desk did, and whether it is whole, without the desk.
import { readFileSync } from 'node:fs';
import { keyFileFaults, openKeyFile } from '../keys/key-file.ts';
import { passphrasePrompt } from '../terminal/passphrase-prompt.ts';
import { startProgress } from '../terminal/progress.ts';
import { readOptions, runTool, stop } from '../terminal/run-tool.ts';
import { auditOf, seenBefore } from './audit-of.ts';
import { LOCAL_STATE, withLocalDatabase } from './local-store.ts';
import { readTrails } from './read-trails.ts';

const USAGE = `Usage: npm run audit -- --local --key FILE [--before FILE]

Prints one JSON object a line for each act of the members, oldest first, with what it was where that is still kept; then one
for each member with the newest link of their trail. Kept, these lines are what --before takes: then it is seen too if
anything has been cut off since. What is not whole is named on standard error, and the exit code is then 1.`;

const { values } = readOptions(
  {
    options: {
      local: { type: 'boolean', default: false },
      key: { type: 'string' },
      before: { type: 'string' },
      state: { type: 'string', default: LOCAL_STATE },
    },
  },
  USAGE,
);

await runTool(async () => {
  const { local, key, before, state } = values;
  if (!local || !key) stop(USAGE);
  const seen = before === undefined ? [] : seenBefore(readFileSync(before, 'utf8'));
  if (!seen) stop(`${before} is nothing that this command printed.`);
  const prompt = passphrasePrompt();
  const passphrase = await prompt.ask('Passphrase of the key file: ');
  prompt.close();
  const progress = startProgress({ terminalOnly: true });
  progress.step('Stretching the passphrase');
  const opened = await openKeyFile(key, passphrase);
  if (!opened.ok) stop(`${key}: ${keyFileFaults[opened.code]}`);

  progress.step('Reading the store');
  const rows = await withLocalDatabase(state, readTrails);
  const { lines, heads, faults } = auditOf(rows, opened.keys, seen);
  progress.clear();
  for (const line of [...lines, ...heads]) console.log(JSON.stringify(line));
  for (const { kind, name, member, seq } of faults)
    console.error(`Not whole: ${kind}, act ${seq} of ${name ?? member ?? 'somebody'}`);
  progress.end(`${lines.length} acts of ${heads.length} members`);
  if (faults.length > 0) stop('The record is not what the members wrote.');
}, USAGE);
