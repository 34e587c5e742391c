import type { Api } from '../api/client.ts';
import type { ApiFault } from '../api/result.ts';
import type { TabStore } from '../drafts/tab-store.ts';

/** Milliseconds between two tries of ending a session while the worker can't be reached. */
const TRY_AGAIN = 5000;

/** What is no answer of the worker's, or one that it can't keep to. */
const AWAY: readonly ApiFault[] = ['offline', 'timeout', 'foreign', 'unavailable', 'internal'];

/** Whether the worker itself answered, so that the session has ended or is not there any more. */
async function endSession(api: Api, tab: TabStore, session: string): Promise<boolean> {
  const answer = await api.signOut(session);
  const reached = answer.ok || !AWAY.includes(answer.code);
  if (reached) tab.update({ signOuts: tab.read().signOuts.filter((one) => one !== session) });
  return reached;
}

/** Notes a session that is to end, so that it is ended later if it can't be now. */
export function noteSignOut(tab: TabStore, session: string): void {
  tab.update({ signOuts: [...tab.read().signOuts.filter((one) => one !== session), session] });
}

/** Ends the sessions that this tab could not end before. */
export async function endLeftSessions(api: Api, tab: TabStore): Promise<void> {
  await Promise.all(tab.read().signOuts.map((session) => endSession(api, tab, session)));
}

/** Resolves when the device says that it is online again, or after so many ms. */
function untilOnline(time: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, time);
    addEventListener('online', done);
  });
}

/**
 * Ends a session, trying until the worker can be reached, then loads the page anew: with the page the browser drops its
 * memory, and whatever of the desk was left in it. Without a connection it waits: a browser that is offline would show
 * its own error in place of the sign-in.
 */
export async function leaveAndReload(api: Api, tab: TabStore, session: string): Promise<void> {
  noteSignOut(tab, session);
  while (!(await endSession(api, tab, session))) await untilOnline(TRY_AGAIN);
  location.replace(location.pathname + location.search);
}
