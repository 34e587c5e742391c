import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPair } from '../../src/protocol/seal/centre-pair.ts';
import {
  type CentreKey,
  describeCentreKey,
  describedKey,
  type PublishedKeys,
} from '../../src/protocol/wire/centre-key.ts';

const drawnFor = (): PublishedKeys => ({ use: 'local', keys: [describeCentreKey(drawPair())] });

/**
 * Writes into a folder the least that a site can be served from: a page, and the keys of a centre, or of one that is
 * drawn for it. Gives the newest.
 */
export function writeSmallPages(folder: string, published = drawnFor()): CentreKey {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>-</title>');
  writeFileSync(join(folder, 'key.json'), JSON.stringify(published));
  const newest = published.keys[0] && describedKey(published.keys[0]);
  if (!newest) throw new Error('The parts of a key contradict each other');
  return newest;
}
