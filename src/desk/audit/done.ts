import type { Deed } from '../../protocol/items/kinds/act.ts';
import type { SentAct } from '../../protocol/wire/api/audit.ts';
import type { SeenLink } from '../../protocol/wire/link-fields.ts';
import type { ApiResult } from '../api/result.ts';

/** Something that a member does: what, in which thread, to which other member, and how much. */
export type Done = {
  did: Deed;
  thread?: string;
  /** The id of what is stored of it, under which it is told once; left out where nothing is. */
  id?: string;
  to?: string;
  count?: number;
  text?: string;
};

/** The trail of the member who is signed in: what they did, each act behind the one before. */
export type Trail = {
  /**
   * Does something with what the trail says of it: `send` gets that, to send it along, and may be called again where the
   * member did something else meanwhile, on another device.
   */
  with: <T>(done: Done, send: (act: SentAct | undefined) => Promise<ApiResult<T>>) => Promise<ApiResult<T>>;
  /** What was seen of all trails since the desk was opened: the newest link of each. */
  seen: () => SeenLink[];
};

/** What tells nothing: nobody is signed in. */
export const NO_TRAIL: Trail = { with: (_, send) => send(undefined), seen: () => [] };
