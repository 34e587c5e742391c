import * as z from 'zod/mini';
import { Time } from './fields.ts';
import { Member, Role } from './member.ts';
import type { Routes } from './route.ts';

/** How a member stands: they work here; they may do nothing for now; they have left, and keep nothing that opens. */
export const STANDINGS = ['active', 'suspended', 'left'] as const;
export const MemberStanding = z.enum(STANDINGS);
export type MemberStanding = z.infer<typeof MemberStanding>;

/** A member, as all of the desk see who can read. */
export const Person = z.object({
  ...Member.shape,
  role: Role,
  standing: MemberStanding,
  /** Since when they are a member. */
  since: Time,
  /** How many ways in they have, and sessions that are open. */
  ways: z.int(),
  sessions: z.int(),
  /** Counts the changes of the row; a change names the one that it saw. */
  rev: z.int(),
});
export type Person = z.infer<typeof Person>;

/** Everybody who is or was a member, by name. */
export const PeopleBody = z.object({ people: z.array(Person) });
export type PeopleBody = z.infer<typeof PeopleBody>;

/** What a member is from now on, with the revision that the administrator saw. */
export const ChangePerson = z.object({ role: Role, standing: MemberStanding, rev: z.int() });
export type ChangePerson = z.infer<typeof ChangePerson>;

/** How many sessions were ended. */
export const SessionsEndedBody = z.object({ ended: z.int() });
export type SessionsEndedBody = z.infer<typeof SessionsEndedBody>;

/** Who works here, and what administrators do about it. */
export const peopleRoutes = {
  people: {
    method: 'GET',
    path: '/api/desk/people',
    who: 'member',
    counts: null,
    body: null,
    answer: PeopleBody,
    again: true,
  },
  /**
   * Answers the member as they now are. Who is suspended or has left is signed out at once; who has left keeps no way in and
   * comes back by an invitation alone. 409 `changed` where the revision is not current, `last_administrator` where nobody
   * would be left who can do this.
   */
  changePerson: {
    method: 'POST',
    path: '/api/desk/people/:id',
    who: 'administrator',
    counts: null,
    body: ChangePerson,
    answer: Person,
    again: false,
  },
  /** Ends every session of a member; they sign in again with what they have. */
  endSessions: {
    method: 'POST',
    path: '/api/desk/people/:id/end-sessions',
    who: 'administrator',
    counts: null,
    body: null,
    answer: SessionsEndedBody,
    again: true,
  },
  /** Ends every session of the member who asks but this one: a telephone was lost, a desk left open elsewhere. */
  endOthers: {
    method: 'POST',
    path: '/api/desk/session/others',
    who: 'member',
    counts: null,
    body: null,
    answer: SessionsEndedBody,
    again: true,
  },
} as const satisfies Routes;
