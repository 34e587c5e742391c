import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearScreen } from '../terminal/clear-screen.ts';
import { passphrasePrompt, typedPassphrases } from '../terminal/passphrase-prompt.ts';
import { startProgress } from '../terminal/progress.ts';
import { stop } from '../terminal/run-tool.ts';
import { keyFileFaults, openKeyFile } from './key-file.ts';
import { linesOf, type Share } from './share-lines.ts';
import { MOST_SHARES, splitKeys } from './shares.ts';
import { workTreeOf } from './work-tree.ts';

/** What is written on the paper of one share. */
function paperOf(share: Share, count: number, fingerprint: string, command: string): string {
  const lines = linesOf(share).map((line, index) => `${String(index + 1).padStart(3)}  ${line}`);
  return [
    `PAG-ASA, key of the centre: share ${share.number} of ${count}`,
    `Any ${share.needed} of the ${count} give the key back (${command} recover); fewer say nothing of it.`,
    'Keep it apart from the others. Nobody but its keeper reads it, photographs it or types it.',
    `Fingerprint of the newest key: ${fingerprint}`,
    '',
    ...lines,
    '',
  ].join('\n');
}

/** A number of an option. Ends the tool where it is none, or out of bounds. */
function wholeNumber(option: string, given: string, least: number, most: number): number {
  const number = /^\d{1,2}$/.test(given) ? Number(given) : 0;
  if (number < least || number > most) stop(`--${option} is a number from ${least} to ${most}.`);
  return number;
}

/** Shows the papers one after the other, each until it is copied. */
async function show(papers: readonly string[]): Promise<void> {
  const prompt = typedPassphrases();
  for (const paper of papers) {
    console.log(paper);
    if (process.stdout.isTTY) {
      await prompt.ask('Press Enter when it is on paper. It is then taken off the screen.');
      clearScreen();
    }
  }
  prompt.close();
}

/** Splits the keys of a key file into shares on paper: shown, or written as a file each into the folder `out`. */
export async function split(
  options: { key: string; shares: string; needed: string; out?: string },
  command: string,
): Promise<void> {
  const count = wholeNumber('shares', options.shares, 2, MOST_SHARES);
  const needed = wholeNumber('needed', options.needed, 2, count);
  const { key, out } = options;
  const tree = out !== undefined && workTreeOf(join(out, 'share'));
  if (tree)
    stop(`${out} lies in the git repository ${tree}, one “git add” from everybody. Nothing was made.`);
  const files =
    out === undefined ? [] : Array.from({ length: count }, (_, n) => join(out, `share-${n + 1}.txt`));
  for (const file of files) if (existsSync(file)) stop(`${file} exists already. Nothing was made.`);

  const prompt = passphrasePrompt();
  const passphrase = await prompt.ask('Passphrase of the key file: ');
  prompt.close();
  const progress = startProgress();
  progress.step('Stretching the passphrase and splitting the keys');
  const opened = await openKeyFile(key, passphrase);
  if (!opened.ok) stop(`${key}: ${keyFileFaults[opened.code]}`);
  const { use, keys } = opened.file;
  const shares = await splitKeys(use, opened.keys, { count, needed });
  progress.end('Done');

  const papers = shares.map((share) => paperOf(share, count, keys[0]?.fingerprint ?? '', command));
  if (out === undefined) await show(papers);
  else {
    mkdirSync(out, { recursive: true, mode: 0o700 });
    for (const [index, file] of files.entries()) {
      writeFileSync(file, papers[index] ?? '', { mode: 0o600, flag: 'wx' });
      console.log(file);
    }
    console.log('Print each, give each to its keeper, and delete the files.');
  }
  console.log(`Try them, now and each year: ${command} recover --check. After “rotate” split anew.`);
}
