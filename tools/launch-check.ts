// npm run launch-check: what is still open before the site may go live. Fails while anything is.
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { loadFacts } from '../src/facts/load.ts';

const QUESTIONS = 'content/launch/questions.yaml';
const CENTRE_KEY = 'content/centre-key.json';

const Questions = z.array(z.strictObject({ question: z.string().min(1), answered: z.boolean() }));

const facts = [...loadFacts()].filter(([, { confirmed }]) => !confirmed);
const questions = Questions.parse(parse(readFileSync(QUESTIONS, 'utf8'))).filter(({ answered }) => !answered);
const missing = existsSync(CENTRE_KEY)
  ? []
  : [`${CENTRE_KEY} is missing. Draw the centre's key: npm run keys -- new`];

/** A fact's value in one line. */
function shown(value: unknown): string {
  if (value === null) return 'not known';
  if (value === true) return 'a claim in the texts';
  return typeof value === 'object' ? Object.values(value).join(' | ') : String(value);
}

function list(title: string, lines: string[]): void {
  if (lines.length > 0) console.log(`\n${title}\n${lines.map((line) => `  ☐ ${line}`).join('\n')}`);
}

list(
  `Facts that PAG-ASA must confirm (${facts.length}), in content/`,
  facts.map(([key, { value, source }]) => `${key}: ${shown(value)}\n      ${source}`),
);
list(
  `Questions to answer (${questions.length}), in ${QUESTIONS}`,
  questions.map(({ question }) => question),
);
list('Missing', missing);

const open = facts.length + questions.length + missing.length;
console.log(open === 0 ? 'Nothing is open.' : `\n${open} points are open. The site must not go live.`);
process.exitCode = open === 0 ? 0 : 1;
