import {
  type DutyBody,
  dutyRoutes,
  FURTHEST_SHIFT,
  type OnDuty,
  PLAN_AHEAD,
} from '../../../src/protocol/wire/api/duty.ts';
import type { Member } from '../../../src/protocol/wire/api/member.ts';
import type { Holding, Proofs } from '../../duty/holding.ts';
import { onDutyAt } from '../../duty/on-duty.ts';
import { rotaOf } from '../../duty/rota.ts';
import { actIn } from '../../http/act.ts';
import { now } from '../../http/clock.ts';
import { serve } from '../../http/mount.ts';
import { done, refused, stored } from '../../http/reply.ts';
import { insertShift } from '../../store/duty.ts';
import { listMembers } from '../../store/members.ts';

const HOUR = 3600;

/** Who is on duty, and who is planned. */
export const duty = serve(dutyRoutes.duty, async (c) => {
  const at = now();
  const members = await listMembers(c.env.DB);
  const { shifts, proofs, held } = await onDutyAt(c.env.DB, members, at);
  const named = (id: string | null): Member | null => members.find((member) => member.id === id) ?? null;
  const from = at - (at % HOUR);
  const spans = rotaOf(shifts, from, from + PLAN_AHEAD);
  const body: DutyBody = {
    now: at,
    first: shown(held.first, named, proofs),
    backup: shown(held.backup, named, proofs),
    spans: spans.map((span) => ({ ...span, first: named(span.first), backup: named(span.backup) })),
    proofs: [...proofs].map(([member, heard]) => ({ member, at: heard })),
  };
  return done(body);
});

function shown({ held, awaited }: Holding, named: (id: string) => Member | null, proofs: Proofs): OnDuty {
  const holder = held && named(held.member);
  const next = awaited && named(awaited.member);
  return {
    ...(held &&
      holder && {
        held: { member: holder, since: held.from, until: held.until, provedAt: proofs.get(holder.id) ?? 0 },
      }),
    ...(next && { awaited: { member: next, since: awaited.from, until: awaited.until } }),
  };
}

/** Giving a rank for a time. */
export const putShift = serve(dutyRoutes.putShift, async (c, { id, body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  const at = now();
  const { rank, member, until } = body;
  // What was, nobody changes any more.
  const from = Math.max(body.from, at - (at % 60));
  if (until <= from || until > at + FURTHEST_SHIFT) return refused('malformed');
  const saidBy = c.var.member.id;
  const shift = { id, rank, member, from, until, saidBy, saidAt: at };
  const outcome = await insertShift(c.env.DB, shift, read.act);
  return outcome === 'unknown' ? refused('not_found') : stored(id, outcome);
});
