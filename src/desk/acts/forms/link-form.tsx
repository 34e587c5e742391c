import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { references } from '../../case/reference.ts';
import type { Case } from '../../inbox/cases.ts';
import { linkable, OtherField, type Others } from '../../linked/other-field.tsx';
import { TwoCases } from '../../linked/two-cases.tsx';
import { Notice } from '../../parts/notice.tsx';
import { isFull, linkedTo, partedFrom, standOf } from '../../state/stand.ts';
import { useWords } from '../../words/words.ts';
import { DoIt } from './do-it.tsx';
import type { FormProps } from './form.ts';
import { useStep } from './use-step.ts';

const Filled = z.object({ other: z.string() });

type Props = FormProps & { one: Case; name: string; others: Others; me: string; now: number };

/** Which other case is about the same group; and with which this one has nothing to do after all. */
export function LinkForm({ one, name, others, me, now, busy, onAct, draft }: Props) {
  const { text } = useWords();
  const [{ other }, fill] = useStep(draft, 'link', Filled, { other: '' });
  const [missing, setMissing] = useState(false);
  const { linked = [] } = standOf(one.said ?? null);
  const free = linkable(one, others).filter(({ one: { row } }) => !linked.some(({ id }) => id === row.id));
  const chosen = free.find(({ one: { row } }) => row.id === other);
  const called = (id: string) =>
    others.find((each) => each.one.row.id === id)?.name ?? references([id]).get(id) ?? '';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(!chosen);
        if (chosen) onAct((before) => linkedTo(before, { id: chosen.one.row.id, as: 'group' }));
      }}
    >
      <p class="hint">{text('next.linkHint')}</p>
      {missing && <Notice>{text('next.chooseSame')}</Notice>}
      {isFull({ linked }) ? (
        <p>{text('next.full')}</p>
      ) : (
        <>
          <OtherField
            label={text('next.linkWhich')}
            others={free}
            now={now}
            value={other}
            onValue={(id) => fill({ other: id })}
          />
          {chosen && <TwoCases cases={[{ one, name }, chosen]} me={me} now={now} />}
          <DoIt busy={busy} label={text('next.linkIt')} />
        </>
      )}
      {linked.map(({ id, as }) => (
        <button
          key={id}
          class="quiet"
          type="button"
          data-unlink={id}
          aria-disabled={busy}
          onClick={() => busy || onAct((before) => partedFrom(before, id))}
        >
          {text('next.unlink', { link: `${text(`linked.${as}`)} ${called(id)}` })}
        </button>
      ))}
    </form>
  );
}
