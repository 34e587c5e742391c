import { useCallback, useEffect, useRef } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import type { DrawnPassphrase } from './drawn-passphrase.ts';

/**
 * The passphrase that was drawn, to be written down, and a way to another one. It stands in this element and nowhere
 * else in the page, and is taken out when the element goes.
 */
export function Drawn({ draw, drawn }: DrawnPassphrase) {
  const { text } = useWords();
  const shown = useRef<HTMLParagraphElement>(null);

  const show = useCallback(async (give: () => Promise<string | null>) => {
    const words = await give();
    if (shown.current && words !== null) shown.current.textContent = words;
  }, []);

  useEffect(() => {
    const element = shown.current;
    void show(async () => (await drawn()) ?? draw());
    return () => element?.replaceChildren();
  }, [show, draw, drawn]);

  return (
    <div class="drawn">
      <p class="drawn-title">{text('invite.drawn')}</p>
      <p
        class="drawn-words"
        translate={false}
        data-value="passphrase"
        aria-live="polite"
        aria-atomic="true"
        ref={shown}
      />
      <p class="hint">{text('invite.writeDown')}</p>
      <button class="small" type="button" onClick={() => void show(draw)}>
        {text('invite.another')}
      </button>
    </div>
  );
}
