import nacl from 'tweetnacl';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import type { Api } from '../../../../src/desk/api/client.ts';
import { openInvitation } from '../../../../src/desk/door/enrolment.ts';
import { deriveKeys, type SignInResult, signInDerived } from '../../../../src/desk/door/session.ts';
import { createVaultClient, type VaultClient } from '../../../../src/desk/vault/client.ts';
import { createVault } from '../../../../src/desk/vault/inside/vault.ts';
import type { Handing, Sealed } from '../../../../src/desk/vault/requests.ts';
import { DRAFT_LIMIT } from '../../../../src/protocol/items/kinds/draft.ts';
import { HANDOFF_LIMIT } from '../../../../src/protocol/items/kinds/handoff.ts';
import { STATE_LIMIT } from '../../../../src/protocol/items/kinds/state.ts';
import { sealVault } from '../../../../src/protocol/keys/own-key.ts';
import { vaultOf } from '../../../../src/protocol/keys/vault.ts';
import { openAnswer } from '../../../../src/protocol/seal/authenticated-box.ts';
import { type CentrePair, type CentreSecret, drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import { deriveMailboxPair, deriveToken } from '../../../../src/protocol/seal/mailbox.ts';
import { openHandoff } from '../../../../src/protocol/seal/open-handoff.ts';
import { drawReceiptCode, readReceiptCode } from '../../../../src/protocol/seal/receipt.ts';
import type { PostMember } from '../../../../src/protocol/wire/api/door.ts';
import { fromBase64url, toBase64url, utf8 } from '../../../../src/protocol/wire/bytes.ts';
import { describeCentreKey } from '../../../../src/protocol/wire/centre-key.ts';
import { HEADER_BYTES } from '../../../../src/protocol/wire/envelope.ts';
import { inviteIdOf } from '../../../../src/protocol/wire/invite.ts';
import { newPassphraseKdf } from '../../../../src/protocol/wire/passphrase-kdf.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { sha256 } from '../../../../src/protocol/wire/sha256.ts';
import { signInText } from '../../../../src/protocol/wire/sign-in.ts';
import { sampleAnswer } from '../../../samples/answer.ts';
import { sampleDraft, sampleState } from '../../../samples/desk-items.ts';
import { fakeApi, mailboxKeys, referral, storedOf, vaultHere } from '../surroundings.ts';

// Stands in for argon2id, which takes seconds and is tested with the protocol.
vi.mock('../../../../src/protocol/keys/passphrase.ts', () => ({
  derivePassphrase: async (passphrase: string, { salt }: { salt: string }) => {
    const hash = nacl.hash(utf8(salt + passphrase));
    return { wrappingKey: hash.slice(0, 32), signingSeed: hash.slice(32) };
  },
}));

// Other files of this run may have loaded the real one, and are to get it again.
vi.hoisted(() => vi.resetModules());
afterAll(() => vi.resetModules());

const [newer, older] = [drawPair(), drawPair()];
const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array();

const secretsOf = (pairs: CentrePair[]) =>
  pairs.flatMap(({ secretKey, signingSeed }) => [toBase64url(secretKey), toBase64url(signingSeed)]);

const CENTRE_KEYS = [newer, older].map(describeCentreKey);
const NAME = 'Ana B.';

/** A worker with one invitation, as far as members and sessions go. It checks signatures as the real one does. */
function workerWith(code: string) {
  let bound: string | null = null;
  let box: string | null = null;
  const members: PostMember[] = [];
  const faults: ('offline' | 'conflict')[] = [];
  /** Challenges that are too old when they come to be signed, the oldest first. */
  const stale: string[] = [];
  let asked = 0;
  const api: Api = fakeApi({
    openInvite: async (body) => {
      if (body.code !== code) return { ok: false, code: 'invite_gone' };
      bound ??= body.boxKey;
      return bound === body.boxKey
        ? { ok: true, value: { id: await inviteIdOf(code), expiresAt: 9e9 } }
        : { ok: false, code: 'invite_seen' };
    },
    awaitBox: async () => ({ ok: true, value: { box } }),
    addMember: async (body) => {
      members.push(body);
      const fault = faults.shift();
      return fault ? { ok: false, code: fault } : { ok: true, value: { id: body.id, name: NAME } };
    },
    challenge: async () => {
      asked += 1;
      return {
        ok: true,
        value: { challenge: `challenge ${asked}`, kdf: members.at(-1)?.kdf ?? newPassphraseKdf() },
      };
    },
    signIn: async ({ name, challenge, signature }) => {
      const member = members.at(-1);
      if (stale.includes(challenge)) return { ok: false, code: 'unauthorized' };
      const text = signInText('https://desk.test', name, challenge);
      const right = member && nacl.sign.detached.verify(text, bytes(signature), bytes(member.publicKey));
      return right
        ? {
            ok: true,
            value: {
              ...{ member: { id: member.id, name: NAME }, role: 'member', vault: member.vault },
              ...{ expiresAt: 9e9, session: 'of the worker', wayIn: member.id },
              ...{ newestKey: null, vouchedBy: null, next: [] },
            },
          }
        : { ok: false, code: 'unauthorized' };
    },
  });
  const letIn = (pairs: readonly CentreSecret[]) => {
    box = toBase64url(sealVault(vaultOf(pairs), bytes(bound ?? '')) ?? new Uint8Array());
  };
  return { api, members, faults, stale, letIn, asked: () => asked };
}

const code = drawReceiptCode();
const worker = workerWith(code);
const open = (own: VaultClient, typed: string, centreKeys = CENTRE_KEYS) =>
  openInvitation(worker.api, own, { typed, name: NAME, centreKeys });
let vault: VaultClient;
let passphrase: string;

async function signIn(own: VaultClient, name: string, typed: string): Promise<SignInResult> {
  const fault = await deriveKeys(worker.api, own, name, () => typed);
  return fault ? { ok: false, fault } : signInDerived(worker.api, own, name);
}

beforeAll(async () => {
  vault = vaultHere();
  const opened = await open(vault, code);
  if (!opened.ok) throw new Error(opened.fault.code);
  const { draw, drawn, prove, join, letIn, words } = opened.enrolment;
  expect(words).toHaveLength(5);
  expect(await letIn()).toBe('waiting');
  expect(await prove((await draw()) ?? '')).toEqual({ code: 'vault_closed' });
  worker.letIn([newer, older]);
  expect(await letIn()).toBe('in');
  const first = await draw();
  passphrase = (await draw()) ?? '';
  expect(passphrase).not.toBe(first);
  expect(await drawn()).toBe(passphrase);
  for (const other of [first ?? '', 'passwordpassword', '1111111111111111', '', `${passphrase} ba`]) {
    expect(await prove(other)).toEqual({ ok: false, code: 'passphrase_other' });
    expect(await join()).toMatchObject({ ok: false, fault: { code: 'vault_closed' } });
  }
  expect(await prove(passphrase.toUpperCase().replaceAll(' ', ''))).toBeNull();
  expect(await drawn()).toBeNull();
  worker.faults.push('offline', 'conflict');
  expect(await join()).toMatchObject({ ok: false, fault: { code: 'offline' } });
  expect(await join()).toMatchObject({ ok: false, fault: { code: 'conflict' } });
  expect(await join()).toMatchObject({
    ok: true,
    session: { member: { name: 'Ana B.' } },
  });
});

describe('an invitation', () => {
  it('leads to one member with one key, however often it is sent', () => {
    expect(worker.members).toHaveLength(3);
    expect(new Set(worker.members.map(({ id, publicKey, vault: own }) => id + publicKey + own)).size).toBe(1);
  });

  it('keeps the passphrase and the centre’s keys from the worker', () => {
    const sent = JSON.stringify(worker.members);
    for (const kept of [passphrase, ...secretsOf([newer, older])]) {
      expect(sent).not.toContain(kept);
    }
  });

  it('is refused when its code has a slip, is unknown, or was opened before', async () => {
    const slip = `${code.slice(0, 15)}${(Number(code.at(-1)) + 1) % 10}`;
    expect(await open(vaultHere(), slip)).toMatchObject({ ok: false, fault: { code: 'code_check' } });
    expect(await open(vaultHere(), '1234')).toMatchObject({ ok: false, fault: { code: 'code_length' } });
    const unknown = await open(vaultHere(), drawReceiptCode());
    expect(unknown).toMatchObject({ ok: false, fault: { code: 'invite_gone' } });
    expect(await open(vaultHere(), code)).toMatchObject({ ok: false, fault: { code: 'invite_seen' } });
  });

  it('takes no other centre’s keys than those whose words were compared', async () => {
    const other = workerWith(code);
    const own = vaultHere();
    const opened = await openInvitation(other.api, own, { typed: code, name: NAME, centreKeys: CENTRE_KEYS });
    if (!opened.ok) throw new Error(opened.fault.code);
    other.letIn([drawPair(), newer]);
    await opened.enrolment.letIn();
    expect(await opened.enrolment.prove((await opened.enrolment.draw()) ?? '')).toMatchObject({
      code: 'vault_broken',
    });
  });

  it('lets a colleague’s vault seal the keys for the next, with the same words on both sides', async () => {
    const next = vaultHere();
    const invited = await next.invited(drawReceiptCode());
    const [newest] = CENTRE_KEYS;
    if (!invited.ok || !newest) throw new Error('Nobody is invited.');
    const { id: invite, boxKey } = invited;
    const theirs = await next.words({ invite, boxKey, centre: newest });
    expect(theirs).toEqual(await vault.words({ invite, boxKey }));
    const given = await vault.letIn(boxKey);
    if (!given.ok) throw new Error(given.code);
    const drawn = await next.draw();
    await next.prove(drawn.ok ? drawn.passphrase : '', newPassphraseKdf());
    expect(await next.enrol(given.box, newest)).toMatchObject({ ok: true });
    expect(await vault.letIn('A'.repeat(43))).toEqual({ ok: false, code: 'vault_broken' });
  });
});

describe('an unlocked vault', () => {
  const item = referral({ story: 'مرحبا' });
  const sealedTo = (pair: CentrePair, other: { id?: string; envelope?: string } = {}): Sealed => ({
    from: 'reporter',
    thread: item.id,
    id: item.id,
    envelope: storedOf(item, pair).envelope,
    ...other,
  });

  /** As a box whose own key is of low order: nobody's secret key makes it. */
  const lowOrder = (sealed: Sealed): Sealed => {
    const envelope = bytes(sealed.envelope);
    envelope.fill(0, HEADER_BYTES, HEADER_BYTES + nacl.box.publicKeyLength);
    return { ...sealed, envelope: toBase64url(envelope) };
  };

  const unlockedWithoutX25519 = async () => {
    const importKey = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new Error());
    const own = vaultHere();
    await signIn(own, 'Ana B.', passphrase);
    expect(importKey).toHaveBeenCalled();
    importKey.mockRestore();
    return own;
  };

  it.each([
    ['by WebCrypto', async () => vault],
    ['where WebCrypto has no X25519', unlockedWithoutX25519],
  ])(
    'opens what was sealed to any of the centre’s keys, and says of the rest why not, in order, %s',
    async (_, unlocked) => {
      const own = await unlocked();
      const result = await own.open([
        sealedTo(older),
        sealedTo(drawPair()),
        sealedTo(newer, { id: randomId() }),
        sealedTo(newer, { envelope: 'not an envelope' }),
        lowOrder(sealedTo(newer)),
        sealedTo(newer),
      ]);
      expect(result.ok && result.opened.map((one) => (one.ok ? 'open' : one.code))).toEqual([
        'open',
        'key_unknown',
        'item_elsewhere',
        'envelope_text',
        'box_broken',
        'open',
      ]);
    },
  );

  it('boxes an answer with the newest key, which the mailbox and the desk can both open', async () => {
    const message = sampleAnswer(item.id, 'dag');
    const { id } = message;
    const boxed = await vault.box(message, item.mailbox);
    if (!boxed.ok) throw new Error(boxed.code);
    const { envelope } = boxed;
    const place = { thread: item.id, id };
    const read = openAnswer(bytes(envelope), [newer], mailboxKeys.secretKey, place);
    expect(read).toEqual({ ok: true, item: message });
    const own = await vault.open([{ from: 'desk', mailbox: item.mailbox, ...place, envelope }]);
    expect(own).toMatchObject({ opened: [{ ok: true, item: message }] });
    const asReporters = await vault.open([{ from: 'reporter', ...place, envelope }]);
    expect(asReporters).toMatchObject({ opened: [{ ok: false, code: 'envelope_version' }] });
  });

  it('keeps a draft so that the centre alone can open it, in its own place, and no message passes for one', async () => {
    const draft = sampleDraft(item.id, 'bel om');
    const kept = await vault.keep(draft);
    if (!kept.ok) throw new Error(kept.code);
    const place = { thread: item.id, id: draft.id };
    const { envelope } = kept;
    const again = await vault.open([
      { from: 'centre', ...place, envelope },
      { from: 'centre', ...place, id: randomId(), envelope },
      { from: 'desk', mailbox: item.mailbox, ...place, envelope },
      { from: 'reporter', ...place, envelope },
    ]);
    expect(again).toMatchObject({
      opened: [
        { ok: true, item: draft },
        { ok: false, code: 'item_elsewhere' },
        { ok: false, code: 'box_broken' },
        { ok: false, code: 'envelope_version' },
      ],
    });
    const stranger = nacl.box.keyPair();
    expect(openAnswer(bytes(envelope), [newer], stranger.secretKey, place).ok).toBe(false);
    expect(openAnswer(bytes(envelope), [newer], mailboxKeys.secretKey, place).ok).toBe(false);
  });

  it('seals what another centre is given to the code that it draws, and the same to the centre itself', async () => {
    const handing: Handing = {
      at: 900,
      by: { id: randomId(), name: 'Ana B.' },
      to: 'payoke',
      consent: { given: true, how: 'by telephone' },
      answers: { danger: 'yes', place: 'Gent' },
    };
    const handed = await vault.handOn(item.id, handing);
    if (!handed.ok) throw new Error(handed.code);
    const { code, handoff } = handed;
    expect(readReceiptCode(code)).toEqual({ ok: true, code });
    const { id, envelope, own, mailbox, salt } = handoff;
    const given = await deriveMailboxPair(code, bytes(salt));
    expect(openHandoff(bytes(envelope), [newer], given.secretKey, id)).toEqual({
      ok: true,
      item: { v: 2, kind: 'handoff', thread: id, id, ...handing },
    });
    expect(toBase64url(await sha256(await deriveToken(code)))).toBe(mailbox);
    const place = { thread: item.id, id };
    const kept = await vault.open([
      { from: 'centre', ...place, envelope: own },
      { from: 'centre', ...place, envelope },
    ]);
    expect(kept).toMatchObject({
      opened: [
        { ok: true, item: { kind: 'handed', ...place, ...handing } },
        { ok: false, code: 'box_broken' },
      ],
    });
    expect(JSON.stringify(handoff)).not.toContain(code);
    const long = { ...handing, text: 'x'.repeat(40_000) };
    expect(await vault.handOn(item.id, long)).toEqual({ ok: false, code: 'message_unfit' });
    const unreadable = { ...handing, text: 'x'.repeat(HANDOFF_LIMIT + 1) };
    expect(await vault.handOn(item.id, unreadable)).toEqual({ ok: false, code: 'message_unfit' });
  });

  it('seals nothing that nobody could read afterwards', async () => {
    const { thread, mailbox } = item;
    const pins = { first: 'A'.repeat(43), mailbox };
    const reason = 'x'.repeat(STATE_LIMIT + 1);
    const state = sampleState(thread, pins, { closed: { outcome: 'duplicate', reason } });
    const draft = sampleDraft(thread, 'x'.repeat(DRAFT_LIMIT + 1));
    for (const unreadable of [state, draft])
      expect(await vault.keep(unreadable)).toEqual({ ok: false, code: 'message_unfit' });
    expect(await vault.keep(sampleState(thread, pins))).toMatchObject({ ok: true });
  });

  it('forgets the keys that sign once it is open', async () => {
    expect(await vault.sign('Ana B.', 'another')).toEqual({ ok: false, code: 'vault_closed' });
  });
});

