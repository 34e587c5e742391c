import { wayRoutes } from '../../../src/protocol/wire/api/ways.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import { requestOrigin } from '../../hosts/own-origin.ts';
import { actIn } from '../../http/act.ts';
import { now } from '../../http/clock.ts';
import { serve } from '../../http/mount.ts';
import { done, refused, stored } from '../../http/reply.ts';
import { challengeReader, forNewPasskey } from '../../sign-in/asked.ts';
import { drawChallenge } from '../../sign-in/challenge.ts';
import { readNewPasskey } from '../../sign-in/passkey.ts';
import { sessionHash } from '../../sign-in/session.ts';
import { addWay, hasPasskey, listWays, removeWay as remove, rewrapWay } from '../../store/own-ways.ts';
import { signInPepper } from '../../store/settings.ts';
import { useChallenge } from '../../store/ways-in.ts';

/** A wrapped vault and the id of its newest key as bytes; null where they are none. */
function wrappedIn(body: { vault: string; newestKey: string }) {
  const [vault, newestKey] = [fromBase64url(body.vault), fromBase64url(body.newestKey)];
  return vault && newestKey ? { vault, newestKey } : null;
}

/** The ways in of the member who asks. */
export const ways = serve(wayRoutes.ways, async (c) => done(await listWays(c.env.DB, c.get('member').id)));

/** What a new passkey of this member is to sign. */
export const passkeyChallenge = serve(wayRoutes.passkeyChallenge, async (c) => {
  const pepper = await signInPepper(c.env.DB);
  return done({ challenge: await drawChallenge(pepper, forNewPasskey(c.get('member').id), Date.now()) });
});

/** Adding a passkey. */
export const addPasskey = serve(wayRoutes.addPasskey, async (c, { id, body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  const memberId = c.get('member').id;
  const wrapped = wrappedIn(body);
  const credential = fromBase64url(body.passkey.credential);
  if (!wrapped || !credential) return refused('malformed');
  if (await hasPasskey(c.env.DB, { id, memberId, credential })) return stored(id, 'repeated');

  const asked = challengeReader(await signInPepper(c.env.DB), forNewPasskey(memberId));
  const made = await readNewPasskey(body.passkey, requestOrigin(c), asked.isOurs);
  const challenge = asked.found();
  if (!made || !challenge) return refused('malformed');
  if (!(await useChallenge(c.env.DB, challenge, Date.now()))) return refused('changed');
  const { name } = body;
  const way = { id, memberId, kind: 'passkey', name, createdAt: now(), ...made, ...wrapped } as const;
  return stored(id, await addWay(c.env.DB, way, read.act));
});

/** Adding a passphrase. */
export const addPassphrase = serve(wayRoutes.addPassphrase, async (c, { id, body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  const wrapped = wrappedIn(body);
  const publicKey = fromBase64url(body.publicKey);
  if (!wrapped || !publicKey) return refused('malformed');
  const { kdf } = body;
  const memberId = c.get('member').id;
  const way = { id, memberId, kind: 'passphrase', kdf, publicKey, createdAt: now(), ...wrapped } as const;
  return stored(id, await addWay(c.env.DB, way, read.act));
});

/** Wrapping a vault anew. */
export const rewrap = serve(wayRoutes.rewrap, async (c, { id, body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  const wrapped = wrappedIn(body);
  if (!wrapped) return refused('malformed');
  const there = await rewrapWay(c.env.DB, { id, memberId: c.get('member').id, ...wrapped }, read.act);
  return there ? done({ id }) : refused('not_found');
});

/** Removing a way in. */
export const removeWay = serve(wayRoutes.removeWay, async (c, { id, body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  const session = await sessionHash(c);
  const gone = await remove(c.env.DB, { id, memberId: c.get('member').id, session }, read.act);
  return gone ? done({ id }) : refused('conflict');
});
