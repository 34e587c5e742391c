import type * as z from 'zod/mini';
import {
  type Acknowledge,
  type AskChallenge,
  ChallengeBody,
  InviteBody,
  Member,
  type OpenInvite,
  type PostAnswer,
  type PostMember,
  type PostSession,
  type PostThrown,
  ReferralListBody,
  ReferralRow,
  type Release,
  SessionBody,
  SessionEndedBody,
  type StoredBody,
  storedAs,
  ThreadBody,
  ThrownBody,
} from '../../protocol/wire/api/api.ts';
import { type Surroundings, send } from './request.ts';
import type { ApiResult } from './result.ts';

/** The routes of the worker that the desk uses. Signing in opens the session to which what follows belongs. */
export type Api = {
  invite: (body: z.infer<typeof OpenInvite>) => Promise<ApiResult<InviteBody>>;
  addMember: (body: PostMember) => Promise<ApiResult<Member>>;
  challenge: (body: z.infer<typeof AskChallenge>) => Promise<ApiResult<ChallengeBody>>;
  signIn: (body: PostSession) => Promise<ApiResult<SessionBody>>;
  /** Ends a session of this browser, and no other; it outlives the page. */
  signOut: (session: string) => Promise<ApiResult<SessionEndedBody>>;
  /** A page of the list: the first, or the one that `next` of the page before names. */
  referrals: (after?: string) => Promise<ApiResult<ReferralListBody>>;
  thread: (referral: string) => Promise<ApiResult<ThreadBody>>;
  acknowledge: (referral: string, body: z.infer<typeof Acknowledge>) => Promise<ApiResult<ReferralRow>>;
  release: (referral: string, body: z.infer<typeof Release>) => Promise<ApiResult<ReferralRow>>;
  throwAway: (body: PostThrown) => Promise<ApiResult<ThrownBody>>;
  bringBack: (thrown: string) => Promise<ApiResult<ThrownBody>>;
  answer: (referral: string, body: z.infer<typeof PostAnswer>) => Promise<ApiResult<StoredBody>>;
};

const inBrowser: Surroundings = {
  fetch: (path, init) => fetch(path, init),
  wait: (time) => new Promise((resolve) => setTimeout(resolve, time)),
};

/** Once: the same request twice would not do what it does once. */
const ONCE = 1;
/** Several times: reading, and what carries an id under which the worker stores it once. */
const AGAIN = 3;

/** Makes the client of the worker's API. */
export function createApi(surroundings: Surroundings = inBrowser): Api {
  let session: string | null = null;
  const get = <T>(path: string, answer: z.ZodMiniType<T>) =>
    send({ method: 'GET', path, answer, tries: AGAIN, session }, surroundings);
  const post = <T>(path: string, body: unknown, answer: z.ZodMiniType<T>, tries: number) =>
    send({ method: 'POST', path, body, answer, tries, session }, surroundings);
  const referralPath = (id: string) => `/api/desk/referrals/${encodeURIComponent(id)}`;
  return {
    invite: (body) => post('/api/desk/invite', body, InviteBody, AGAIN),
    addMember: (body) => post('/api/desk/members', body, Member, AGAIN),
    challenge: (body) => post('/api/desk/challenge', body, ChallengeBody, AGAIN),
    async signIn(body) {
      const signedIn = await post('/api/desk/session', body, SessionBody, ONCE);
      if (signedIn.ok) session = signedIn.value.session;
      return signedIn;
    },
    signOut: (ended) =>
      send(
        {
          method: 'POST',
          path: '/api/desk/session/end',
          answer: SessionEndedBody,
          tries: ONCE,
          keepalive: true,
          session: ended,
        },
        surroundings,
      ),
    referrals: (after) =>
      get(
        after === undefined
          ? '/api/desk/referrals'
          : `/api/desk/referrals?after=${encodeURIComponent(after)}`,
        ReferralListBody,
      ),
    thread: (referral) => get(referralPath(referral), ThreadBody),
    acknowledge: (referral, body) => post(`${referralPath(referral)}/acknowledge`, body, ReferralRow, AGAIN),
    release: (referral, body) => post(`${referralPath(referral)}/release`, body, ReferralRow, AGAIN),
    throwAway: (body) => post('/api/desk/thrown', body, ThrownBody, AGAIN),
    bringBack: (thrown) => post(`/api/desk/thrown/${encodeURIComponent(thrown)}/back`, {}, ThrownBody, AGAIN),
    answer: (referral, body) => post(`${referralPath(referral)}/messages`, body, storedAs(body.id), AGAIN),
  };
}
