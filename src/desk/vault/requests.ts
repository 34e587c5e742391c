import type { Verdict } from '../../protocol/audit/follow-trails.ts';
import type { Item, ItemBy } from '../../protocol/items/item.ts';
import type { Act } from '../../protocol/items/kinds/act.ts';
import type { Handoff } from '../../protocol/items/kinds/handoff.ts';
import type { DeskMessage } from '../../protocol/items/kinds/message.ts';
import type { Referral } from '../../protocol/items/kinds/referral.ts';
import type { Status } from '../../protocol/items/kinds/status.ts';
import type { OpenFault } from '../../protocol/keys/open-sealed-box.ts';
import type { AuthenticatedFault } from '../../protocol/seal/authenticated-box.ts';
import type { SentAct } from '../../protocol/wire/api/audit.ts';
import type { PostHandoff } from '../../protocol/wire/api/handoffs.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import type { PutReferral } from '../../protocol/wire/api/referrals.ts';
import type { CentrePublicKey } from '../../protocol/wire/centre-key.ts';
import type { LinkFields, SeenLink } from '../../protocol/wire/link-fields.ts';
import type { MemberListFile, MemberListText, SealedNextKey } from '../../protocol/wire/next-key.ts';
import type { PassphraseKdf } from '../../protocol/wire/passphrase-kdf.ts';

/** An envelope to open, base64url, and the row in which it was found. */
export type Sealed = { thread: string; id: string; envelope: string } & (
  | { from: 'reporter' }
  /** What the desk itself boxed; `mailbox` is the X25519 public key that it went to, base64url. */
  | { from: 'desk'; mailbox: string }
  /** What the desk boxed to the centre itself. */
  | { from: 'centre' }
);

/** Why an envelope doesn't open. `envelope_text`: it isn't even base64url. */
export type OpeningFault = OpenFault | AuthenticatedFault | 'envelope_text';

/** What was in an envelope, or why it doesn't open. With the digest of its bytes, base64url; empty where they are none. */
export type Opened = { digest: string } & (
  | {
      ok: true;
      item: Item;
      /** The place of the key that it was made with among those of the vault (0: the newest). */
      key: number;
      /** The mailbox key in it is one to which nothing may be boxed: everybody could open it. */
      weak?: true;
    }
  | { ok: false; code: OpeningFault }
);

/**
 * What words are made of: the id of an invitation, the own key of who opened it, and the newest centre key as the page has it.
 * Without that it is the newest of an open vault.
 */
export type Comparing = { invite: string; boxKey: string; centre?: CentrePublicKey };

/** What another centre is to be given. */
export type Handing = Omit<Handoff, 'v' | 'kind' | 'thread' | 'id'>;

/** The same, sealed, as the worker takes it. */
export type HandedOn = PostHandoff;

/** What the case of one person of a group begins with: choices, and no words of who wrote. */
export type Beginning = Pick<Referral, 'danger' | 'when' | 'age' | 'speaks' | 'formLanguage'> & {
  of: string;
};

/** The same, sealed: its id, the mailbox key in it, and the digest of the envelope. */
export type Begun = { id: string; mailbox: string; envelope: string; digest: string };

/** What came for a member since their vault was wrapped. */
export type Came = {
  member: string;
  /** Keys that are sealed to them. */
  next: readonly SealedNextKey[];
  /** The newest key that the worker knows the vault to have. */
  newestKey: string | null;
};
/** Where a link stands in the trail of its member, and what of others it names. */
export type LinkPlace = Omit<LinkFields, 'act'>;

/**
 * What the page asks the vault. Secret keys and wrapping keys go into the vault or are born in it; none comes out.
 * Bytes are base64url, but for what a passkey gave: that is zeroed on both sides.
 */
