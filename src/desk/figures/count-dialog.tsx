import { useRef, useState } from 'preact/hooks';
import { CHANNELS } from '../../protocol/items/kinds/tally.ts';
import type { RegisterCard } from '../../protocol/items/register.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import type { Api } from '../api/client.ts';
import { ChooseOne } from '../parts/choices.tsx';
import { CloseRow } from '../parts/close-row.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { choicesOf } from '../register/choices-of.ts';
import { keepTally, monthAt, type Said } from '../register/keep-tally.ts';
import type { VaultClient } from '../vault/client.ts';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { LANGUAGE_ROWS, NOBODY_NEW } from './tables.ts';

type Props = { api: Api; vault: VaultClient; now: number; onFigures: () => void; onClose: () => void };
type Chosen = {
  channel?: Said['channel'] | undefined;
  origin?: RegisterCard['origin'] | undefined;
  outcome?: Said['outcome'] | undefined;
  language?: (typeof LANGUAGE_ROWS)[number] | undefined;
};

/** A language of which nobody says which it is (BCP 47). */
const OTHER_LANGUAGE = 'und';

/** One for the figures that came by another way than the form: four taps, no person and no file. */
export function CountDialog({ api, vault, now, onFigures, onClose }: Props) {
  const { text } = useWords();
  const [chosen, setChosen] = useState<Chosen>({});
  const [busy, setBusy] = useState(false);
  const [counted, setCounted] = useState<Said | null>(null);
  const [undone, setUndone] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  // What is sent again after a lost answer takes its own place.
  const id = useRef(randomId());
  const choices = choicesOf(text);
  const { channel, origin, outcome, language } = chosen;
  const set = (change: Chosen) => {
    setChosen((before) => ({ ...before, ...change }));
    setSaid(null);
  };

  const keep = async (tally: Said, then: () => void) => {
    if (busy) return;
    setBusy(true);
    setSaid(null);
    const kept = await keepTally(api, vault, tally);
    setBusy(false);
    if (kept.ok) then();
    else setSaid(faultText(kept.fault, text));
  };
  const count = () => {
    if (channel === undefined || outcome === undefined) return setSaid(text('count.missing'));
    const tally: Said = {
      id: id.current,
      month: monthAt(now),
      channel,
      outcome,
      ...(language && { language: language === 'other' ? OTHER_LANGUAGE : language }),
      card: origin ? { origin } : {},
    };
    void keep(tally, () => setCounted(tally));
  };
  // What is junk is nobody, and so not counted.
  const undo = (tally: Said) => void keep({ ...tally, outcome: 'junk' }, () => setUndone(true));
  const another = () => {
    id.current = randomId();
    setChosen({});
    setCounted(null);
    setUndone(false);
  };

  return (
    <Dialog title={text('count.title')} onClose={onClose}>
      {counted ? (
        <Notice tone="calm" focus key={String(undone)}>
          <p>{text(undone ? 'count.undone' : 'count.done')}</p>
        </Notice>
      ) : (
        <>
          <p class="hint">{text('count.lead')}</p>
          <ChooseOne
            legend={text('card.channel.label')}
            choices={choices.channel.filter(({ value }) => value !== CHANNELS[0])}
            value={channel}
            onChange={(value) => set({ channel: value })}
          />
          <ChooseOne
            legend={text('card.origin.label')}
            choices={choices.origin}
            value={origin}
            onChange={(value) => set({ origin: value })}
          />
          <ChooseOne
            legend={text('count.outcome')}
            choices={choices.outcome.filter(({ value }) => !NOBODY_NEW.includes(value))}
            value={outcome}
            onChange={(value) => set({ outcome: value })}
          />
          <ChooseOne
            legend={text('card.language.label')}
            choices={LANGUAGE_ROWS.map((value) => ({ value, name: text(`card.language.${value}`) }))}
            value={language}
            onChange={(value) => set({ language: value })}
          />
        </>
      )}
      {said && <Notice focus>{said}</Notice>}
      <CloseRow onClose={onClose}>
        {counted ? (
          <>
            <button class="primary" type="button" onClick={another}>
              {text('count.another')}
            </button>
            {!undone && (
              <button class="quiet" type="button" aria-disabled={busy} onClick={() => undo(counted)}>
                {text('count.undo')}
              </button>
            )}
          </>
        ) : (
          <button class="primary" type="button" aria-disabled={busy} onClick={count}>
            {text(busy ? 'take.busy' : 'count.action')}
          </button>
        )}
        <button class="quiet" type="button" onClick={onFigures}>
          {text('count.figures')}
        </button>
      </CloseRow>
    </Dialog>
  );
}
