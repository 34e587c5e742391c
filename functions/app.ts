import { Hono } from 'hono';
import type { App } from './env.ts';
import { ownHost } from './hosts/own-host.ts';
import { ownOrigin } from './hosts/own-origin.ts';
import { answerHeaders } from './http/answer-headers.ts';
import { onFault } from './http/fault.ts';
import { mount } from './http/mount.ts';
import { refuse } from './http/refuse.ts';
import { desk } from './routes/desk/desk.ts';
import { door } from './routes/door/door.ts';
import { rings } from './routes/door/rings.ts';
import { exit } from './routes/public/exit.ts';
import { handed } from './routes/public/handed.ts';
import { health } from './routes/public/health.ts';
import { mailbox } from './routes/public/mailbox.ts';
import { referrals } from './routes/public/referrals.ts';
import { watch } from './routes/public/watch.ts';
import { signedIn } from './sign-in/session.ts';

/**
 * Everything that the worker answers itself. What begins with `/api/desk` and is no route of the door belongs to the
 * desk, and is closed: also what isn't there, or was added without a thought, is refused to whoever has no session.
 */
export const app = new Hono<App>()
  .use(answerHeaders)
  .use(ownHost)
  .route('/', mount<'anyone' | 'receipt'>({ ...referrals, ...mailbox, ...handed, ...health, ...watch }))
  .use('/api/desk/*', ownOrigin)
  .route('/', mount<'visitor'>({ ...door, ...rings }))
  .use('/api/desk/*', signedIn)
  .route('/', mount<'member' | 'administrator'>(desk))
  .route('/x', exit);
app.notFound((c) => refuse(c, 'not_found'));
app.onError(onFault);
