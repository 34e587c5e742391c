import { isStoreBusy } from '../http/fault.ts';
import { FIRST_TIME } from './receive.ts';
import { type Settled, within } from './within.ts';

/**
 * What a question to D1 comes to while somebody waits for it: its answer, or that D1 is busy, out of reach or late. Throws
 * what is a fault of ours.
 */
export async function askFirst<Value>(question: Promise<Value>): Promise<Settled<Value>> {
  const settled = await within(question, FIRST_TIME);
  const ours = settled.kind === 'failed' && !(settled.error instanceof Error && isStoreBusy(settled.error));
  if (ours) throw settled.error;
  return settled;
}
