import { withLocalDatabase } from '../../../tools/store/local-store.ts';
import { TEST_STATE } from '../../../tools/test/test-site.ts';

/** Does to the store of the served site what somebody can who holds it, without any key. */
export async function tamper(sql: string, ...values: (string | number | Uint8Array)[]): Promise<void> {
  await withLocalDatabase(TEST_STATE, (database) =>
    database
      .prepare(sql)
      .bind(...values)
      .run(),
  );
}

/** Changes the row of a thread, and lets every desk hear of it. */
export function tamperThread(id: string, set: string, ...values: (string | number | Uint8Array)[]) {
  const next = '(SELECT n + 1 FROM changes WHERE one = 1)';
  return tamper(`UPDATE threads SET ${set}, changed = ${next} WHERE id = ?`, ...values, id);
}