describe('signing in', () => {
  it('is refused with another passphrase and opens with the right one', async () => {
    const wrong = await signIn(vaultHere(), 'Ana B.', `${passphrase}!`);
    expect(wrong).toMatchObject({ ok: false, fault: { code: 'unauthorized' } });
    const again = await signIn(vaultHere(), 'Ana B.', passphrase);
    expect(again).toMatchObject({ ok: true });
  });

  it('asks for the challenge that it signs when the passphrase is stretched, which can take minutes', async () => {
    const own = vaultHere();
    const seen: string[] = [];
    const slow: VaultClient = {
      ...own,
      derive: async (...asked) => {
        const derived = await own.derive(...asked);
        // So long that whatever was drawn before is of no use now.
        worker.stale.push(`challenge ${worker.asked()}`);
        return derived;
      },
      sign: (name, challenge) => {
        seen.push(challenge);
        return own.sign(name, challenge);
      },
    };
    expect(await signIn(slow, 'Ana B.', passphrase)).toMatchObject({ ok: true });
    expect(seen).toHaveLength(1);
    expect(worker.stale).not.toContain(seen[0]);
  });

  it('tries a refused challenge once more with a fresh one and the same keys, before it says anything', async () => {
    const own = vaultHere();
    worker.stale.push(`challenge ${worker.asked() + 2}`);
    const derive = vi.fn(own.derive);
    expect(await signIn({ ...own, derive }, 'Ana B.', passphrase)).toMatchObject({ ok: true });
    expect(derive).toHaveBeenCalledTimes(1);
    worker.stale.push(`challenge ${worker.asked() + 2}`, `challenge ${worker.asked() + 3}`);
    const refused = await signIn(vaultHere(), 'Ana B.', passphrase);
    expect(refused).toMatchObject({ ok: false, fault: { code: 'unauthorized' } });
  });

  it('takes the passphrase only once the worker has said how to stretch it', async () => {
    const take = vi.fn(() => passphrase);
    const api = fakeApi({ challenge: async () => ({ ok: false, code: 'offline' }) });
    expect(await deriveKeys(api, vaultHere(), 'Ana B.', take)).toMatchObject({ code: 'offline' });
    expect(take).not.toHaveBeenCalled();
  });

  it('is refused by the vault itself when the passphrase would be stretched too little', async () => {
    for (const little of [{ memoryKiB: 64 * 1024 - 1 }, { passes: 2 }]) {
      const weak = { ...newPassphraseKdf(), ...little };
      expect(await vaultHere().derive(passphrase, weak)).toEqual({ ok: false, code: 'kdf_weak' });
    }
  });

  it.each([
    ['memory', { memoryKiB: 1024 * 1024 }],
    ['passes', { passes: 16 }],
    ['work', { memoryKiB: 256 * 1024, passes: 12 }],
  ])(
    'is refused by the vault itself when a server asks for more %s than a telephone has',
    async (_, much) => {
      const costly = { ...newPassphraseKdf(), ...much };
      expect(await vaultHere().derive(passphrase, costly)).toEqual({ ok: false, code: 'kdf_costly' });
    },
  );
});

