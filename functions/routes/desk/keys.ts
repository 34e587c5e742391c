import { keyRoutes } from '../../../src/protocol/wire/api/keys.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import { actIn } from '../../http/act.ts';
import { serve } from '../../http/mount.ts';
import { done, refused } from '../../http/reply.ts';
import { listHolders, putNextKeys, putVouch } from '../../store/next-keys.ts';

/** Which active member has which keys of the centre. */
export const keys = serve(keyRoutes.keys, async (c) => done({ holders: await listHolders(c.env.DB) }));

/** Keeping the centre's word for the own key of the member who asks. */
export const vouch = serve(keyRoutes.vouch, async (c, { body }) => {
  const [boxKey, keyId, signature] = [body.boxKey, body.keyId, body.signature].map(fromBase64url);
  if (!boxKey || !keyId || !signature) return refused('malformed');
  const kept = await putVouch(c.env.DB, { memberId: c.get('member').id, boxKey, keyId, signature });
  return kept ? done({ vouched: true as const }) : refused('changed');
});

/** Keeping the next key for the members to whom it is sealed. */
export const bringNextKey = serve(keyRoutes.bringNextKey, async (c, { body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  const keyId = fromBase64url(body.keyId);
  const sealed = body.sealed.flatMap(({ member, box, signature }) => {
    const bytes = { box: fromBase64url(box), signature: fromBase64url(signature) };
    return bytes.box && bytes.signature ? [{ member, box: bytes.box, signature: bytes.signature }] : [];
  });
  if (!keyId || sealed.length < body.sealed.length) return refused('malformed');
  return done({ brought: await putNextKeys(c.env.DB, { keyId, sealed }, read.act) });
});
