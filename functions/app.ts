import { Hono } from 'hono';
import type { App } from './env.ts';
import { answerHeaders } from './http/answer-headers.ts';
import { onFault } from './http/fault.ts';
import { ownOrigin } from './http/own-origin.ts';
import { refuse } from './http/refuse.ts';
import { signedIn } from './http/session.ts';
import { deskMessages } from './routes/desk/messages.ts';
import { deskReferrals } from './routes/desk/referrals.ts';
import { thrown } from './routes/desk/thrown.ts';
import { challenge } from './routes/door/challenge.ts';
import { invite } from './routes/door/invite.ts';
import { members } from './routes/door/members.ts';
import { session } from './routes/door/session.ts';
import { exit } from './routes/public/exit.ts';
import { health } from './routes/public/health.ts';
import { mailbox } from './routes/public/mailbox.ts';
import { referrals } from './routes/public/referrals.ts';

/** What a browser asks for before a member is signed in, and to sign them in and out. */
const door = new Hono<App>()
  .route('/invite', invite)
  .route('/members', members)
  .route('/challenge', challenge)
  .route('/session', session);

/** What members work with. Closed: whatever is added here, also by mistake, wants a session. */
const desk = new Hono<App>()
  .use('*', signedIn)
  .route('/referrals', deskReferrals)
  .route('/referrals', deskMessages)
  .route('/thrown', thrown);

/**
 * Everything that the worker answers itself. What begins with `/api/desk` and is no route of the door belongs to the
 * desk: also what isn't there is refused to whoever has no session.
 */
export const app = new Hono<App>()
  .use(answerHeaders)
  .route('/api/referrals', referrals)
  .route('/api/mailbox', mailbox)
  .route('/api/health', health)
  .route('/api/desk', new Hono<App>().use(ownOrigin).route('/', door).route('/', desk))
  .route('/x', exit);
app.notFound((c) => refuse(c, 'not_found'));
app.onError(onFault);
