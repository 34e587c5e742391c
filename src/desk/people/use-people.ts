import { useCallback, useRef, useState } from 'preact/hooks';
import type { PeopleBody } from '../../protocol/wire/api/people.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { useAgain } from '../clock/use-again.ts';
import type { VaultClient } from '../vault/client.ts';
import { isDone, isUnsure } from './lost-change.ts';
import { doMemberAct, type MemberAct } from './member-act.ts';

/** Milliseconds between two looks while the screen is open: somebody on the telephone waits for the words. */
const LOOK = 3000;

/** The screen's own state: who there is, and what came of the last act. */
export type People = {
  known: PeopleBody | null;
  fault: DeskFault | null;
  /** The code of the invitation that was just made, to be told; it stands nowhere else. */
  code: string | null;
  busy: boolean;
  act: (act: MemberAct) => Promise<boolean>;
};

/** Who is a member and who is invited, as long as the screen is open, and what is done about it. */
export function usePeople(api: Api, vault: VaultClient): People {
  const [known, setKnown] = useState<PeopleBody | null>(null);
  const [fault, setFault] = useState<DeskFault | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  /** A change of which no answer came: it may have been made. */
  const lost = useRef<MemberAct | null>(null);

  const load = useCallback(async () => {
    const answer = await api.people();
    if (answer.ok) setKnown(answer.value);
    return answer;
  }, [api]);

  const look = useCallback(
    async (left: () => boolean) => {
      const answer = await load();
      // What stands here is old then, and says so by nothing but this.
      if (!answer.ok && !left()) setFault(answer);
      return true;
    },
    [load],
  );
  useAgain(look, LOOK);

  const act = useCallback(
    async (wanted: MemberAct) => {
      setBusy(true);
      setFault(null);
      setCode(null);
      const acted = await doMemberAct(api, vault, wanted);
      const read = await load();
      const now = read.ok ? read.value.people : [];
      const done = acted.ok || isDone(wanted, acted.fault.code, lost.current, now);
      lost.current = !done && isUnsure(acted.fault.code) ? wanted : null;
      if (acted.ok) setCode(acted.code ?? null);
      else if (!done) setFault(acted.fault);
      setBusy(false);
      return done;
    },
    [api, vault, load],
  );
  return { known, fault, code, busy, act };
}
