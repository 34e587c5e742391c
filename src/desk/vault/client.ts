import type { Verdict } from '../../protocol/audit/follow-trails.ts';
import type { ItemBy } from '../../protocol/items/item.ts';
import type { Act } from '../../protocol/items/kinds/act.ts';
import type { DeskMessage } from '../../protocol/items/kinds/message.ts';
import type { Status } from '../../protocol/items/kinds/status.ts';
import type { SentAct } from '../../protocol/wire/api/audit.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import type { PutReferral } from '../../protocol/wire/api/referrals.ts';
import type { CentrePublicKey } from '../../protocol/wire/centre-key.ts';
import type { SeenLink } from '../../protocol/wire/link-fields.ts';
import type { MemberListFile, MemberListText } from '../../protocol/wire/next-key.ts';
import type { PassphraseKdf } from '../../protocol/wire/passphrase-kdf.ts';
import type {
  Beginning,
  Begun,
  Came,
  Comparing,
  HandedOn,
  Handing,
  LinkPlace,
  Numbered,
  Opened,
  Sealed,
  VaultFault,
  VaultReply,
  VaultRequest,
} from './requests.ts';

/** A way to a vault: the Web Worker, or a test's own. */
export type VaultChannel = {
  post: (request: Numbered<VaultRequest>) => void;
  listen: (hear: (reply: Numbered<VaultReply>) => void, broken: () => void) => void;
  /** Ends the other side at once. */
  end: () => void;
};

/** What the vault gave, or why it didn't. */
export type VaultResult<T> = ({ ok: true } & T) | { ok: false; code: VaultFault };

/** The vault as the page sees it. */
export type VaultClient = {
  invited: (typed: string) => Promise<VaultResult<{ code: string; id: string; boxKey: string }>>;
  drawInvite: () => Promise<VaultResult<{ code: string; id: string }>>;
  words: (comparing: Comparing) => Promise<VaultResult<{ words: string[] }>>;
  letIn: (boxKey: string) => Promise<VaultResult<{ box: string }>>;
  draw: () => Promise<VaultResult<{ passphrase: string }>>;
  drawn: () => Promise<VaultResult<{ passphrase: string }>>;
  prove: (typed: string, kdf: PassphraseKdf) => Promise<VaultResult<unknown>>;
  derive: (passphrase: string, kdf: PassphraseKdf) => Promise<VaultResult<unknown>>;
  enrol: (box: string, centre: CentrePublicKey) => Promise<VaultResult<{ vault: string; publicKey: string }>>;
  touched: (secret: Uint8Array<ArrayBuffer>) => Promise<VaultResult<unknown>>;
  wrap: () => Promise<VaultResult<{ vault: string; newestKey: string; publicKey: string | null }>>;
  sign: (name: string, challenge: string) => Promise<VaultResult<{ signature: string }>>;
  unlock: (
    vault: string,
    came?: Came,
  ) => Promise<VaultResult<{ keyIds: string[]; rewrapped: string | null }>>;
  vouch: (member: Member) => Promise<VaultResult<{ boxKey: string; keyId: string; signature: string }>>;
  memberList: (list: MemberListText) => Promise<VaultResult<{ file: MemberListFile }>>;
  open: (sealed: readonly Sealed[]) => Promise<VaultResult<{ opened: Opened[] }>>;
  box: (message: DeskMessage | Status, mailbox: string) => Promise<VaultResult<{ envelope: string }>>;
  keep: (item: ItemBy<'own'>) => Promise<VaultResult<{ envelope: string; digest: string }>>;
  handOn: (thread: string, handing: Handing) => Promise<VaultResult<{ code: string; handoff: HandedOn }>>;
  begin: (beginning: Beginning) => Promise<VaultResult<Begun>>;
  act: (item: Act, place: LinkPlace) => Promise<VaultResult<{ act: SentAct; digest: string }>>;
  drill: (at: number) => Promise<VaultResult<{ id: string; sent: PutReferral }>>;
  drills: (ids: readonly string[]) => Promise<VaultResult<{ tokens: (string | null)[] }>>;
  follow: (links: readonly string[], seen: readonly SeenLink[]) => Promise<VaultResult<{ verdict: Verdict }>>;
  /**
   * Zeroes the keys and ends the worker, after `wait` ms at the latest: at once where the page is going away and no
   * clock of it runs any more. Whatever was still asked is answered `vault_closed`.
   */
  lock: (wait?: number) => void;
};

/** How long, in ms, the vault may take to zero its keys before it is ended all the same (argon2id holds it up). */
const LOCK_WAIT = 250;

