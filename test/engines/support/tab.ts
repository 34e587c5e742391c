/** The engines that run these tests. */
export type Engine = 'chromium' | 'firefox' | 'webkit';

/** A source of input and what it does, as WebDriver has it: https://www.w3.org/TR/webdriver2/#actions */
export type Input =
  | { type: 'key'; id: string; actions: { type: 'keyDown' | 'keyUp'; value: string }[] }
  | {
      type: 'pointer';
      id: string;
      actions: (
        | { type: 'pointerMove'; x: number; y: number }
        | { type: 'pointerDown' | 'pointerUp'; button: number }
      )[];
    };

/** What an engine has to be able to do with one tab. All else is made of it, once for all engines (page.ts). */
export type Tab = {
  /** Goes to an address, as when somebody types it, and resolves when the page is there. */
  open: (address: string) => Promise<void>;
  /** The value of an expression, or of its promise, in the page. It has to survive JSON. */
  evaluate: (expression: string) => Promise<unknown>;
  input: (input: Input) => Promise<void>;
  /** Presses Back (-1) or Forward (1), and resolves at once. Nothing happens where there is no such page. */
  traverse: (delta: -1 | 1) => Promise<void>;
  close: () => Promise<void>;
};

/** A running browser. */
export type Browser = {
  /** A new tab, with a history and a `sessionStorage` of its own. */
  newTab: () => Promise<Tab>;
  /** The tabs that are open, those restored from the last time included. */
  tabs: () => Promise<Tab[]>;
  /** Whether it writes down what is open, to open it again after a restart. Known once a page was opened. */
  keepsSession: () => boolean;
  /** Ends as when somebody quits the browser, and resolves when it has. */
  quit: () => Promise<void>;
  /** Ends at once, as when a battery is empty. */
  kill: () => Promise<void>;
};

/** How to start a browser. */
export type Launch = {
  /** The folder of its profile, kept between starts; WebKit has none. */
  profile: string;
  /** A proxy on this computer, by its port, for every https address. */
  proxy: number;
  /** Opens what was open the last time. */
  restore?: boolean;
};

/** The tab that shows a host, once it does: after a restart that takes a moment. */
export async function tabAt(browser: Browser, host: string): Promise<Tab> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    for (const tab of await browser.tabs()) {
      const there = await tab.evaluate('location.host + document.readyState').catch(() => '');
      if (there === `${host}complete`) return tab;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const shown = await Promise.all((await browser.tabs()).map((tab) => tab.evaluate('location.href')));
  throw new Error(`No tab shows ${host}, but ${shown.join(', ')}`);
}
