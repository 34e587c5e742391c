import { readFileSync } from 'node:fs';
import { readMemberList } from '../../src/protocol/keys/member-list.ts';
import { sealNextKey } from '../../src/protocol/keys/next-key.ts';
import { type CentreSecret, centrePair } from '../../src/protocol/seal/centre-pair.ts';
import { toBase64url } from '../../src/protocol/wire/bytes.ts';
import { centreKeyOf } from '../../src/protocol/wire/centre-key.ts';
import type { MemberListText, NextKeyFile } from '../../src/protocol/wire/next-key.ts';
import { stop } from '../terminal/run-tool.ts';

/** Days for which a list of members counts: who has left since would get the next key too. */
const LIST_DAYS = 7;

/**
 * Reads the list of members that an administrator saved at the desk, by the keys of the key file. Ends the tool where the
 * newest key did not sign it, or it is too old.
 */
export function readList(file: string, keys: readonly CentreSecret[], now = Date.now()): MemberListText {
  const pairs = keys.map(centrePair);
  let list: MemberListText | null = null;
  try {
    list = readMemberList(JSON.parse(readFileSync(file, 'utf8')), pairs);
  } catch {
    stop(`${file} is no list of members. Nothing was changed.`);
  }
  if (!list) return stop(`${file} was not signed with the newest key of this key file. Nothing was changed.`);
  const days = Math.floor((now / 1000 - list.at) / 86_400);
  if (days >= LIST_DAYS)
    stop(
      `${file} is ${days} days old, and somebody may have left since. Save it anew at the desk. Nothing was changed.`,
    );
  return list;
}

/** The next key, sealed to each member of a list, as the file that an administrator brings to the desk. */
export function sealToMembers(
  next: CentreSecret,
  before: CentreSecret,
  { members }: MemberListText,
): NextKeyFile {
  const { publicKey, signingKey } = centrePair(next);
  const sealed = members.map((member) => {
    const made = sealNextKey(next, member, before);
    return made ? { member: member.id, ...made } : stop(`The own key of ${member.name} is none.`);
  });
  return { v: 1, keyId: toBase64url(centreKeyOf(publicKey, signingKey).keyId), sealed };
}
