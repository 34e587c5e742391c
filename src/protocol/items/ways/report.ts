import * as z from 'zod/mini';
import type { Carrier } from '../carrier.ts';
import { Drill } from '../drill.ts';
import { ReporterMessage } from '../message.ts';
import { Referral } from '../referral.ts';
import { Request } from '../request.ts';

/** What anyone may seal to the centre. */
export const REPORT = {
  way: 'report',
  carries: z.union([Referral, Request, Drill, ReporterMessage]),
} as const satisfies Carrier;
