import nacl from 'tweetnacl';
import { canonicalPassphrase, drawPassphrase } from '../../../protocol/keys/drawn-passphrase.ts';
import { signMemberList, vouchFor } from '../../../protocol/keys/member-list.ts';
import {
  drawOwnKey,
  type OwnKey,
  openVaultBox,
  ownKeyOf,
  sealVault,
} from '../../../protocol/keys/own-key.ts';
import { derivePassphrase, type PassphraseKeys } from '../../../protocol/keys/passphrase.ts';
import { touchWrappingKey } from '../../../protocol/keys/touch.ts';
import { unwrapVault, vaultKeys, vaultOf, wrapVault } from '../../../protocol/keys/vault.ts';
import { type CentrePair, centrePair, forgetPair } from '../../../protocol/seal/centre-pair.ts';
import { drawReceiptCode, readReceiptCode } from '../../../protocol/seal/receipt.ts';
import type { Member } from '../../../protocol/wire/api/member.ts';
import { fromBase64url, toBase64url } from '../../../protocol/wire/bytes.ts';
import type { CentrePublicKey } from '../../../protocol/wire/centre-key.ts';
import { inviteIdOf } from '../../../protocol/wire/invite.ts';
import type { MemberListText } from '../../../protocol/wire/next-key.ts';
import { newPassphraseKdf, PassphraseKdf } from '../../../protocol/wire/passphrase-kdf.ts';
import { signInText } from '../../../protocol/wire/sign-in.ts';
import type { Came, Comparing, Opened, Sealed, VaultFault, VaultReply, VaultRequest } from '../requests.ts';
import { followTexts, sealAct } from './audit.ts';
import { begin } from './begin.ts';
import { boxWith } from './box-with.ts';
import { areCompared, comparedWords } from './compared.ts';
import { drillToSend, tokensOf } from './drill.ts';
import { handOn } from './hand-on.ts';
import { withNextKeys } from './next-keys.ts';
import { openOne } from './open-one.ts';
import { type QuickKeys, quickKeysOf } from './quick-keys.ts';

/** Answers requests one after the other. */
export type Vault = (request: VaultRequest) => Promise<VaultReply>;

/** What a way in gives: a passphrase signs in by itself, a passkey has signed already. */
type WayKeys = Omit<PassphraseKeys, 'signingSeed'> & { signingSeed: Uint8Array | null };

const NOTHING_CAME: Came = { member: '', next: [], newestKey: null };

