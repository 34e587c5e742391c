// Sends each day one sealed drill of a book (`npm run keys -- drills`) as a form sends a referral, asks whether somebody
// answered, and has it deleted. It needs no key: what it sends was sealed where the key lies, and opens nothing.
import { readFileSync } from 'node:fs';

/** Milliseconds that an answer may take. */
const PATIENCE = 20_000;

/**
 * Seconds after its time within which a drill is still sent, and after which it is over where nobody answers: before an open desk
 * would delete it (src/desk/drill/use-drill-end.ts), which measures nothing.
 */
const LATE = 300;
const LASTS = 840;

/** Seconds after its time within which it must be over: later the worker takes no word of it. */
const LAST_WORD = 3500;

const now = () => Math.floor(Date.now() / 1000);

/**
 * @typedef {{ at: number, id: string, token: string, sent: object }} Drill
 * @typedef {{ origin: string, token: string, pause: number, lasts?: number }} Site `pause`: seconds from one
 *   question to the next; `lasts`: after how many it is over
 */

/**
 * The drills of a book, or none where it can't be read.
 * @param {string | undefined} file
 * @returns {Drill[]}
 */
export function readBook(file) {
  if (!file) return [];
  try {
    const { v, drills } = JSON.parse(readFileSync(file, 'utf8'));
    return v === 1 && Array.isArray(drills) ? drills : [];
  } catch {
    return [];
  }
}

/**
 * The drill whose time has come, or comes within some seconds; undefined where none does. `at` in Unix seconds.
 * @param {readonly Drill[]} book
 * @param {number} at
 * @param {number} ahead
 */
export function dueDrill(book, at, ahead) {
  return book.find((drill) => drill.at - ahead <= at && at < drill.at + LATE);
}

/**
 * What the worker answers: its status, and its body where that is its own; null where nothing of its own came.
 * @param {string} url
 * @param {string} method
 * @param {object} body
 * @param {string} [token]
 */
async function send(url, method, body, token) {
  try {
    const answer = await fetch(url, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return { status: answer.status, body: await answer.json() };
  } catch {
    return null;
  }
}

const wait = (seconds) => new Promise((resolve) => setTimeout(resolve, Math.max(0, seconds) * 1000));

/**
 * Holds a drill from its time on until it is over. Says whether it was sent, answered and deleted; null where it was over before,
 * as when this machine was started anew.
 * @param {Drill} drill
 * @param {Site} site
 */
export async function holdDrill({ at, id, token, sent }, { origin, token: secret, pause, lasts = LASTS }) {
  await wait(at - now());
  const began = await tryUntil(at + LATE, pause, async () => {
    const answer = await send(`${origin}/api/referrals/${id}`, 'PUT', sent);
    if (answer?.body.ok === true && answer.body.id === id) return 'sent';
    return answer?.status === 410 ? 'over' : null;
  });
  if (began !== 'sent') return began === 'over' ? null : false;
  const ask = async (more = {}) => {
    const answer = await send(`${origin}/api/pulse/drill`, 'POST', { since: at, ...more }, secret);
    if (answer?.body.ok === true) return answer.body.answered === true;
    // Somebody else has deleted it: how it went nobody knows.
    return answer?.status === 401 ? false : null;
  };
  await tryUntil(at + lasts, pause, async () => ((await ask()) ? 'answered' : null));
  const ended = await tryUntil(at + LAST_WORD, pause, () => ask({ end: token }));
  return ended === true;
}

/**
 * Tries until something comes, or the time (Unix seconds) is over: then null.
 * @template Found
 * @param {number} until
 * @param {number} pause
 * @param {() => Promise<Found | null>} what
 */
async function tryUntil(until, pause, what) {
  for (;;) {
    const found = await what();
    if (found !== null) return found;
    if (now() + pause > until) return null;
    await wait(pause);
  }
}
