// Watches the bell of the desk from a machine that is not Cloudflare's, holds a drill of it each day, and tells somebody when it
// is not well. Plain JavaScript without any package, for whatever machine has Node 20: see README.md beside it.
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { dueDrill, holdDrill, readBook } from './drill.mjs';

/** Seconds between two questions, how many in a row must fail, and after how many more minutes it is told again. */
const EVERY = 60;
const FAILURES = 3;
const AGAIN = 30;

/** The hour, by the clock of this machine, at which it says each day that it is alive. */
const ALIVE_AT = 9;

/** How many days before its last drill it is told that the book ends. */
const ENDS = 30;

/** Seconds from one question whether a drill was answered to the next. */
const ASKS = 10;

/** Milliseconds that an answer may take. */
const PATIENCE = 20_000;

/**
 * What to tell, out of one answer after the other: `down` at the third failure in a row and every half hour from then on,
 * `up` when it is well again, `alive` once a day.
 * @returns {(well: boolean, at: Date) => ('down' | 'up' | 'alive')[]}
 */
export function createJudge() {
  let failed = 0;
  let lastAlive = '';
  return (well, at) => {
    const told = [];
    if (well && failed >= FAILURES) told.push('up');
    failed = well ? 0 : failed + 1;
    if (failed >= FAILURES && (failed - FAILURES) % AGAIN === 0) told.push('down');
    const day = at.toDateString();
    if (lastAlive !== day && at.getHours() >= ALIVE_AT) {
      // Who is started in the afternoon has nothing to say of this morning.
      if (lastAlive !== '' || at.getHours() === ALIVE_AT) told.push('alive');
      lastAlive = day;
    }
    return told;
  };
}

/**
 * Asks the bell whether it is well. Only the worker's own yes counts: a page of a network in between is none.
 * @param {string} url
 * @param {string} token
 */
export async function ask(url, token) {
  try {
    const answer = await fetch(url, {
      headers: { Authorization: `Bearer ${token}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return answer.status === 200 && (await answer.json()).ok === true;
  } catch {
    return false;
  }
}

/**
 * Runs a command with one more argument, what there is to tell. Says whether it ended well.
 * @param {string} command
 * @param {string} what
 */
function tell(command, what) {
  return new Promise((resolve) => {
    const run = spawn(command, [what], { stdio: ['ignore', 'inherit', 'inherit'], shell: false });
    run.once('error', () => resolve(false));
    run.once('close', (code) => resolve(code === 0));
  });
}

async function watch() {
  const [url, token] = [process.env.PULSE_URL, process.env.PULSE_TOKEN];
  const command = process.env.WATCH_TELL;
  if (!url || !token || !command) {
    console.error('PULSE_URL, PULSE_TOKEN and WATCH_TELL must be set: see README.md beside this file.');
    process.exitCode = 1;
    return;
  }
  const every = Number(process.env.WATCH_EVERY) || EVERY;
  const book = process.env.WATCH_DRILLS;
  const site = { origin: new URL(url).origin, token, pause: Math.min(ASKS, every) };
  const judge = createJudge();
  let holding = null;
  const held = new Set();
  // What could not be told is tried again with the next question.
  const untold = [];
  for (;;) {
    const well = await ask(url, token);
    const at = new Date();
    const told = judge(well, at);
    untold.push(...told);
    if (book) {
      const drills = readBook(book);
      const seconds = at.getTime() / 1000;
      const left = drills.filter((drill) => drill.at > seconds).length;
      if (told.includes('alive') && left < ENDS) untold.push('ending');
      const due = dueDrill(drills, seconds, every);
      if (due && !holding && !held.has(due.id)) {
        held.add(due.id);
        holding = holdDrill(due, site).then((well) => {
          if (well === false) untold.push('undrilled');
          holding = null;
        });
      }
    }
    const left = [];
    for (const what of untold.splice(0)) {
      const done = await tell(command, what);
      console.log(`${at.toISOString()} ${what}${done ? '' : ': could not be told'}`);
      if (!done) left.push(what);
    }
    untold.unshift(...left);
    await new Promise((resolve) => setTimeout(resolve, every * 1000));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await watch();
