import { handedRoutes } from '../../../src/protocol/wire/api/handed.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { now } from '../../http/clock.ts';
import { type ServedAll, serve } from '../../http/mount.ts';
import { done, refused } from '../../http/reply.ts';
import { shownMailbox } from '../../http/shown-mailbox.ts';
import { openSalt, underEach } from '../../secrets/stored-mailbox.ts';
import { acceptHandoff, openHandoff } from '../../store/handed.ts';

/** What another centre does with the token of a code: reads what was passed on to it, and says that it has it. */
export const handed = {
  handed: serve(handedRoutes.handed, async (c) => {
    const shown = await shownMailbox(c);
    if (!shown) return refused('secret_missing');
    const found = await underEach(shown.hashes, null, (hash) => openHandoff(c.env.DB, hash, now()));
    if (!found) return refused('unauthorized');
    const salt = await openSalt(shown.secrets, found.id, found.salt);
    return salt ? done({ ...found, salt: toBase64url(salt) }) : refused('mailbox_damaged');
  }),
  accept: serve(handedRoutes.accept, async (c) => {
    const shown = await shownMailbox(c);
    if (!shown) return refused('secret_missing');
    const accepted = await underEach(shown.hashes, null, (hash) => acceptHandoff(c.env.DB, hash, now()));
    return accepted ? done(accepted) : refused('unauthorized');
  }),
} satisfies ServedAll<typeof handedRoutes>;
