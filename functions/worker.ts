import { Hono } from 'hono';
import type { App, Bindings } from './env.ts';
import { answerHeaders } from './http/answer-headers.ts';
import { onFault } from './http/fault.ts';
import { ownOrigin } from './http/own-origin.ts';
import { refuse } from './http/refuse.ts';
import { signedIn } from './http/session.ts';
import { answerFromSite } from './pages/answer-from-site.ts';
import { challenge } from './routes/desk/challenge.ts';
import { invite } from './routes/desk/invite.ts';
import { members } from './routes/desk/members.ts';
import { deskMessages } from './routes/desk/messages.ts';
import { deskReferrals } from './routes/desk/referrals.ts';
import { session } from './routes/desk/session.ts';
import { thrown } from './routes/desk/thrown.ts';
import { exit } from './routes/exit.ts';
import { health } from './routes/health.ts';
import { mailbox } from './routes/mailbox.ts';
import { referrals } from './routes/referrals.ts';
import { sweep } from './sweep.ts';

const desk = new Hono<App>()
  .use(ownOrigin)
  .route('/invite', invite)
  .route('/members', members)
  .route('/challenge', challenge)
  .route('/session', session)
  .use('/referrals/*', signedIn)
  .route('/referrals', deskReferrals)
  .route('/referrals', deskMessages)
  .use('/thrown/*', signedIn)
  .route('/thrown', thrown);

const app = new Hono<App>()
  .use(answerHeaders)
  .route('/api/referrals', referrals)
  .route('/api/mailbox', mailbox)
  .route('/api/health', health)
  .route('/api/desk', desk)
  .route('/x', exit);
app.notFound((c) => refuse(c, 'not_found'));
app.onError(onFault);

export default {
  fetch(request: Request, env, ctx) {
    const { pathname } = new URL(request.url);
    if (pathname === '/x' || /^\/(api|x)\//.test(pathname)) return app.fetch(request, env, ctx);
    return answerFromSite(request, env.ASSETS);
  },
  async scheduled({ scheduledTime }, env) {
    await sweep(env, Math.floor(scheduledTime / 1000));
  },
} satisfies ExportedHandler<Bindings>;
