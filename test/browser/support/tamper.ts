import { ownStore } from './own-store.ts';
/** Does to the store of the served site what somebody can who holds it, without any key. */
export function tamper(sql: string, ...values: (string | number | Uint8Array)[]): void {
  ownStore()
    .prepare(sql)
    .run(...values);
}

/** Changes the row of a thread, and lets every desk hear of it. */
export function tamperThread(id: string, set: string, ...values: (string | number | Uint8Array)[]): void {
  const next = '(SELECT n + 1 FROM changes WHERE one = 1)';
  tamper(`UPDATE threads SET ${set}, changed = ${next} WHERE id = ?`, ...values, id);
}
