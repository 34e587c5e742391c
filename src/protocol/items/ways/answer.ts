import * as z from 'zod/mini';
import type { Carrier } from '../carrier.ts';
import { DeskMessage } from '../kinds/message.ts';
import { Status } from '../kinds/status.ts';

/** What the centre boxes to the mailbox of a thread. */
export const ANSWER = { way: 'answer', carries: z.union([DeskMessage, Status]) } as const satisfies Carrier;
