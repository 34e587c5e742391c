import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { makePrint } from '../../../src/print/engine/make.ts';
import { printed } from '../../../src/print/shelf/printed.ts';
import { publishPrint } from '../../../src/print/shelf/publish.ts';
import { siteEnv } from '../../../src/site/site-env.ts';
import { tellStep } from '../steps.ts';

const TYPES: Record<string, string> = { pdf: 'application/pdf', webp: 'image/webp' };

/**
 * An Astro integration: makes the PDFs before the pages, which tell their sizes, and puts them below `/print/` of the
 * built site. The development server makes them when it starts and serves them from where they are kept.
 */
export function print(): AstroIntegration {
  return {
    name: 'print',
    hooks: {
      'astro:build:start': async ({ logger }) => {
        await makePrint({ say: (line) => logger.info(line), step: tellStep });
        tellStep('Making the pages');
      },
      'astro:build:done': ({ dir, logger }) => {
        publishPrint(fileURLToPath(dir));
        const missing = printed().filter(({ bytes }) => bytes === undefined);
        if (missing.length === 0) return;
        // Also when a text was changed while the site was being built.
        const line = `The site lacks ${missing.map(({ path }) => path).join(', ')}`;
        if (siteEnv() === 'production') throw new Error(line);
        logger.warn(line);
      },
      'astro:server:setup': async ({ server, logger }) => {
        await makePrint({ say: (line) => logger.info(line) });
        server.middlewares.use('/print/', (request, response, next) => {
          const path = `/print${request.url?.split('?')[0]}`;
          const file = printed()
            .flatMap(({ path: own, file: pdf, preview }) => [{ path: own, file: pdf }, preview])
            .find((candidate) => candidate?.path === path)?.file;
          if (!file) return next();
          response.setHeader('Content-Type', TYPES[path.replace(/.*\./, '')] ?? 'application/octet-stream');
          createReadStream(file).pipe(response);
        });
      },
    },
  };
}
