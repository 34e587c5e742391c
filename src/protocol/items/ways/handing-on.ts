import type { Carrier } from '../carrier.ts';
import { Handoff } from '../kinds/handoff.ts';

/** What the centre boxes to a mailbox that it draws for another centre. */
export const HANDING_ON = { way: 'handing-on', carries: Handoff } as const satisfies Carrier;
