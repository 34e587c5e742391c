import * as z from 'zod/mini';
import { Id } from '../fields.ts';
import { LinkText } from '../link-fields.ts';
import { EnvelopeText, StoredBody } from './fields.ts';
import type { Routes } from './route.ts';

/**
 * What a member did, as it goes along with doing it: the next link of their trail, and what it was, sealed, under its own id.
 * Neither is stored without the other, nor without what was done.
 */
export const SentAct = z.object({ id: Id, link: LinkText, envelope: EnvelopeText });
export type SentAct = z.infer<typeof SentAct>;

/** In the body of whatever a member does. */
export const audited = { act: z.optional(SentAct) };

/** A body that holds nothing else. */
export const JustAct = z.object(audited);

/** What a member did that no other call carries. */
export const PostAct = z.object({ act: SentAct });

/** A link with its number among all of them. */
export const LinkRow = z.object({ n: z.int(), link: LinkText });

/** Links in the order in which they came, as many as fit a page; where there are more, `next` is the number behind which they go on. */
export const LinksBody = z.object({ links: z.array(LinkRow), next: z.optional(z.int()) });
export type LinksBody = z.infer<typeof LinksBody>;

/** The newest link of each member who has one. */
export const HeadsBody = z.object({ heads: z.array(LinkText) });
export type HeadsBody = z.infer<typeof HeadsBody>;

/** The most links, and the most acts, in one page: with what they can hold at most it stays below `PAGE_BYTES`. */
export const LINK_ROWS = 180;
export const ACT_ROWS = 100;

/** What was done, with the number of its link, and its thread where it was about one. */
export const ActRow = z.object({ n: z.int(), id: Id, thread: z.optional(Id), envelope: EnvelopeText });
export type ActRow = z.infer<typeof ActRow>;

/** What was done, newest first; where there is more, `next` is the number before which it goes on. */
export const ActsBody = z.object({ acts: z.array(ActRow), next: z.optional(z.int()) });
export type ActsBody = z.infer<typeof ActsBody>;

/** What members did, and whether it is whole. */
export const auditRoutes = {
  /** Adds to the member's own trail; 409 `behind` where the link is not the next of it. */
  postAct: {
    method: 'POST',
    path: '/api/desk/audit',
    who: 'member',
    counts: null,
    body: PostAct,
    answer: StoredBody,
    again: true,
  },
  /** Every link there is, beyond a number. */
  links: {
    method: 'GET',
    path: '/api/desk/audit',
    who: 'member',
    counts: null,
    body: null,
    query: 'after',
    answer: LinksBody,
    again: true,
  },
  heads: {
    method: 'GET',
    path: '/api/desk/audit/heads',
    who: 'member',
    counts: null,
    body: null,
    answer: HeadsBody,
    again: true,
  },
  /** What was done and is still kept, before a number; from the newest on where there is none. */
  acts: {
    method: 'GET',
    path: '/api/desk/audit/acts',
    who: 'member',
    counts: null,
    body: null,
    query: 'before',
    answer: ActsBody,
    again: true,
  },
} as const satisfies Routes;
