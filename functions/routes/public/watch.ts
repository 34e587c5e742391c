import { DrillAsked, watchRoutes } from '../../../src/protocol/wire/api/watch.ts';
import { answerRing } from '../../bell/answer-ring.ts';
import { bellStatus } from '../../bell/ask-bell.ts';
import { askedByProvider } from '../../bell/channels/call.ts';
import { askToPress, goodbye } from '../../bell/channels/twiml.ts';
import { watchedDrill } from '../../bell/drill/watched-drill.ts';
import { wrongWith } from '../../bell/pulse.ts';
import { showsSecret } from '../../http/bearer.ts';
import { readBody } from '../../http/body.ts';
import { now } from '../../http/clock.ts';
import { type Served, type ServedAll, serve } from '../../http/mount.ts';
import { refuse } from '../../http/refuse.ts';
import { done, refused, sendReply } from '../../http/reply.ts';

/** Most bytes of the form that a provider sends. */
const LARGEST_FORM = 16_384;

/** What machines ask that watch the bell or call for it. */
export const watch = {
  pulse: serve(watchRoutes.pulse, async (c) => {
    if (!(await showsSecret(c, c.env.PULSE_TOKEN))) return refused('not_found');
    return wrongWith(await bellStatus(c.env), now()) ? refused('unavailable') : done({});
  }),
  drill: {
    route: watchRoutes.drill,
    async answer(c) {
      if (!(await showsSecret(c, c.env.PULSE_TOKEN))) return refuse(c, 'not_found');
      const read = await readBody(c.req.raw, DrillAsked);
      return sendReply(c, read.ok ? await watchedDrill(c.env, read.body) : read);
    },
  } satisfies Served<'anyone'>,
  voice: {
    route: watchRoutes.voice,
    async answer(c) {
      const text = await c.req.text();
      const form = text.length > LARGEST_FORM ? null : new URLSearchParams(text);
      const id = c.req.param('id') ?? '';
      const signature = c.req.header('X-Twilio-Signature') ?? '';
      if (!form || !(await askedByProvider(c.env, id, form, signature))) return refuse(c, 'not_found');
      const pressed = form.get('Digits');
      const open = await answerRing(c.env, id, pressed === '1');
      const xml = { 'Content-Type': 'text/xml; charset=utf-8' };
      if (!open) return c.body(goodbye('over'), 200, xml);
      return c.body(pressed === '1' ? goodbye('thanks') : askToPress(), 200, xml);
    },
  } satisfies Served<'anyone'>,
} satisfies ServedAll<typeof watchRoutes>;
