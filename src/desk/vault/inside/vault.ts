import nacl from 'tweetnacl';
import type { Item } from '../../../protocol/items/item.ts';
import { ANSWER } from '../../../protocol/items/ways/answer.ts';
import { OWN } from '../../../protocol/items/ways/own.ts';
import { canonicalPassphrase, drawPassphrase } from '../../../protocol/keys/drawn-passphrase.ts';
import { inviteKeys } from '../../../protocol/keys/invite.ts';
import { derivePassphrase, type PassphraseKeys } from '../../../protocol/keys/passphrase.ts';
import { unwrapVault, vaultKeys, wrapVault } from '../../../protocol/keys/vault.ts';
import { boxItem } from '../../../protocol/seal/authenticated-box.ts';
import { type CentrePair, centrePair, forgetPair } from '../../../protocol/seal/centre-pair.ts';
import { fromBase64url, toBase64url } from '../../../protocol/wire/bytes.ts';
import { digestOf } from '../../../protocol/wire/digest.ts';
import { newPassphraseKdf, PassphraseKdf } from '../../../protocol/wire/passphrase-kdf.ts';
import { signInText } from '../../../protocol/wire/sign-in.ts';
import type { Opened, Sealed, VaultFault, VaultReply, VaultRequest } from '../requests.ts';
import { handOn } from './hand-on.ts';
import { openOne } from './open-one.ts';
import { type QuickKeys, quickKeysOf } from './quick-keys.ts';

/** Answers requests one after the other. */
export type Vault = (request: VaultRequest) => Promise<VaultReply>;

const NO_QUICK_KEYS: Promise<QuickKeys> = Promise.resolve([]);

/** What may be boxed: whoever opens it reads nothing else, and one unreadable entry would shut a whole thread. */
const BOXED = { box: ANSWER.carries, keep: OWN.carries } as const;

const failed = (code: VaultFault): VaultReply => ({ kind: 'failed', code });

/** Why a cost of stretching is not taken: less work than today's could be guessed, more could hang a telephone. */
function kdfFault({ memoryKiB, passes }: PassphraseKdf): VaultFault {
  const today = newPassphraseKdf();
  return memoryKiB < today.memoryKiB || passes < today.passes ? 'kdf_weak' : 'kdf_costly';
}

/**
 * Makes a vault: the one place of the desk that holds secret keys, and nothing but these functions around them. It
 * runs in a Web Worker (vault.worker.ts). `origin` is what sign-ins are signed for: the origin of the page.
 */
