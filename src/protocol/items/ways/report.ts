import * as z from 'zod/mini';
import type { Carrier } from '../carrier.ts';
import { AnyReferral } from '../kinds/any-referral.ts';
import { Drill } from '../kinds/drill.ts';
import { ReporterMessage } from '../kinds/message.ts';
import { Request } from '../kinds/request.ts';

/** What anyone may seal to the centre. */
export const REPORT = {
  way: 'report',
  carries: z.union([AnyReferral, Request, Drill, ReporterMessage]),
} as const satisfies Carrier;
