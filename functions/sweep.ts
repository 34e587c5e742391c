import { THROWN_KEPT } from '../src/protocol/wire/api/thrown.ts';
import type { Bindings } from './env.ts';
import { deleteThrown } from './store/thrown.ts';

/** What the worker does by itself at a moment (Unix seconds): deletes for good what was thrown away a day ago. */
export async function sweep({ DB }: Pick<Bindings, 'DB'>, at: number): Promise<void> {
  await deleteThrown(DB, at - THROWN_KEPT);
}
