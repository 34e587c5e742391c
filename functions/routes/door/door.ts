import type { doorRoutes } from '../../../src/protocol/wire/api/door.ts';
import type { ServedAll } from '../../http/mount.ts';
import { challenge } from './challenge.ts';
import { awaitBox, openInvite } from './invite.ts';
import { addMember } from './members.ts';
import { signIn, signOut } from './session.ts';
import { touch, touchChallenge } from './touch.ts';

/** What a browser asks for before a member is signed in, and to sign them in and out. */
export const door = {
  openInvite,
  awaitBox,
  addMember,
  challenge,
  signIn,
  touchChallenge,
  touch,
  signOut,
} satisfies ServedAll<typeof doorRoutes>;
