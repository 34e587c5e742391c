import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from './bidi.ts';
import { end, ended, printed, start } from './process.ts';
import type { Browser, Launch, Tab } from './tab.ts';

/**
 * What differs from a Firefox that somebody has just installed. The remote agent's own preferences stay off: they keep
 * a session from being saved and restored.
 */
const PREFERENCES: Record<string, boolean | number | string> = {
  'remote.prefs.recommended': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'app.update.auto': false,
  'app.normandy.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'services.settings.server': 'data:,',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'extensions.update.enabled': false,
  // Ms between two writings of the session; 15,000 by itself.
  'browser.sessionstore.interval': 500,
};

/** Firefox over WebDriver BiDi, its own remote protocol. */
export async function launchFirefox(path: string, { profile, proxy, restore }: Launch): Promise<Browser> {
  const preferences = { ...PREFERENCES, 'browser.startup.page': restore ? 3 : 0 };
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(preferences)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const args = [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port',
    '0',
    '--remote-allow-system-access',
  ];
  const child = start(path, args, { MOZ_CRASHREPORTER_DISABLE: '1' });
  child.stdout?.resume();
  const address = await printed(child, child.stderr, /listening on (ws:\/\/\S+)/);
  const send = await connect(`${address}/session`);
  await send('session.new', {
    capabilities: {
      alwaysMatch: {
        acceptInsecureCerts: true,
        proxy: { proxyType: 'manual', sslProxy: `127.0.0.1:${proxy}` },
      },
    },
  });

  const tabs = async () => {
    const { contexts } = await send('browsingContext.getTree', {});
    return (contexts ?? []).map(({ context }) => tabOf(context));
  };

  const tabOf = (context: string): Tab => ({
    open: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    async evaluate(expression) {
      const answer = await send('script.evaluate', {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
        target: { context },
        awaitPromise: true,
        userActivation: true,
      });
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
      return JSON.parse(answer.result?.value ?? 'null');
    },
    input: async (input) => void (await send('input.performActions', { context, actions: [input] })),
    async traverse(delta) {
      // Where there is no such page Firefox refuses.
      await send('browsingContext.traverseHistory', { context, delta }).catch(() => {});
    },
    close: async () => void (await send('browsingContext.close', { context })),
  });

  return {
    async newTab() {
      const { context = '' } = await send('browsingContext.create', { type: 'tab' });
      return tabOf(context);
    },
    tabs,
    keepsSession: () => true,
    async quit() {
      // As its menu does. The command `browser.close` shuts every tab first, and so leaves nothing to restore.
      const { contexts = [] } = await send('browsingContext.getTree', { 'moz:scope': 'chrome' });
      await send('script.evaluate', {
        expression: 'void Services.startup.quit(Services.startup.eAttemptQuit)',
        target: { context: contexts[0]?.context },
        awaitPromise: false,
      }).catch(() => {});
      await ended(child);
    },
    kill: () => end(child, 'SIGKILL'),
  };
}
