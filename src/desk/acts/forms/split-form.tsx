import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import type { By } from '../../../protocol/items/by.ts';
import type { Referral } from '../../../protocol/items/kinds/referral.ts';
import { MOST_LINKED } from '../../../protocol/items/most-linked.ts';
import type { Api } from '../../api/client.ts';
import type { Case } from '../../inbox/cases.ts';
import type { Others } from '../../linked/other-field.tsx';
import { partsOf, splitGroup } from '../../linked/split-group.ts';
import { LineField } from '../../parts/line-field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { numberIn } from '../../parts/number-in.ts';
import { linkedTo, standOf } from '../../state/stand.ts';
import type { VaultClient } from '../../vault/client.ts';
import { faultText } from '../../words/fault-text.ts';
import { useWords } from '../../words/words.ts';
import { DoIt } from './do-it.tsx';
import type { FormProps } from './form.ts';
import { useStep } from './use-step.ts';

const Filled = z.object({ count: z.string(), minors: z.string() });

type Props = FormProps & {
  api: Api;
  vault: VaultClient;
  one: Case;
  referral: Referral;
  name: string;
  others: Others;
  me: By;
  /** Gets the cases that were begun into the list. */
  onBegun: () => Promise<unknown>;
};

/** For how many people of a group to begin a case of their own, and how many of them are under 18. */
export function SplitForm(props: Props) {
  const { api, vault, one, referral, name, others, me, onBegun, busy, onAct, draft } = props;
  const { text } = useWords();
  const { linked = [] } = standOf(one.said ?? null);
  const parts = partsOf(one.row.id, others);
  const { people = 1, minors: young = 0 } = referral.work ?? {};
  const most = MOST_LINKED - new Set([...parts, ...linked.map(({ id }) => id)]).size;
  // One of them stays in the case that there is.
  const rest = Math.min(Math.max(people - 1 - parts.length, 1), most);
  const [{ count, minors }, fill] = useStep(draft, 'split', Filled, {
    count: String(rest),
    minors: String(parts.length > 0 ? 0 : Math.min(young, rest)),
  });
  const [tried, setTried] = useState(false);
  const [beginning, setBeginning] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const wanted = numberIn(count, 1, most);
  const all = wanted ?? most;
  const wantedYoung = numberIn(minors, 0, all);

  const split = async () => {
    setTried(true);
    if (busy || beginning || wanted === null || wantedYoung === null) return;
    setBeginning(true);
    setFault(null);
    const done = await splitGroup(api, vault, one, referral, {
      ...{ split: { count: wanted, minors: wantedYoung }, me, why: text('split.as', { name }) },
    });
    await onBegun();
    setBeginning(false);
    // Also those of an earlier try whose answer got lost.
    const known = [...new Set([...parts, ...done.begun])];
    if (done.fault) setFault(faultText(done.fault, text));
    else onAct((before) => known.reduce((stand, id) => linkedTo(stand, { id, as: 'group' }), before));
  };

  if (most < 1) return <p>{text('next.full')}</p>;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void split();
      }}
    >
      <p class="hint">{text('split.hint')}</p>
      {fault && <Notice focus>{fault}</Notice>}
      <LineField
        label={text('split.count')}
        error={tried && wanted === null ? text('split.wrong', { least: 1, most }) : null}
        of="digits"
        value={count}
        onValue={(value) => fill({ count: value })}
      />
      <LineField
        label={text('split.minors')}
        error={tried && wantedYoung === null ? text('split.wrong', { least: 0, most: all }) : null}
        of="digits"
        value={minors}
        onValue={(value) => fill({ minors: value })}
      />
      <DoIt busy={busy || beginning} label={text('split.do')} />
    </form>
  );
}
