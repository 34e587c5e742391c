import { CHANNELS } from '../../protocol/items/kinds/tally.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { type Case, caseUrgency, isOneOfGroup } from '../inbox/cases.ts';
import { firstLookOf, keepTally, monthAt } from '../register/keep-tally.ts';
import type { VaultClient } from '../vault/client.ts';

/** A language of which nobody says which it is (BCP 47). */
const OTHER_LANGUAGE = 'und';

function languageOf({ opened }: Case): string | undefined {
  if (!opened.ok) return undefined;
  const { item } = opened;
  if (item.kind !== 'referral' || item.speaks === undefined) return item.formLanguage;
  return item.speaks === 'other' ? OTHER_LANGUAGE : item.speaks;
}

/** How long nobody looked; of what the desk itself began that is nothing. */
const lookOf = (one: Case) => (isOneOfGroup(one) ? undefined : firstLookOf(one.row));

/**
 * Counts a case that was just closed for the figures, in the place of what was counted of it before; one that goes on again
 * counts as nobody until it ends. Null where there is nothing to count. `now` in Unix seconds.
 */
async function countEnding(api: Api, vault: VaultClient, one: Case, now: number): Promise<DeskFault | null> {
  const { tally, closed, card = {} } = one.said?.item ?? {};
  if (tally === undefined) return null;
  const [language, urgency, firstLook] = [languageOf(one), caseUrgency(one), lookOf(one)];
  const kept = await keepTally(api, vault, {
    id: tally,
    month: monthAt(now),
    channel: CHANNELS[0],
    outcome: closed?.outcome ?? 'junk',
    ...(language && { language }),
    ...(urgency && { urgency }),
    ...(firstLook && { firstLook }),
    card,
  });
  return kept.ok ? null : kept.fault;
}

/** Counts one ending after the other, as they came: the one that was undone must not arrive last. */
export function createCounting(api: Api, vault: VaultClient) {
  let before: Promise<DeskFault | null> = Promise.resolve(null);
  return (one: Case, now: number) => {
    before = before.then(() => countEnding(api, vault, one, now));
    return before;
  };
}
