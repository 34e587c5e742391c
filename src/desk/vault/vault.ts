import nacl from 'tweetnacl';
import { boxItem, openBoxedItem } from '../../protocol/authenticated.ts';
import { equalBytes, fromBase64url, toBase64url } from '../../protocol/bytes.ts';
import { keyIdOf } from '../../protocol/centre-key.ts';
import { readEnvelope } from '../../protocol/envelope.ts';
import { inviteKeys } from '../../protocol/invite.ts';
import { openItem } from '../../protocol/open.ts';
import { derivePassphrase, type PassphraseKeys } from '../../protocol/passphrase.ts';
import { PassphraseKdf } from '../../protocol/passphrase-kdf.ts';
import { signInText } from '../../protocol/sign-in.ts';
import { unwrapVault, vaultKeys, wrapVault } from '../../protocol/vault.ts';
import type { Opened, Sealed, VaultFault, VaultReply, VaultRequest } from './requests.ts';

/** Answers requests one after the other. */
export type Vault = (request: VaultRequest) => Promise<VaultReply>;

const failed = (code: VaultFault): VaultReply => ({ kind: 'failed', code });

function openReporters(sealed: Sealed, envelope: Uint8Array, secretKeys: readonly Uint8Array[]): Opened {
  return openItem(envelope, secretKeys, { thread: sealed.thread, id: sealed.id });
}

function openOwn(
  sealed: Sealed,
  mailbox: Uint8Array,
  envelope: Uint8Array,
  secretKeys: readonly Uint8Array[],
): Opened {
  const read = readEnvelope(envelope);
  if (!read.ok) return read;
  const { keyId } = read.parts;
  const secretKey = secretKeys.find((key) => equalBytes(keyIdOf(nacl.scalarMult.base(key)), keyId));
  if (!secretKey) return { ok: false, code: 'key_unknown' };
  return openBoxedItem(envelope, mailbox, secretKey, { thread: sealed.thread, id: sealed.id });
}

function openOne(sealed: Sealed, secretKeys: readonly Uint8Array[]): Opened {
  const envelope = fromBase64url(sealed.envelope);
  if (!envelope) return { ok: false, code: 'envelope_text' };
  if (sealed.from === 'reporter') return openReporters(sealed, envelope, secretKeys);
  const mailbox = fromBase64url(sealed.mailbox);
  if (mailbox?.length !== nacl.box.publicKeyLength) return { ok: false, code: 'box_broken' };
  return openOwn(sealed, mailbox, envelope, secretKeys);
}

/**
 * Makes a vault: the one place of the desk that holds secret keys, and nothing but these functions around them. It
 * runs in a Web Worker (vault.worker.ts). `origin` is what sign-ins are signed for: the origin of the page.
 */
export function createVault(origin: string): Vault {
  let inviteKey: Uint8Array | null = null;
  let derived: PassphraseKeys | null = null;
  let secretKeys: Uint8Array[] = [];

  const forgetDerived = () => {
    derived?.wrappingKey.fill(0);
    derived?.signingSeed.fill(0);
    derived = null;
  };
  const forgetInvite = () => {
    inviteKey?.fill(0);
    inviteKey = null;
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
    secretKeys = vaultKeys(vault);
    forgetDerived();
    forgetInvite();
    return { kind: 'unlock' };
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
      case 'derive': {
        // The page read these from the worker's answer; a weak cost would make the signature a way to guess.
        const kdf = PassphraseKdf.safeParse(request.kdf);
        if (!kdf.success) return failed('kdf_weak');
        forgetDerived();
        derived = await derivePassphrase(request.passphrase, kdf.data);
        return { kind: 'derive' };
      }
      case 'enrol':
        return enrol(request.vault);
      case 'sign':
        return sign(request.name, request.challenge);
      case 'unlock':
        return unlock(request.vault);
      case 'open':
        if (secretKeys.length === 0) return failed('vault_closed');
        return { kind: 'open', opened: request.sealed.map((sealed) => openOne(sealed, secretKeys)) };
      case 'box': {
        const [newest] = secretKeys;
        if (!newest) return failed('vault_closed');
        const mailbox = fromBase64url(request.mailbox);
        if (mailbox?.length !== nacl.box.publicKeyLength) return failed('message_unfit');
        const envelope = boxItem(request.message, newest, mailbox);
        return envelope ? { kind: 'box', envelope: toBase64url(envelope) } : failed('message_unfit');
      }
      case 'lock':
        forgetDerived();
        forgetInvite();
        for (const key of secretKeys) key.fill(0);
        secretKeys = [];
        return { kind: 'lock' };
    }
  };
}
