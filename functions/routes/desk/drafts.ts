import { draftRoutes } from '../../../src/protocol/wire/api/drafts.ts';
import { readSealed } from '../../http/envelope.ts';
import { serve } from '../../http/mount.ts';
import { done, refused } from '../../http/reply.ts';
import { listDrafts, removeDraft as remove, putDraft as store } from '../../store/drafts.ts';
import { selectThread } from '../../store/threads.ts';
import { absent } from './absent.ts';

/** The drafts of the member who asks. */
export const drafts = serve(draftRoutes.drafts, async (c, { body }) =>
  done(await listDrafts(c.env.DB, c.var.member.id, body.after)),
);

/** Keeping a draft of a thread, for the member who wrote it. */
export const putDraft = serve(draftRoutes.putDraft, async (c, { id: thread, body }) => {
  const envelope = await readSealed(body.envelope, draftRoutes.putDraft, c.env);
  if (!envelope.ok) return envelope;
  const { sealed } = envelope;
  if (await store(c.env.DB, c.var.member.id, { thread, id: body.id, sealed })) return done({ id: thread });
  const there = await selectThread(c.env.DB, thread).first();
  return there ? refused('conflict') : absent(c.env.DB, thread);
});

/** Forgetting it: it was sent or discarded. */
export const removeDraft = serve(draftRoutes.removeDraft, async (c, { id: thread }) => {
  await remove(c.env.DB, c.var.member.id, thread);
  return done({ id: thread });
});
