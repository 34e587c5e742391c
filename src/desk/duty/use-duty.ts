import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DutyBody } from '../../protocol/wire/api/duty.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';

/** Milliseconds from one look at who has duty to the next. */
const EVERY = 60_000;

/** Duty as the desk knows it, why it could not be asked for last, and a way to ask anew. */
export type Duty = { body: DutyBody | null; fault: DeskFault | null; refresh: () => Promise<void> };

/** Who has duty, as the worker said last: null before it did. Asked each minute, and when `refresh` is called. */
export function useDuty(api: Api): Duty {
  const [body, setBody] = useState<DutyBody | null>(null);
  const [fault, setFault] = useState<DeskFault | null>(null);
  const here = useRef(true);
  const refresh = useCallback(async () => {
    const answer = await api.duty();
    if (!here.current) return;
    setFault(answer.ok ? null : answer);
    if (answer.ok) setBody(answer.value);
  }, [api]);
  useEffect(() => {
    here.current = true;
    void refresh();
    const timer = setInterval(() => void refresh(), EVERY);
    return () => {
      here.current = false;
      clearInterval(timer);
    };
  }, [refresh]);
  return useMemo(() => ({ body, fault, refresh }), [body, fault, refresh]);
}
