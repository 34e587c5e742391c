import { useEffect } from 'preact/hooks';
import type { ThreadRow } from '../../protocol/wire/api/threads.ts';
import type { Api } from '../api/client.ts';

/** Marks a thread as read that is open before the member, unless somebody has read it before. */
export function useReadMark(api: Api, { id, readAt }: ThreadRow): void {
  const unread = readAt === undefined;
  useEffect(() => {
    if (unread) void api.read({ ids: [id] });
  }, [api, id, unread]);
}
