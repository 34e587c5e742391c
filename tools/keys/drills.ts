import { randomInt } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { type NewDrill, newDrill } from '../../src/protocol/keys/drill.ts';
import { type CentreSecret, centrePair } from '../../src/protocol/seal/centre-pair.ts';
import { passphrasePrompt } from '../terminal/passphrase-prompt.ts';
import { startProgress } from '../terminal/progress.ts';
import { stop } from '../terminal/run-tool.ts';
import { keyFileFaults, openKeyFile } from './key-file.ts';
import { refuseWorkTree } from './work-tree.ts';

const DAY = 86_400;

/** The most days of one book. */
const MOST_DAYS = 800;

/**
 * Seconds after midnight UTC from which drills come, and within how many: in Brussels from 13:00 to 14:30, in summer from 14:00
 * to 15:30. Two that follow one another must lie within what the pulse allows (`DRILL_LASTS` of src/protocol/wire/api/watch.ts).
 */
const FROM = 12 * 3600;
const WITHIN = 5400;

/** What the watcher sends, one a day (tools/watch/drill.mjs). `at`: when, Unix seconds. */
export type DrillBook = { v: 1; drills: (NewDrill & { at: number })[] };

/** Seals one drill for each of so many days after a moment (Unix seconds), to a key of the centre. */
export async function newDrillBook(key: CentreSecret, after: number, days: number): Promise<DrillBook> {
  const pair = centrePair(key);
  const first = Math.floor(after / DAY) + 1;
  const drills: DrillBook['drills'] = [];
  for (let day = first; day < first + days; day++) {
    const at = day * DAY + FROM + randomInt(WITHIN);
    const drill = await newDrill(at, pair);
    if (!drill) throw new Error('A drill could not be sealed.');
    drills.push({ at, ...drill });
  }
  return { v: 1, drills };
}

/** `npm run keys -- drills`: the book of drills for the watcher, from tomorrow on. */
export async function drills({
  key,
  days,
  out = 'drills.json',
}: {
  key: string;
  days: string;
  out?: string;
}): Promise<void> {
  const count = /^\d{1,3}$/.test(days) ? Number(days) : 0;
  if (count < 1 || count > MOST_DAYS) stop(`--days is a number from 1 to ${MOST_DAYS}.`);
  if (existsSync(out)) stop(`${out} exists already. Nothing was made.`);
  refuseWorkTree(out);
  const prompt = passphrasePrompt();
  const passphrase = await prompt.ask('Passphrase of the key file: ');
  prompt.close();
  const progress = startProgress();
  progress.step('Stretching the passphrase and sealing the drills');
  const opened = await openKeyFile(key, passphrase);
  if (!opened.ok) stop(`${key}: ${keyFileFaults[opened.code]}`);
  const [newest] = opened.keys;
  if (!newest) stop(`${key}: ${keyFileFaults.not_a_key_file}`);
  const book = await newDrillBook(newest, Date.now() / 1000, count);
  writeFileSync(out, `${JSON.stringify(book)}\n`, { mode: 0o600, flag: 'wx' });
  progress.end('Done');
  console.log(
    `${out}   ${count} drills, one a day from tomorrow on. Bring it to the watcher (WATCH_DRILLS).`,
  );
  console.log('It opens nothing. Who steals it can ring the desk: keep it where only the watcher reads it.');
}
