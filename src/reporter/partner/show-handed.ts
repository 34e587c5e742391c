import { numbersApart } from '../../browser/numbers-apart.ts';
import { handoffLines } from '../../handoff/lines.ts';
import type { Language } from '../../i18n/languages.ts';
import { watchIdle } from '../leaving/idle.ts';
import { deliver } from '../sending/deliver.ts';
import { copyOf, part } from '../shell/dom.ts';
import { fill } from '../shell/words.ts';
import { postAccept } from './calls.ts';
import type { OpenedHandoff } from './open-handed.ts';
import type { PartnerWords } from './partner-words.ts';
import { sayFrom } from './say.ts';

/** Why what was passed on was shut: by its reader, or by idleness. */
export type Shut = keyof PartnerWords['shut'];

const IDLE = 5 * 60_000;

type Shown = {
  root: HTMLElement;
  token: string;
  opened: Exclude<OpenedHandoff, string | null>;
  words: PartnerWords;
  onShut(reason: Shut): void;
};

/** A part of what somebody typed; a number in the order in which it is dialled. */
function inOrder(part: string, at: number): string | HTMLElement {
  if (at % 2 === 0) return part;
  const number = document.createElement('bdo');
  number.dir = 'ltr';
  number.textContent = part;
  return number;
}

/** Shows what was passed on, until it is shut. Gives the function that shuts it and forgets it. */
export function showHanded({ root, token, opened, words, onShut }: Shown): (reason: Shut) => void {
  const session = new AbortController();
  const { signal } = session;
  const language = document.documentElement.lang as Language;
  const inside = part(root, 'inside');
  inside.replaceChildren(copyOf(root, 'inside-template'));
  const { body, handoff } = opened;
  const when = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...({ dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Brussels' } as const),
  });
  const dated = (sentence: string, at: number) => fill(sentence, { when: when.format(at * 1000) });

  part(inside, 'made').textContent = dated(words.made, body.madeAt);
  part(inside, 'until').textContent = dated(words.until, body.expiresAt);
  const lines = handoffLines(handoff, sayFrom(words.said), language);
  part(inside, 'lines').replaceChildren(
    ...lines.flatMap(({ label, text, typed }) => {
      const [term, said] = [document.createElement('dt'), document.createElement('dd')];
      term.textContent = label;
      said.append(...(typed ? numbersApart(text).map(inOrder) : [text]));
      if (typed) [said.dir, said.translate] = ['auto', false];
      return [term, said];
    }),
  );

  const accept = part(inside, 'accept');
  const trouble = part(inside, 'accept-trouble');
  const status = part(inside, 'accepted');
  const showAccepted = (at: number) => {
    accept.hidden = true;
    part(inside, 'responsible').hidden = true;
    status.textContent = dated(words.accepted, at);
  };
  const tryAccept = async () => {
    if (accept.ariaDisabled === 'true') return;
    accept.ariaDisabled = 'true';
    trouble.hidden = true;
    status.textContent = words.accepting;
    const delivery = await deliver(postAccept(body.id, token), signal);
    if (signal.aborted) return;
    accept.ariaDisabled = null;
    status.textContent = '';
    if (delivery.ok) {
      showAccepted(delivery.value.acceptedAt);
      status.focus();
    } else {
      trouble.hidden = false;
      trouble.focus();
    }
  };
  if (body.acceptedAt !== undefined) showAccepted(body.acceptedAt);
  accept.addEventListener('click', tryAccept);
  part(inside, 'print').addEventListener('click', () => print());

  const shut = (reason: Shut) => {
    if (signal.aborted) return;
    session.abort();
    inside.replaceChildren();
    onShut(reason);
  };
  part(inside, 'close').addEventListener('click', () => shut('closed'));
  watchIdle([{ after: IDLE, by: 'sure', act: () => shut('idle') }], signal);
  part(inside, 'title').focus();
  scrollTo(0, 0);
  return shut;
}