const NO_QUICK_KEYS: Promise<QuickKeys> = Promise.resolve([]);

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
  /** The own key of the member, or of who is invited. */
  let own: OwnKey | null = null;
  let drawn: string | null = null;
  let derived: WayKeys | null = null;
  /** Newest first. Made once, when the vault unlocks. */
  let pairs: CentrePair[] = [];
  let quick = NO_QUICK_KEYS;

  const forgetDerived = () => {
    derived?.wrappingKey.fill(0);
    derived?.signingSeed?.fill(0);
    derived = null;
  };
  const forgetOwn = () => {
    own?.secretKey.fill(0);
    own = null;
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

  /** Who is invited keeps one own key, however often they try: the invitation is bound to it. */
  const invited = async (typed: string): Promise<VaultReply> => {
    const read = readReceiptCode(typed);
    if (!read.ok) return failed(read.code === 'receipt_check' ? 'code_check' : 'code_length');
    own ??= drawOwnKey();
    const { code } = read;
    return { kind: 'invited', code, id: await inviteIdOf(code), boxKey: toBase64url(own.publicKey) };
  };

  const words = (comparing: Comparing): VaultReply => {
    const compared = comparedWords(comparing, pairs);
    return compared ? { kind: 'words', words: compared } : failed('vault_closed');
  };

  const letIn = (boxKey: string): VaultReply => {
    if (pairs.length === 0) return failed('vault_closed');
    const box = sealVault(vaultOf(pairs), fromBase64url(boxKey) ?? new Uint8Array());
    return box ? { kind: 'let-in', box: toBase64url(box) } : failed('vault_broken');
  };

  const enrol = (box: string, centre: CentrePublicKey): VaultReply => {
    const bytes = fromBase64url(box);
    if (!own || !derived?.signingSeed) return failed('vault_closed');
    const given = bytes && openVaultBox(bytes, own);
    const keys = given ? vaultKeys(given).map(centrePair) : [];
    if (!areCompared(keys, centre)) return failed('vault_broken');
    const vault = vaultOf(keys, own.secretKey);
    for (const pair of keys) forgetPair(pair);
    const { publicKey } = nacl.sign.keyPair.fromSeed(derived.signingSeed);
    return {
      kind: 'enrol',
      vault: toBase64url(wrapVault(vault, derived.wrappingKey)),
      publicKey: toBase64url(publicKey),
    };
  };

  const touched = async (secret: Uint8Array<ArrayBuffer>): Promise<VaultReply> => {
    forgetDerived();
    derived = { wrappingKey: await touchWrappingKey(secret), signingSeed: null };
    secret.fill(0);
    return { kind: 'touched' };
  };

  const wrap = (): VaultReply => {
    const [newest] = pairs;
    if (!newest || !derived) return failed('vault_closed');
    const { wrappingKey, signingSeed } = derived;
    const vault = toBase64url(wrapVault(vaultOf(pairs, own?.secretKey), wrappingKey));
    const publicKey = signingSeed && toBase64url(nacl.sign.keyPair.fromSeed(signingSeed).publicKey);
    forgetDerived();
    return { kind: 'wrap', vault, newestKey: toBase64url(newest.keyId), publicKey };
  };

  const sign = (name: string, challenge: string): VaultReply => {
    if (!derived?.signingSeed) return failed('vault_closed');
    const { secretKey } = nacl.sign.keyPair.fromSeed(derived.signingSeed);
    const signature = nacl.sign.detached(signInText(origin, name, challenge), secretKey);
    secretKey.fill(0);
    return { kind: 'sign', signature: toBase64url(signature) };
  };

  const unlock = (wrapped: string, came: Came = NOTHING_CAME): VaultReply => {
    if (!derived) return failed('vault_closed');
    const bytes = fromBase64url(wrapped);
    const vault = bytes && unwrapVault(bytes, derived.wrappingKey);
    if (!vault) return failed('vault_broken');
    forgetPairs();
    forgetOwn();
    const secret = vault.own === undefined ? null : fromBase64url(vault.own);
    own = secret && ownKeyOf(secret);
    const held = vaultKeys(vault).map(centrePair);
    pairs = own ? withNextKeys(held, own, came.member, came.next) : held;
    // Not waited for: what locks meanwhile must find the vault unlocked or not, and never half.
    quick = quickKeysOf(pairs);
    const keyIds = pairs.map(({ keyId }) => toBase64url(keyId));
    const told = pairs.length === held.length && keyIds[0] === came.newestKey;
    const again = told ? null : wrapVault(vaultOf(pairs, own?.secretKey), derived.wrappingKey);
    forgetDerived();
    return { kind: 'unlock', keyIds, rewrapped: again && toBase64url(again) };
  };

  const vouch = ({ id, name }: Member): VaultReply => {
    const [newest] = pairs;
    if (!newest || !own) return failed('vault_closed');
    const boxKey = toBase64url(own.publicKey);
    const signature = vouchFor({ id, name, boxKey }, newest);
    return { kind: 'vouch', boxKey, keyId: toBase64url(newest.keyId), signature };
  };

  const memberList = (list: MemberListText): VaultReply => {
    const file = signMemberList(list, pairs);
    return file ? { kind: 'member-list', file } : failed('vault_broken');
  };

  const openAll = async (sealed: readonly Sealed[]): Promise<Opened[]> => {
    const own = pairs;
    const keys = await quick;
    return Promise.all(sealed.map((each) => openOne(each, own, keys)));
  };

  /** Seals with the newest pair; what gives null could not be sealed. */
  const sealed = async <
    Kind extends 'box' | 'keep' | 'hand-on' | 'begin' | 'act' | 'drill',
    Made extends object,
  >(
    kind: Kind,
    seal: (newest: CentrePair) => Made | null | Promise<Made | null>,
  ) => {
    const [newest] = pairs;
    if (!newest) return failed('vault_closed');
    const made = await seal(newest);
    return made ? { kind, ...made } : failed('message_unfit');
  };

  return async (request) => {
    switch (request.kind) {
      case 'invited':
        return invited(request.typed);
      case 'draw-invite': {
        const code = drawReceiptCode();
        return { kind: 'draw-invite', code, id: await inviteIdOf(code) };
      }
      case 'words':
        return words(request);
      case 'let-in':
        return letIn(request.boxKey);
      case 'draw':
        if (!own && pairs.length === 0) return failed('vault_closed');
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
        return enrol(request.box, request.centre);
      case 'touched':
        return touched(request.secret);
      case 'wrap':
        return wrap();
      case 'sign':
        return sign(request.name, request.challenge);
      case 'unlock':
        return unlock(request.vault, request.came);
      case 'vouch':
        return vouch(request.member);
      case 'member-list':
        return memberList(request.list);
      case 'open':
        if (pairs.length === 0) return failed('vault_closed');
        return { kind: 'open', opened: await openAll(request.sealed) };
      case 'box':
        return sealed('box', (newest) => boxWith(newest, 'box', request.message, request.mailbox));
      case 'keep':
        return sealed('keep', (newest) => boxWith(newest, 'keep', request.item));
      case 'hand-on':
        return sealed('hand-on', (newest) => handOn(request.thread, request.handing, newest));
      case 'begin':
        return sealed('begin', (newest) => begin(request.beginning, newest));
      case 'act':
        return sealed('act', (newest) => sealAct(request.item, request.place, newest));
      case 'drill':
        return sealed('drill', (newest) => drillToSend(request.at, newest));
      case 'drills':
        if (pairs.length === 0) return failed('vault_closed');
        return { kind: 'drills', tokens: tokensOf(request.ids, pairs) };
      case 'follow':
        if (pairs.length === 0) return failed('vault_closed');
        return { kind: 'follow', verdict: followTexts(request.links, pairs, request.seen) };
      case 'lock':
        forgetDerived();
        forgetOwn();
        forgetPairs();
        return { kind: 'lock' };
    }
  };
}
