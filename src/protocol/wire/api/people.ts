import * as z from 'zod/mini';
import { Id } from '../fields.ts';
import { audited, JustAct } from './audit.ts';
import { BoxKey, VaultBox } from './door.ts';
import { StoredBody, Time } from './fields.ts';
import { Member, MemberName, Role } from './member.ts';
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
  /** The public half of their own key. */
  boxKey: BoxKey,
  /** How many ways in they have, and sessions that are open. */
  ways: z.int(),
  sessions: z.int(),
  /** Counts the changes of the row; a change names the one that it saw. */
  rev: z.int(),
});
export type Person = z.infer<typeof Person>;

/** An invitation that can still be taken. What it has not is left out. */
export const InviteRow = z.object({
  id: Id,
  role: Role,
  /** The member whom it gives a new way in. */
  for: z.optional(Member),
  /** Who invited; left out for the holder of the key. */
  by: z.optional(Member),
  createdAt: Time,
  expiresAt: Time,
  /** Who opened it: under which name, with which own key, when. */
  opened: z.optional(z.object({ name: MemberName, boxKey: BoxKey, at: Time })),
  /** How often somebody else tried to open it after that. */
  seen: z.int(),
  letIn: z.optional(z.literal(true)),
});
export type InviteRow = z.infer<typeof InviteRow>;

/** Everybody who is or was a member, by name, and the invitations that can still be taken, newest first. */
export const PeopleBody = z.object({ people: z.array(Person), invites: z.array(InviteRow) });
export type PeopleBody = z.infer<typeof PeopleBody>;

/** What a member is from now on, with the revision that the administrator saw. */
export const ChangePerson = z.object({ role: Role, standing: MemberStanding, rev: z.int(), ...audited });
export type ChangePerson = z.infer<typeof ChangePerson>;

/** An invitation under an id that follows from its code, for somebody new or as a new way in for a member. */
export const PostInvite = z.object({ id: Id, role: Role, for: z.nullable(Id), ...audited });
export type PostInvite = z.infer<typeof PostInvite>;

/** Who is let in: by the own key whose words were compared, and the centre's keys sealed to it. */
export const LetIn = z.object({ boxKey: BoxKey, box: VaultBox, ...audited });
export type LetIn = z.infer<typeof LetIn>;

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
   * Answers the member as they now are. Who is suspended or has left is signed out at once; who has left keeps no way in,
   * no way to be rung, and comes back by an invitation alone. 409 `changed` where the revision is not current,
   * `last_administrator` where nobody would be left who can do this. The same again, known by its act, is answered as done.
   */
  changePerson: {
    method: 'POST',
    path: '/api/desk/people/:id',
    who: 'administrator',
    counts: null,
    body: ChangePerson,
    answer: Person,
    again: true,
  },
  /**
   * Makes an invitation, which the worker knows by its id alone. For a member it gives a new way in: when it is used, all
   * that they had opens nothing any more, and they are active, whatever they were. 404 `not_found` for who is nobody.
   */
  invite: {
    method: 'POST',
    path: '/api/desk/invites',
    who: 'administrator',
    counts: null,
    body: PostInvite,
    answer: StoredBody,
    again: true,
  },
  /** Takes an invitation back that nobody has used. */
  withdrawInvite: {
    method: 'POST',
    path: '/api/desk/invites/:id/withdraw',
    who: 'administrator',
    counts: null,
    body: JustAct,
    answer: StoredBody,
    again: true,
  },
  /** Lets in who opened an invitation; 409 `changed` where another own key is bound to it, or it can't be used any more. */
  letIn: {
    method: 'POST',
    path: '/api/desk/invites/:id/let-in',
    who: 'member',
    counts: null,
    body: LetIn,
    answer: StoredBody,
    again: true,
  },
  /** Ends every session of a member; they sign in again with what they have. */
  endSessions: {
    method: 'POST',
    path: '/api/desk/people/:id/end-sessions',
    who: 'administrator',
    counts: null,
    body: JustAct,
    answer: SessionsEndedBody,
    again: true,
  },
  /** Ends every session of the member who asks but this one: a telephone was lost, a desk left open elsewhere. */
  endOthers: {
    method: 'POST',
    path: '/api/desk/session/others',
    who: 'member',
    counts: null,
    body: JustAct,
    answer: SessionsEndedBody,
    again: true,
  },
} as const satisfies Routes;
