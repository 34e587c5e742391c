import { app } from './app.ts';
import type { Bindings } from './env.ts';
import { answerFromSite } from './pages/answer-from-site.ts';
import { sweep } from './sweep.ts';

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