export type VaultRequest =
  /** Reads the code of an invitation as it was typed, and draws the own key of who is invited, once. */
  | { kind: 'invited'; typed: string }
  /** Draws the code of an invitation. */
  | { kind: 'draw-invite' }
  /** The words that are compared before somebody is let in. */
  | ({ kind: 'words' } & Comparing)
  /** Seals the vault's keys to the own key of who is let in. */
  | { kind: 'let-in'; boxKey: string }
  /** Draws a passphrase for a new member, or a further one for a member, and gives it, to be shown and written down. The one before is forgotten. */
  | { kind: 'draw' }
  /** Gives the passphrase that was drawn once more: the paper was not read well. */
  | { kind: 'drawn' }
  /** Stretches what was typed from paper, if it is the passphrase that was drawn; forgets that one then. */
  | { kind: 'prove'; typed: string; kdf: PassphraseKdf }
  /** Stretches a passphrase by argon2id, which takes seconds. The keys wait in the vault for what comes next. */
  | { kind: 'derive'; passphrase: string; kdf: PassphraseKdf }
  /**
   * Opens what was sealed to the own key, whose newest key must be `centre`, and wraps it with the own
   * key under the derived keys; gives that, and the public key that checks sign-ins.
   */
  | { kind: 'enrol'; box: string; centre: CentrePublicKey }
  /** Makes the key of a passkey's vault of what the passkey gave. It waits in the vault for what comes next. */
  | { kind: 'touched'; secret: Uint8Array<ArrayBuffer> }
  /**
   * Wraps the open vault for a further way in, under the key that waits; gives it with the id of its newest key, and for a
   * passphrase the public key that checks sign-ins.
   */
  | { kind: 'wrap' }
  /** Signs a challenge with the derived key pair. */
  | { kind: 'sign'; name: string; challenge: string }
  /** Unwraps the vault with the derived key; gives the ids of its keys. From here on it opens and boxes. */
  | { kind: 'unlock'; vault: string; came?: Came }
  /** Gives the centre's word that the own key in the vault is this member's, and that own key. */
  | { kind: 'vouch'; member: Member }
  /** Signs a list of members for the tool that draws the next key. */
  | { kind: 'member-list'; list: MemberListText }
  /** Opens envelopes; gives one result for each, in order. */
  | { kind: 'open'; sealed: readonly Sealed[] }
  /** Boxes an answer or a status to the X25519 public key of a mailbox. */
  | { kind: 'box'; message: DeskMessage | Status; mailbox: string }
  /** Boxes a draft, or what the desk keeps in a thread, to the centre itself. */
  | { kind: 'keep'; item: ItemBy<'own'> }
  /** Draws a code for another centre, and seals what that is given to it; the same to the centre itself in the thread. */
  | { kind: 'hand-on'; thread: string; handing: Handing }
  /** Seals what begins the case of one person of a group. */
  | { kind: 'begin'; beginning: Beginning }
  /** Boxes what a member did to the centre itself, and signs the next link of their trail. */
  | { kind: 'act'; item: Act; place: LinkPlace }
  /** Seals a drill, at a moment in Unix seconds. */
  | { kind: 'drill'; at: number }
  /** Gives for each id that is a drill's the token by which it is deleted. */
  | { kind: 'drills'; ids: readonly string[] }
  /** Follows the trails of all members by their links, and compares them with what was seen before. */
  | { kind: 'follow'; links: readonly string[]; seen: readonly SeenLink[] }
  /** Zeroes all keys. */
  | { kind: 'lock' };

/**
 * Why the vault doesn't do as asked: the code is not of sixteen digits or has a slip in it, what was typed is not the passphrase
 * that was drawn, the stretching is too weak or too much for a telephone, the wrapped vault is not for these keys, the
 * message is too long or nobody could read it, it was asked out of turn or after it locked, or the device could not do it (argon2id wants
 * 64 MiB).
 */
export type VaultFault =
  | 'code_length'
  | 'code_check'
  | 'passphrase_other'
  | 'kdf_weak'
  | 'kdf_costly'
  | 'vault_broken'
  | 'message_unfit'
  | 'vault_closed'
  | 'vault_failed';

/** What the vault answers, by the kind of the request; `failed` to any of them. */
export type VaultReply =
  | { kind: 'invited'; code: string; id: string; boxKey: string }
  | { kind: 'draw-invite'; code: string; id: string }
  | { kind: 'words'; words: string[] }
  | { kind: 'let-in'; box: string }
  | { kind: 'draw'; passphrase: string }
  | { kind: 'drawn'; passphrase: string }
  | { kind: 'prove' }
  | { kind: 'derive' }
  | { kind: 'enrol'; vault: string; publicKey: string }
  | { kind: 'touched' }
  | { kind: 'wrap'; vault: string; newestKey: string; publicKey: string | null }
  | { kind: 'sign'; signature: string }
  /** `rewrapped`: the vault with what came since, for the same way in; null where nothing is to be told. */
  | { kind: 'unlock'; keyIds: string[]; rewrapped: string | null }
  | { kind: 'vouch'; boxKey: string; keyId: string; signature: string }
  | { kind: 'member-list'; file: MemberListFile }
  | { kind: 'open'; opened: Opened[] }
  | { kind: 'box'; envelope: string }
  /** With the digest of the envelope. */
  | { kind: 'keep'; envelope: string; digest: string }
  | { kind: 'hand-on'; code: string; handoff: HandedOn }
  | ({ kind: 'begin' } & Begun)
  /** With the digest of the link. */
  | { kind: 'act'; act: SentAct; digest: string }
  | { kind: 'drill'; id: string; sent: PutReferral }
  | { kind: 'drills'; tokens: (string | null)[] }
  | { kind: 'follow'; verdict: Verdict }
  | { kind: 'lock' }
  | { kind: 'failed'; code: VaultFault };

/** A request or reply on its way between the page and the worker, numbered by the page. */
export type Numbered<T> = { number: number; message: T };
