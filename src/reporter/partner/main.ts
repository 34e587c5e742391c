import '../../browser/without-eval.ts';
import { startCodeDoor } from '../code-door/code-door.ts';
import { readCentreKeys } from '../shell/self-test.ts';
import { readWords } from '../shell/words.ts';
import { openHanded } from './open-handed.ts';
import type { PartnerWords } from './partner-words.ts';
import { type Shut, showHanded } from './show-handed.ts';

/** Starts the page of another centre. The field for the code is disabled until the very last step here. */
function startPartner(root: HTMLElement): void {
  const centreKeys = readCentreKeys(root);
  const words = readWords<PartnerWords>(root);
  const leaving = new AbortController();
  startCodeDoor<Shut>(
    root,
    words,
    leaving,
    async (code, token) => {
      const opened = await openHanded(code, token, centreKeys, leaving.signal);
      if (typeof opened === 'string') return opened;
      if (!opened || leaving.signal.aborted) return null;
      return (onShut) => showHanded({ root, token, opened, words, onShut });
    },
    { ahead: false },
  );
}

const root = document.querySelector<HTMLElement>('[data-app="partner"]');
if (root) startPartner(root);
