import type { CONTRACT } from '../../../src/protocol/wire/api/contract.ts';
import type { ServedAll } from '../../http/mount.ts';
import { answer } from './messages.ts';
import { acknowledge, referrals, release, thread } from './referrals.ts';
import { bringBack, throwAway } from './thrown.ts';

/** What members work with. */
export const desk = {
  referrals,
  thread,
  acknowledge,
  release,
  answer,
  throwAway,
  bringBack,
} satisfies ServedAll<typeof CONTRACT.desk>;
