import { expect } from '@playwright/test';
import * as z from 'zod/mini';
import { languagesOf } from '../../../src/i18n/languages.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { testDesk } from '../../../tools/test/test-site.ts';
import { ui } from '../../support/ui.ts';
import { test } from '../support/test.ts';

/** What a home screen takes from a manifest, as far as ours says it. Anything more is a mistake, or wants a test. */
const Manifest = z.strictObject({
  id: z.string(),
  name: z.string(),
  short_name: z.string(),
  lang: z.string(),
  start_url: z.string(),
  scope: z.string(),
  display: z.string(),
  background_color: z.string().check(z.regex(/^#[\dA-F]{6}$/)),
  theme_color: z.string().check(z.regex(/^#[\dA-F]{6}$/)),
  icons: z.array(z.strictObject({ src: z.string(), sizes: z.string(), type: z.string() })),
});

for (const language of languagesOf('desk')) {
  test(`the desk in ${language} can be put on a home screen: its browser reads the manifest, and what that promises is there`, async ({
    page,
  }) => {
    const answer = await page.goto(testDesk(language));
    expect(answer?.headers()['content-security-policy']?.split('; ')).toContain("manifest-src 'self'");
    const cdp = await page.context().newCDPSession(page);
    // By the policy of the page, as the browser itself does.
    const { url, errors, data } = await cdp.send('Page.getAppManifest');
    const path = pathTo('desk', language);
    expect([new URL(url).pathname, errors]).toEqual([`${path}desk.webmanifest`, []]);
    const { icons, background_color: _, theme_color: __, ...said } = Manifest.parse(JSON.parse(data ?? ''));
    const { title } = ui(language, 'desk');
    expect(said).toEqual({
      ...{ id: path, name: title, short_name: title, lang: language },
      ...{ start_url: path, scope: path, display: 'standalone' },
    });
    for (const { src, sizes, type } of icons) {
      const icon = await page.request.get(new URL(src, url).href);
      expect([icon.status(), icon.headers()['content-type']]).toEqual([200, type]);
      const drawn = await page.evaluate(
        async (bytes) => {
          const { width, height } = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
          return `${width}x${height}`;
        },
        [...(await icon.body())],
      );
      expect(sizes.split(' ')).toContain(drawn);
    }
  });
}
