import { useRef, useState } from 'preact/hooks';
import type { By } from '../../../protocol/items/by.ts';
import type { Referral } from '../../../protocol/items/kinds/referral.ts';
import { MOST_LINKED } from '../../../protocol/items/most-linked.ts';
import type { Api } from '../../api/client.ts';
import { type Case, hasMinor } from '../../inbox/cases.ts';
import type { Others } from '../../linked/other-field.tsx';
import { begunOf, type Pending, splitGroup } from '../../linked/split-group.ts';
import { LineField } from '../../parts/line-field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { numberIn } from '../../parts/number-in.ts';
import { linkedTo, standOf } from '../../state/stand.ts';
import type { VaultClient } from '../../vault/client.ts';
import { faultText } from '../../words/fault-text.ts';
import { useWords } from '../../words/words.ts';
import { DoIt } from './do-it.tsx';
import type { FormProps } from './form.ts';

type Props = Omit<FormProps, 'draft'> & {
  api: Api;
  vault: VaultClient;
  one: Case;
  referral: Referral;
  name: string;
  others: Others;
  me: By;
  /** Gets the cases that were begun into the list. */
  onBegun: () => Promise<unknown>;
  /** While it begins some, the sheet stays: what comes of it must be seen. */
  onBeginning: (busy: boolean) => void;
};

/** For how many people of a group to begin a case of their own, and how many of them are under 18. */
export function SplitForm(props: Props) {
  const { api, vault, one, referral, name, others, me, onBegun, busy, onAct, onBeginning } = props;
  const { text } = useWords();
  const [countInput, minorsInput] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const pending = useRef<Pending | null>(null);
  /** What was begun here, be it in the list or not. */
  const begun = useRef<string[]>([]);
  const { linked = [] } = standOf(one.said ?? null);
  const earlier = begunOf(one.row.id, others);
  const unlinked = earlier.filter(({ row }) => !linked.some(({ id }) => id === row.id));
  const { people = 1, minors: said = 0 } = referral.work ?? {};
  const most = MOST_LINKED - linked.length - unlinked.length;
  // One of them stays in the case that there is. What an earlier try began may only have to be linked.
  const least = unlinked.length > 0 || begun.current.length > 0 ? 0 : 1;
  const [{ count, minors }, setFilled] = useState(() => {
    const rest = Math.min(Math.max(people - 1 - earlier.length, least), most);
    const young = Math.max(said, hasMinor(one) ? 1 : 0) - earlier.filter(hasMinor).length;
    return { count: String(rest), minors: String(Math.min(Math.max(young, 0), rest)) };
  });
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const wanted = numberIn(count, least, most);
  const all = wanted ?? most;
  const wantedYoung = numberIn(minors, 0, all);

  const split = async () => {
    setTried(true);
    if (wanted === null || wantedYoung === null) {
      return (wanted === null ? countInput : minorsInput).current?.focus();
    }
    if (busy) return;
    onBeginning(true);
    setFault(null);
    const done = await splitGroup(api, vault, one, referral, {
      ...{ split: { count: wanted, minors: wantedYoung }, me, why: text('split.as', { name }) },
      pending: pending.current,
    });
    pending.current = done.pending;
    begun.current.push(...done.begun);
    // What there is now is not begun again, also where it can't be linked.
    const { length } = done.begun;
    setFilled({ count: String(wanted - length), minors: String(Math.max(0, wantedYoung - length)) });
    await onBegun();
    onBeginning(false);
    if (done.fault) return setFault(faultText(done.fault, text));
    const ids = [...unlinked.map(({ row }) => row.id), ...begun.current];
    onAct((before) =>
      // What it is linked with already may bring along more than a group does.
      ids
        .filter((id) => !before.linked?.some((has) => has.id === id))
        .reduce((stand, id) => linkedTo(stand, { id, as: 'group' }), before),
    );
  };

  if (most < least) return <p>{text('next.full')}</p>;
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
        error={tried && wanted === null ? text('split.wrong', { least, most }) : null}
        of="digits"
        inputRef={countInput}
        value={count}
        onValue={(value) => setFilled({ count: value, minors })}
      />
      <LineField
        label={text('split.minors')}
        error={tried && wantedYoung === null ? text('split.wrong', { least: 0, most: all }) : null}
        of="digits"
        inputRef={minorsInput}
        value={minors}
        onValue={(value) => setFilled({ count, minors: value })}
      />
      <DoIt busy={busy} label={text('split.do')} />
    </form>
  );
}
