import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEEDS } from '../../../src/protocol/items/kinds/act.ts';
import { bellWayRoutes } from '../../../src/protocol/wire/api/bell-ways.ts';
import { dutyRoutes } from '../../../src/protocol/wire/api/duty.ts';
import { keyRoutes } from '../../../src/protocol/wire/api/keys.ts';
import { peopleRoutes } from '../../../src/protocol/wire/api/people.ts';
import type { Route } from '../../../src/protocol/wire/api/route.ts';
import { savedRoutes } from '../../../src/protocol/wire/api/saved.ts';
import { wayRoutes } from '../../../src/protocol/wire/api/ways.ts';

/** What each shape of a body may hold: one, or several where it is one of them. */
function fieldsOf(body: unknown): string[][] {
  if (typeof body !== 'object' || body === null) return [[]];
  if ('options' in body && Array.isArray(body.options)) return body.options.flatMap(fieldsOf);
  if ('def' in body && typeof body.def === 'object' && body.def !== null && 'options' in body.def) {
    return Array.isArray(body.def.options) ? body.def.options.flatMap(fieldsOf) : [[]];
  }
  return 'shape' in body && typeof body.shape === 'object' && body.shape !== null
    ? [Object.keys(body.shape)]
    : [[]];
}

/** What changes nothing about who reads, who has duty or who is rung: a trial, and the centre's word for an own key. */
const UNTOLD = ['tryBellWay', 'vouch'];

it('whatever changes members, their ways, duty, the alarm or saved answers can be told in a trail, in the same call', () => {
  const tables: Record<string, Route>[] = [
    peopleRoutes,
    wayRoutes,
    keyRoutes,
    dutyRoutes,
    bellWayRoutes,
    savedRoutes,
  ];
  const changing = tables
    .flatMap((table) => Object.entries(table))
    .filter(([name, { method }]) => method !== 'GET' && !UNTOLD.includes(name));
  expect(changing.length).toBeGreaterThan(10);
  const silent = changing.filter(([, { body }]) => !fieldsOf(body).every((fields) => fields.includes('act')));
  expect(silent.map(([name]) => name)).toEqual([]);
});

it('each deed that a trail can tell is told somewhere at the desk', () => {
  const desk = join('src', 'desk');
  const told = readdirSync(desk, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(desk, path), 'utf8'))
    .filter((code) => /\bDeed\b|\btrail\.with\b/.test(code))
    .join('\n');
  expect(DEEDS.filter((deed) => !told.includes(`'${deed}'`))).toEqual([]);
});
