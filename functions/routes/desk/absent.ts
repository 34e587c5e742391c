import { type Refused, refused } from '../../http/reply.ts';
import { isDeleted } from '../../store/tombstones.ts';

/** What is said of a thread that is not there: that the person deleted it, where they did. */
export async function absent(db: D1Database, id: string): Promise<Refused> {
  return refused((await isDeleted(db, id)) ? 'deleted' : 'not_found');
}
