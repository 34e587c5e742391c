import { env } from 'cloudflare:workers';

/** The database of the tests, and how many rows it has read for whoever asked it through this (D1's own count). */
export function countedStore(): { db: D1Database; read: () => number } {
  let rows = 0;
  const count = <Row>(result: D1Result<Row>): D1Result<Row> => {
    rows += result.meta.rows_read;
    return result;
  };
  const watch = (statement: D1PreparedStatement): D1PreparedStatement => {
    const bind = statement.bind.bind(statement);
    const all = statement.all.bind(statement);
    statement.bind = (...values: unknown[]) => watch(bind(...values));
    statement.all = async <Row>() => count(await all<Row>());
    statement.first = async () => (count(await all()).results[0] as never) ?? null;
    return statement;
  };
  const db = new Proxy(env.DB, {
    get(target, property) {
      if (property === 'prepare') return (sql: string) => watch(target.prepare(sql));
      if (property !== 'batch') return Reflect.get(target, property).bind(target);
      return async (statements: D1PreparedStatement[]) => (await target.batch(statements)).map(count);
    },
  });
  return { db, read: () => rows };
}
