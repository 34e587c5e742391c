import * as z from 'zod/mini';
import type { Carrier } from '../carrier.ts';
import { Drill } from '../kinds/drill.ts';
import { ReporterMessage } from '../kinds/message.ts';
import { Referral } from '../kinds/referral.ts';
import { Request } from '../kinds/request.ts';

/** What anyone may seal to the centre. */
export const REPORT = {
  way: 'report',
  carries: z.union([Referral, Request, Drill, ReporterMessage]),
} as const satisfies Carrier;
