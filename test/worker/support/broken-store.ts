import { env } from 'cloudflare:workers';

/** A D1 database whose every statement fails with this message. */
export function brokenStore(message: string): D1Database {
  const fail = () => Promise.reject(new Error(message));
  return new Proxy(env.DB, {
    get(target, property) {
      if (property === 'batch') return fail;
      if (property !== 'prepare') return Reflect.get(target, property);
      return (sql: string) => brokenStatement(target.prepare(sql), fail);
    },
  });
}

function brokenStatement(statement: D1PreparedStatement, fail: () => Promise<never>): D1PreparedStatement {
  return new Proxy(statement, {
    get(target, property) {
      if (property === 'bind') return () => brokenStatement(target, fail);
      return fail;
    },
  });
}
