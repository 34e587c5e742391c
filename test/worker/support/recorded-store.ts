import { env } from 'cloudflare:workers';

/** A statement as the store had it prepared, with what it was bound to last. */
export type Prepared = { sql: string; values: unknown[] };

/** The database of the tests, and every statement that anybody has it prepare. */
export function recordedStore(): { db: D1Database; prepared: Prepared[] } {
  const prepared: Prepared[] = [];
  const db = new Proxy(env.DB, {
    get(target, property) {
      if (property !== 'prepare') return Reflect.get(target, property).bind(target);
      return (sql: string) => {
        const statement = target.prepare(sql);
        const record: Prepared = { sql, values: [] };
        prepared.push(record);
        const bind = statement.bind.bind(statement);
        statement.bind = (...values: unknown[]) => {
          record.values = values;
          return bind(...values);
        };
        return statement;
      };
    },
  });
  return { db, prepared };
}

/** How SQLite means to run a statement, step by step. */
export async function planOf({ sql, values }: Prepared): Promise<string[]> {
  const statement = env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`).bind(...values);
  const { results } = await statement.all<{ detail: string }>();
  return results.map((row) => row.detail);
}