export function createVault(origin: string): Vault {
  let inviteKey: Uint8Array | null = null;
  let drawn: string | null = null;
  let derived: PassphraseKeys | null = null;
  /** Newest first. Made once, when the vault unlocks. */
  let pairs: CentrePair[] = [];
  let quick = NO_QUICK_KEYS;

  const forgetDerived = () => {
    derived?.wrappingKey.fill(0);
    derived?.signingSeed.fill(0);
    derived = null;
  };
  const forgetInvite = () => {
    inviteKey?.fill(0);
    inviteKey = null;
    drawn = null;
  };
  const forgetPairs = () => {
    for (const pair of pairs) forgetPair(pair);
    pairs = [];
    quick = NO_QUICK_KEYS;
  };

  const derive = async (passphrase: string, asked: PassphraseKdf): Promise<VaultFault | null> => {
    // The page read these from the worker's answer; a weak cost would make the signature a way to guess.
    const kdf = PassphraseKdf.safeParse(asked);
    if (!kdf.success) return kdfFault(asked);
    forgetDerived();
    derived = await derivePassphrase(passphrase, kdf.data);
    return null;
  };

  const enrol = (wrapped: string): VaultReply => {
    const bytes = fromBase64url(wrapped);
    if (!inviteKey || !derived) return failed('vault_closed');
    const vault = bytes && unwrapVault(bytes, inviteKey);
    if (!vault) return failed('vault_broken');
    const { publicKey } = nacl.sign.keyPair.fromSeed(derived.signingSeed);
    return {
      kind: 'enrol',
      vault: toBase64url(wrapVault(vault, derived.wrappingKey)),
      publicKey: toBase64url(publicKey),
    };
  };

  const sign = (name: string, challenge: string): VaultReply => {
    if (!derived) return failed('vault_closed');
    const { secretKey } = nacl.sign.keyPair.fromSeed(derived.signingSeed);
    const signature = nacl.sign.detached(signInText(origin, name, challenge), secretKey);
    secretKey.fill(0);
    return { kind: 'sign', signature: toBase64url(signature) };
  };

  const unlock = (wrapped: string): VaultReply => {
    if (!derived) return failed('vault_closed');
    const bytes = fromBase64url(wrapped);
    const vault = bytes && unwrapVault(bytes, derived.wrappingKey);
    if (!vault) return failed('vault_broken');
    forgetPairs();
    pairs = vaultKeys(vault).map(centrePair);
    // Not waited for: what locks meanwhile must find the vault unlocked or not, and never half.
    quick = quickKeysOf(pairs);
    forgetDerived();
    forgetInvite();
    return { kind: 'unlock', keyIds: pairs.map(({ keyId }) => toBase64url(keyId)) };
  };

  const openAll = async (sealed: readonly Sealed[]): Promise<Opened[]> => {
    const own = pairs;
    const keys = await quick;
    return Promise.all(sealed.map((each) => openOne(each, own, keys)));
  };

  /** Boxes an item with the newest pair, to a mailbox or, without one, to the centre itself. */
  const box = (kind: 'box' | 'keep', item: Item, mailbox?: string): VaultReply => {
    const [newest] = pairs;
    if (!newest) return failed('vault_closed');
    const recipient = mailbox === undefined ? newest.publicKey : fromBase64url(mailbox);
    if (recipient?.length !== nacl.box.publicKeyLength) return failed('message_unfit');
    if (!BOXED[kind].safeParse(item).success) return failed('message_unfit');
    const envelope = boxItem(item, newest, recipient);
    if (!envelope) return failed('message_unfit');
    return { kind, envelope: toBase64url(envelope), digest: toBase64url(digestOf(envelope)) };
  };

  return async (request) => {
    switch (request.kind) {
      case 'invite': {
        const secret = fromBase64url(request.secret);
        if (secret?.length !== 32) return failed('invite_malformed');
        const keys = inviteKeys(secret);
        inviteKey = keys.wrappingKey;
        return { kind: 'invite', token: toBase64url(keys.token) };
      }
      case 'draw':
        if (!inviteKey) return failed('vault_closed');
        drawn = drawPassphrase();
        return { kind: 'draw', passphrase: drawn };
      case 'drawn':
        return drawn === null ? failed('vault_closed') : { kind: 'drawn', passphrase: drawn };
      case 'prove': {
        if (drawn === null) return failed('vault_closed');
        if (canonicalPassphrase(request.typed) !== drawn) return failed('passphrase_other');
        const fault = await derive(drawn, request.kdf);
        if (fault) return failed(fault);
        drawn = null;
        return { kind: 'prove' };
      }
      case 'derive': {
        const fault = await derive(request.passphrase, request.kdf);
        return fault ? failed(fault) : { kind: 'derive' };
      }
      case 'enrol':
        return enrol(request.vault);
      case 'sign':
        return sign(request.name, request.challenge);
      case 'unlock':
        return unlock(request.vault);
      case 'open':
        if (pairs.length === 0) return failed('vault_closed');
        return { kind: 'open', opened: await openAll(request.sealed) };
      case 'box':
        return box('box', request.message, request.mailbox);
      case 'keep':
        return box('keep', request.item);
      case 'hand-on': {
        const [newest] = pairs;
        if (!newest) return failed('vault_closed');
        const handed = await handOn(request.thread, request.handing, newest);
        return handed ? { kind: 'hand-on', ...handed } : failed('message_unfit');
      }
      case 'lock':
        forgetDerived();
        forgetInvite();
        forgetPairs();
        return { kind: 'lock' };
    }
  };
}
