import { ownStore, type StoredValue } from './own-store.ts';

/** Does to the store of the served site what somebody can who holds it, without any key. */
export async function tamper(sql: string, ...values: readonly StoredValue[]): Promise<void> {
  await ownStore(sql, ...values);
}

/** Changes the row of a thread, and lets every desk hear of it. */
export async function tamperThread(
  id: string,
  set: string,
  ...values: readonly StoredValue[]
): Promise<void> {
  const next = '(SELECT n + 1 FROM changes WHERE one = 1)';
  await tamper(`UPDATE threads SET ${set}, changed = ${next} WHERE id = ?`, ...values, id);
}
