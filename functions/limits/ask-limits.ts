import type { Bindings } from '../env.ts';
import { type Asking, Limits, type Verdict } from './limits.ts';
import type { Network } from './networks.ts';

/** Takes back that a first item from these networks was stored. Where counting fails, the next proof is dearer. */
export async function countNotStored(
  { LIMITS }: Pick<Bindings, 'LIMITS'>,
  networks: Network[],
): Promise<void> {
  try {
    await LIMITS.getByName(Limits.NAME).notStored(networks);
  } catch {
    // It is four times as dear at most, for an hour.
  }
}

/** Milliseconds that counting may take. */
const PATIENCE = 200;

/** What is said where nobody counts: a person in danger must not be turned away by our own defence. */
const NOBODY_COUNTS: Verdict = { over: false, level: 'calm', doublings: 0, proofKey: null };

/** Has a request counted. Lets it in where counting fails, or takes longer than 200 ms. */
export async function askLimits({ LIMITS }: Pick<Bindings, 'LIMITS'>, asking: Asking): Promise<Verdict> {
  let forget = () => {};
  const late = new Promise<Verdict>((resolve) => {
    const timer = setTimeout(() => resolve(NOBODY_COUNTS), PATIENCE);
    forget = () => clearTimeout(timer);
  });
  try {
    const counted = LIMITS.getByName(Limits.NAME).count(asking);
    return await Promise.race([counted, late]);
  } catch {
    return NOBODY_COUNTS;
  } finally {
    forget();
  }
}
