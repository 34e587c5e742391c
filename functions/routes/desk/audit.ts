import { ACT_ROWS, auditRoutes, LINK_ROWS } from '../../../src/protocol/wire/api/audit.ts';
import { readAct } from '../../http/act.ts';
import { serve } from '../../http/mount.ts';
import { readNumber } from '../../http/number.ts';
import { done, refused } from '../../http/reply.ts';
import { addAct, listActs, listHeads, listLinks } from '../../store/audit.ts';

/** Adding to one's own trail what no other call carries. */
export const postAct = serve(auditRoutes.postAct, async (c, { body }) => {
  const read = await readAct(c, body.act, null);
  if (!read.ok) return read;
  await addAct(c.env.DB, read.act);
  return done({ id: body.act.id });
});

/** Every link of everybody's. */
export const links = serve(auditRoutes.links, async (c) => {
  const after = readNumber(c.req.query(auditRoutes.links.query), 0);
  if (after === null) return refused('malformed');
  const found = await listLinks(c.env.DB, after);
  const page = found.slice(0, LINK_ROWS);
  const next = found.length > LINK_ROWS ? page.at(-1)?.n : undefined;
  return done({ links: page, ...(next !== undefined && { next }) });
});

/** Where everybody's trail has come to. */
export const heads = serve(auditRoutes.heads, async (c) => done({ heads: await listHeads(c.env.DB) }));

/** What was done, newest first. */
export const acts = serve(auditRoutes.acts, async (c) => {
  const before = readNumber(c.req.query(auditRoutes.acts.query), Number.MAX_SAFE_INTEGER);
  if (before === null) return refused('malformed');
  const found = await listActs(c.env.DB, before);
  const page = found.slice(0, ACT_ROWS);
  const next = found.length > ACT_ROWS ? page.at(-1)?.n : undefined;
  return done({ acts: page, ...(next !== undefined && { next }) });
});
