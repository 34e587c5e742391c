import { fileURLToPath } from 'node:url';
import cloudflare from '@astrojs/cloudflare';
import { defineConfig } from 'astro/config';
import { siteOrigin } from './src/site/origin.ts';
import { deployable } from './tools/build/astro/deployable.ts';
import { freshContent } from './tools/build/astro/fresh-content.ts';
import { securityHeaders } from './tools/build/astro/headers.ts';
import { inlineScript } from './tools/build/astro/inline-script.ts';
import { noPreloading } from './tools/build/astro/no-preloading.ts';
import { notFoundPages } from './tools/build/astro/not-found-pages.ts';
import { plainFields } from './tools/build/astro/plain-fields.ts';
import { plainTweetnacl } from './tools/build/astro/plain-tweetnacl.ts';
import { print } from './tools/build/astro/print.ts';
import { wholeContent } from './tools/build/astro/whole-content.ts';
import { wholePages } from './tools/build/astro/whole-pages.ts';
import { neutralNames, oneScript } from './tools/build/neutral-names.ts';
import { whatShips } from './tools/build/ships/what-ships.ts';
import { worldsApart } from './tools/build/ships/worlds-apart.ts';
import { WITHOUT_TRACES } from './tools/serve/without-traces.ts';

/**
 * Every page is a static file. The output is called `server` all the same: only then does `astro dev` take the worker
 * (functions/worker.ts) along. What is served and deployed is put together by wrangler, after wrangler.toml.
 */
const prerenderEverything = {
  name: 'prerender-everything',
  hooks: {
    'astro:route:setup': ({ route }) => {
      route.prerender = true;
    },
  },
};

// The local worker would otherwise write a trace of every request to disk, whoever starts it.
Object.assign(process.env, WITHOUT_TRACES);

const house = fileURLToPath(new URL('.', import.meta.url));

// Telephones of 2022 and later; newer syntax, of CSS too, is translated.
// iPhones are named beside Safari: without them CSS loses what only they know (`-webkit-text-size-adjust`).
const TARGET = ['chrome100', 'firefox100', 'safari15.4', 'ios15.4'];

export default defineConfig({
  site: siteOrigin,
  outDir: process.env.OUT_DIR ?? 'dist',
  ...(process.env.BUILD_CACHE && { cacheDir: `${process.env.BUILD_CACHE}/astro` }),
  output: 'server',
  session: false,
  // Addresses of pages end in a slash: src/site/pages.ts writes them so, wrangler.toml redirects to them. With
  // `always` here the development server would refuse the worker's own, such as /api/health.
  trailingSlash: 'ignore',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: {
    plugins: [
      inlineScript(),
      noPreloading(),
      plainFields(TARGET),
      plainTweetnacl(),
      worldsApart(),
      whatShips(house),
      freshContent(house),
    ],
    // Builds of tests and local state are no reason to reload.
    server: { watch: { ignored: ['**/.local/**', '**/.wrangler/**'] } },
    build: {
      target: TARGET,
      // Nothing is inlined but what SafeLayout.astro and Document.astro put into the page by name.
      assetsInlineLimit: 0,
    },
    environments: {
      // Here the style sheets get their names.
      prerender: { build: { rolldownOptions: { output: { assetFileNames: neutralNames.assetFileNames } } } },
      client: {
        build: {
          rolldownOptions: {
            // The adapter prepends `globalThis.process ??= {}` to what it bundles; browsers have no use for it.
            output: { ...neutralNames, codeSplitting: oneScript, banner: () => '' },
          },
        },
      },
    },
    worker: { plugins: () => [whatShips(house)], rolldownOptions: { output: neutralNames } },
  },
  adapter: cloudflare({ prerenderEnvironment: 'node', imageService: 'passthrough' }),
  integrations: [
    prerenderEverything,
    wholeContent(),
    notFoundPages(),
    wholePages(),
    print(),
    securityHeaders(),
    deployable(),
  ],
});