/** Makes the page's side of a vault. */
export function createVaultClient(channel: VaultChannel): VaultClient {
  const waiting = new Map<number, (reply: VaultReply) => void>();
  let count = 0;
  let closed = false;

  const close = () => {
    closed = true;
    for (const answer of waiting.values()) answer({ kind: 'failed', code: 'vault_closed' });
    waiting.clear();
  };

  channel.listen(({ number, message }) => {
    if (message.kind === 'lock') channel.end();
    waiting.get(number)?.(message);
    waiting.delete(number);
  }, close);

  const ask = (message: VaultRequest): Promise<VaultReply> => {
    if (closed) return Promise.resolve({ kind: 'failed', code: 'vault_closed' });
    const number = count++;
    return new Promise((answer) => {
      waiting.set(number, answer);
      channel.post({ number, message });
    });
  };

  /** A reply of another kind than asked for can only be a refusal. */
  const refusal = (reply: VaultReply): { ok: false; code: VaultFault } => ({
    ok: false,
    code: reply.kind === 'failed' ? reply.code : 'vault_closed',
  });

  return {
    async invited(typed) {
      const reply = await ask({ kind: 'invited', typed });
      if (reply.kind !== 'invited') return refusal(reply);
      const { code, id, boxKey } = reply;
      return { ok: true, code, id, boxKey };
    },
    async drawInvite() {
      const reply = await ask({ kind: 'draw-invite' });
      return reply.kind === 'draw-invite' ? { ok: true, code: reply.code, id: reply.id } : refusal(reply);
    },
    async words(comparing) {
      const reply = await ask({ kind: 'words', ...comparing });
      return reply.kind === 'words' ? { ok: true, words: reply.words } : refusal(reply);
    },
    async letIn(boxKey) {
      const reply = await ask({ kind: 'let-in', boxKey });
      return reply.kind === 'let-in' ? { ok: true, box: reply.box } : refusal(reply);
    },
    async draw() {
      const reply = await ask({ kind: 'draw' });
      return reply.kind === 'draw' ? { ok: true, passphrase: reply.passphrase } : refusal(reply);
    },
    async drawn() {
      const reply = await ask({ kind: 'drawn' });
      return reply.kind === 'drawn' ? { ok: true, passphrase: reply.passphrase } : refusal(reply);
    },
    async prove(typed, kdf) {
      const reply = await ask({ kind: 'prove', typed, kdf });
      return reply.kind === 'prove' ? { ok: true } : refusal(reply);
    },
    async derive(passphrase, kdf) {
      const reply = await ask({ kind: 'derive', passphrase, kdf });
      return reply.kind === 'derive' ? { ok: true } : refusal(reply);
    },
    async enrol(box, centre) {
      const reply = await ask({ kind: 'enrol', box, centre });
      return reply.kind === 'enrol'
        ? { ok: true, vault: reply.vault, publicKey: reply.publicKey }
        : refusal(reply);
    },
    async touched(secret) {
      const reply = await ask({ kind: 'touched', secret });
      return reply.kind === 'touched' ? { ok: true } : refusal(reply);
    },
    async wrap() {
      const reply = await ask({ kind: 'wrap' });
      return reply.kind === 'wrap' ? { ok: true, ...reply } : refusal(reply);
    },
    async sign(name, challenge) {
      const reply = await ask({ kind: 'sign', name, challenge });
      return reply.kind === 'sign' ? { ok: true, signature: reply.signature } : refusal(reply);
    },
    async unlock(vault, came) {
      const reply = await ask({ kind: 'unlock', vault, ...(came && { came }) });
      if (reply.kind !== 'unlock') return refusal(reply);
      return { ok: true, keyIds: reply.keyIds, rewrapped: reply.rewrapped };
    },
    async vouch(member) {
      const reply = await ask({ kind: 'vouch', member });
      if (reply.kind !== 'vouch') return refusal(reply);
      const { boxKey, keyId, signature } = reply;
      return { ok: true, boxKey, keyId, signature };
    },
    async memberList(list) {
      const reply = await ask({ kind: 'member-list', list });
      return reply.kind === 'member-list' ? { ok: true, file: reply.file } : refusal(reply);
    },
    async open(sealed) {
      const reply = await ask({ kind: 'open', sealed });
      return reply.kind === 'open' ? { ok: true, opened: reply.opened } : refusal(reply);
    },
    async box(message, mailbox) {
      const reply = await ask({ kind: 'box', message, mailbox });
      return reply.kind === 'box' ? { ok: true, envelope: reply.envelope } : refusal(reply);
    },
    async keep(item) {
      const reply = await ask({ kind: 'keep', item });
      return reply.kind === 'keep'
        ? { ok: true, envelope: reply.envelope, digest: reply.digest }
        : refusal(reply);
    },
    async handOn(thread, handing) {
      const reply = await ask({ kind: 'hand-on', thread, handing });
      return reply.kind === 'hand-on'
        ? { ok: true, code: reply.code, handoff: reply.handoff }
        : refusal(reply);
    },
    async begin(beginning) {
      const reply = await ask({ kind: 'begin', beginning });
      return reply.kind === 'begin' ? { ok: true, ...reply } : refusal(reply);
    },
    async act(item, place) {
      const reply = await ask({ kind: 'act', item, place });
      return reply.kind === 'act' ? { ok: true, act: reply.act, digest: reply.digest } : refusal(reply);
    },
    async drill(at) {
      const reply = await ask({ kind: 'drill', at });
      return reply.kind === 'drill' ? { ok: true, id: reply.id, sent: reply.sent } : refusal(reply);
    },
    async drills(ids) {
      const reply = await ask({ kind: 'drills', ids });
      return reply.kind === 'drills' ? { ok: true, tokens: reply.tokens } : refusal(reply);
    },
    async follow(links, seen) {
      const reply = await ask({ kind: 'follow', links, seen });
      return reply.kind === 'follow' ? { ok: true, verdict: reply.verdict } : refusal(reply);
    },
    lock(wait = LOCK_WAIT) {
      if (closed) return;
      close();
      channel.post({ number: count, message: { kind: 'lock' } });
      if (wait > 0) setTimeout(channel.end, wait);
      else channel.end();
    },
  };
}