describe('locking', () => {
  it('answers what is still asked, ends the worker at once where the page goes away, and closes', async () => {
    let ended = 0;
    const posted: string[] = [];
    const silent = createVaultClient({
      post: ({ message }) => posted.push(message.kind),
      listen: () => {},
      end: () => {
        ended += 1;
      },
    });
    const asked = silent.derive('some words', newPassphraseKdf());
    silent.lock(0);
    expect(await asked).toEqual({ ok: false, code: 'vault_closed' });
    expect(posted).toEqual(['derive', 'lock']);
    expect(ended).toBe(1);
    expect(await silent.open([])).toEqual({ ok: false, code: 'vault_closed' });
  });

  it('zeroes the bytes of the secret keys that it opened with', async () => {
    const zeroed: Uint8Array[] = [];
    const fill = Uint8Array.prototype.fill;
    const spy = vi.spyOn(Uint8Array.prototype, 'fill').mockImplementation(function (this: Uint8Array, value) {
      if (value === 0 && this.length === 32) zeroed.push(Uint8Array.from(this));
      return fill.call(this, value);
    });
    const own = vaultHere();
    expect(await signIn(own, 'Ana B.', passphrase)).toMatchObject({ ok: true });
    zeroed.length = 0;
    own.lock(0);
    await Promise.resolve();
    spy.mockRestore();
    expect(zeroed.map(toBase64url)).toEqual(expect.arrayContaining(secretsOf([newer, older])));
  });

  it('leaves no key in the vault', async () => {
    const bare = createVault('https://desk.test');
    await bare({ kind: 'invited', typed: code });
    await bare({ kind: 'lock' });
    for (const request of [
      { kind: 'enrol', box: '', centre: describeCentreKey(newer) },
      { kind: 'let-in', boxKey: '' },
      { kind: 'words', invite: '', boxKey: '' },
      { kind: 'sign', name: 'Ana', challenge: 'x' },
      { kind: 'unlock', vault: '' },
      { kind: 'open', sealed: [] },
      { kind: 'draw' },
      { kind: 'drawn' },
      { kind: 'prove', typed: '', kdf: newPassphraseKdf() },
      { kind: 'keep', item: sampleDraft('', '') },
    ] as const) {
      expect(await bare(request)).toEqual({ kind: 'failed', code: 'vault_closed' });
    }
  });
});
