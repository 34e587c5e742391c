import { useCallback, useRef, useState } from 'preact/hooks';
import type { ReferralRow } from '../../protocol/api.ts';
import type { Api } from '../api/client.ts';
import type { Case } from '../cases.ts';
import { faultText } from '../fault-text.ts';
import type { Text } from '../text.ts';

/** Whether a referral can be taken: nobody has. */
export function isFree({ state, claimedBy }: ReferralRow): boolean {
  return state === 'new' && claimedBy === null;
}

type Lists = { refresh: () => Promise<readonly Case[]>; replaceRow: (row: ReferralRow) => void };

/** Takes referrals. Gives the id of the one being taken, and what to say about which when it did not go as asked. */
export function useTake(api: Api, { refresh, replaceRow }: Lists, text: Text) {
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState<{ id: string; notice: string } | null>(null);
  const underWay = useRef(false);

  const take = useCallback(
    async ({ id, rev }: ReferralRow): Promise<boolean> => {
      if (underWay.current) return false;
      underWay.current = true;
      setBusy(id);
      setSaid(null);
      const taken = await api.acknowledge(id, { rev });
      if (taken.ok) replaceRow(taken.value);
      else if (taken.code === 'changed') {
        const now = (await refresh()).find(({ row }) => row.id === id);
        const name = now?.row.claimedBy?.name;
        setSaid({ id, notice: name ? text('take.lost', { name }) : text('take.changed') });
      } else setSaid({ id, notice: faultText(taken, text) });
      underWay.current = false;
      setBusy(null);
      return taken.ok;
    },
    [api, refresh, replaceRow, text],
  );

  return { take, busy, said };
}
