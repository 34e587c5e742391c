import type { Deed } from '../../protocol/items/kinds/act.ts';
import type { Role } from '../../protocol/wire/api/member.ts';
import type { MemberStanding, Person } from '../../protocol/wire/api/people.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { VaultClient } from '../vault/client.ts';

/** What a member does about who is a member. */
export type MemberAct =
  | { act: 'change'; person: Person; role: Role; standing: MemberStanding }
  | { act: 'end-sessions'; person: Person }
  | { act: 'end-others' }
  | { act: 'invite'; role: Role; for: Person | null }
  | { act: 'withdraw'; invite: string }
  | { act: 'let-in'; invite: string; boxKey: string; name: string };

/** What came of it: a fault, or nothing more to say than, of an invitation, the code that was drawn for it. */
export type MemberActed = { ok: true; code?: string } | { ok: false; fault: DeskFault };

/** What a change of a member is called in the trail. */
function changeOf({ person, standing }: Extract<MemberAct, { act: 'change' }>): Deed {
  if (standing === person.standing) return 'role';
  return ({ active: 'resumed', suspended: 'suspended', left: 'left' } as const)[standing];
}

async function invite(api: Api, vault: VaultClient, role: Role, person: Person | null): Promise<MemberActed> {
  const drawn = await vault.drawInvite();
  if (!drawn.ok) return { ok: false, fault: drawn };
  const made = await api.invite({ id: drawn.id, role, for: person?.id ?? null });
  return made.ok ? { ok: true, code: drawn.code } : { ok: false, fault: made };
}

async function letIn(
  api: Api,
  vault: VaultClient,
  { invite: id, boxKey, name }: Extract<MemberAct, { act: 'let-in' }>,
): Promise<MemberActed> {
  const sealed = await vault.letIn(boxKey);
  if (!sealed.ok) return { ok: false, fault: sealed };
  const kept = await api.letIn(id, { boxKey, box: sealed.box }, name);
  return kept.ok ? { ok: true } : { ok: false, fault: kept };
}

/** Does it. Every act of this kind goes through here. */
export async function doMemberAct(api: Api, vault: VaultClient, act: MemberAct): Promise<MemberActed> {
  const plain = async (asked: Promise<{ ok: true } | ({ ok: false } & DeskFault)>): Promise<MemberActed> => {
    const answer = await asked;
    return answer.ok ? { ok: true } : { ok: false, fault: answer };
  };
  switch (act.act) {
    case 'change': {
      const { person, role, standing } = act;
      return plain(api.changePerson(person.id, { role, standing, rev: person.rev }, changeOf(act)));
    }
    case 'end-sessions':
      return plain(api.endSessions(act.person.id));
    case 'end-others':
      return plain(api.endOthers());
    case 'invite':
      return invite(api, vault, act.role, act.for);
    case 'withdraw':
      return plain(api.withdrawInvite(act.invite));
    case 'let-in':
      return letIn(api, vault, act);
  }
}
