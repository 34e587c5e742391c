import type { CentrePair } from '../seal/centre-pair.ts';
import { concatBytes, fromBase64url, toBase64url, utf8 } from '../wire/bytes.ts';
import type { CentreKey } from '../wire/centre-key.ts';
import { normaliseName } from '../wire/member-name.ts';
import { MemberListFile, MemberListText, type VouchedMember } from '../wire/next-key.ts';
import { giveWord, isWord } from './centre-word.ts';

/** A member and their own key, before anybody vouches for it. */
type Owner = Omit<VouchedMember, 'vouch'>;

const bytesOf = (text: string) => fromBase64url(text) ?? new Uint8Array();

/** What is vouched for: the member's id (16 bytes), their own key (32) and their name in its one spelling. */
const vouchedBytes = ({ id, name, boxKey }: Owner) =>
  concatBytes(bytesOf(id), bytesOf(boxKey), utf8(normaliseName(name)));

/** The centre's word that this own key is this member's, base64url: given inside the member's own vault. */
export function vouchFor(owner: Owner, pair: CentrePair): string {
  return toBase64url(giveWord('vouch', vouchedBytes(owner), pair));
}

/** Whether the centre vouches for the own key of a member, with one of these keys. */
export function isVouched({ vouch, ...owner }: VouchedMember, keys: readonly CentreKey[]): boolean {
  return isWord('vouch', vouchedBytes(owner), bytesOf(vouch), keys);
}

/** Signs a list of members with the newest key. Null where that one does not vouch for all of them: who holds an older one may have left. */
export function signMemberList(list: MemberListText, pairs: readonly CentrePair[]): MemberListFile | null {
  const [newest] = pairs;
  if (!newest || !list.members.every((member) => isVouched(member, [newest]))) return null;
  const bytes = utf8(JSON.stringify(list));
  return {
    v: 1,
    list: toBase64url(bytes),
    keyId: toBase64url(newest.keyId),
    signature: toBase64url(giveWord('list', bytes, newest)),
  };
}

/** Reads a list of members. Null where the newest key did not sign it, or does not vouch for all in it. */
export function readMemberList(file: unknown, keys: readonly CentreKey[]): MemberListText | null {
  const parsed = MemberListFile.safeParse(file);
  const [newest] = keys;
  if (!parsed.success || !newest) return null;
  const bytes = bytesOf(parsed.data.list);
  if (!isWord('list', bytes, bytesOf(parsed.data.signature), [newest])) return null;
  const list = MemberListText.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  return list.success && list.data.members.every((member) => isVouched(member, [newest])) ? list.data : null;
}
