import { app } from './app.ts';
import type { Bindings } from './env.ts';
import { isAtDesk } from './hosts/own-host.ts';
import { answerFromSite } from './pages/answer-from-site.ts';
import { sweep } from './sweep.ts';

export { Bell } from './bell/bell.ts';
export { Limits } from './limits/limits.ts';

export default {
  fetch(request: Request, env, ctx) {
    const url = new URL(request.url);
    const atDesk = isAtDesk(url, env.DESK_HOST);
    // The way out is the public host's alone: at the desk's it is an address like any other that leads nowhere.
    const own = atDesk ? /^\/api\// : /^\/(api\/|x(\/|$))/;
    return own.test(url.pathname)
      ? app.fetch(request, env, ctx)
      : answerFromSite(request, env.ASSETS, atDesk);
  },
  async scheduled({ scheduledTime }, env) {
    await sweep(env, Math.floor(scheduledTime / 1000));
  },
} satisfies ExportedHandler<Bindings>;
