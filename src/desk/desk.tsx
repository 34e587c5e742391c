import { useCallback, useMemo, useState } from 'preact/hooks';
import type { CentrePublicKey } from '../protocol/wire/centre-key.ts';
import { ActionBar } from './acts/action-bar.tsx';
import { CaseSheet } from './acts/case-sheet.tsx';
import { CaseSide } from './acts/side.tsx';
import { useActs } from './acts/use-acts.ts';
import { useCaseActs } from './acts/use-case-acts.ts';
import { AlarmBar } from './alarm/alarm-bar.tsx';
import { Alerts } from './alarm/alerts.tsx';
import { useAlarm } from './alarm/use-alarm.ts';
import { useAlerts } from './alarm/use-alerts.ts';
import { useSound } from './alarm/use-sound.ts';
import type { Api } from './api/client.ts';
import { useBell } from './bell/use-bell.ts';
import { Calling } from './calls/calling.tsx';
import { Detail } from './case/detail.tsx';
import { useNames } from './case/use-names.ts';
import { useOpenCase } from './case/use-open-case.ts';
import { useNow } from './clock/use-now.ts';
import type { Session } from './door/session.ts';
import type { DraftKeeper } from './drafts/draft-keeper.ts';
import { useDrafts } from './drafts/use-drafts.ts';
import { useDrillEnd } from './drill/use-drill-end.ts';
import { DutyLine } from './duty/duty-line.tsx';
import { useDuty } from './duty/use-duty.ts';
import { Above } from './inbox/above.tsx';
import { Arrived } from './inbox/arrived.tsx';
import { groupCases } from './inbox/cases.ts';
import { List } from './inbox/list.tsx';
import { focusRow, step } from './inbox/rows.ts';
import { useCases } from './inbox/use-cases.ts';
import { useClosed } from './inbox/use-closed.ts';
import { useJunk } from './junk/use-junk.ts';
import { useEscape, useShortcuts } from './keyboard/use-shortcuts.ts';
import { usePartsAhead } from './later/use-parts-ahead.ts';
import { useReached } from './linked/use-reached.ts';
import type { Cover } from './lock/cover.ts';
import { ShiftTold } from './lock/shift-told.tsx';
import { useIdleLock } from './lock/use-idle-lock.ts';
import { type Lock, useLocking } from './lock/use-locking.ts';
import { useShiftLock } from './lock/use-shift-lock.ts';
import { OpenScreen, type ScreenName } from './menu/screens.tsx';
import { Top } from './parts/top.tsx';
import { useBack } from './parts/use-back.ts';
import { Reminder } from './pass-on/reminder.tsx';
import { ShiftBars } from './shift/shift-bars.tsx';
import { useShift } from './shift/use-shift.ts';
import type { Appearance } from './theme/theme-switch.tsx';
import { useSecondWay } from './ways/use-second-way.ts';
import { useWays } from './ways/use-ways.ts';
import { useWords } from './words/words.ts';

type Props = Appearance & {
  api: Api;
  session: Session;
  centreKeys: readonly CentrePublicKey[];
  keeper: DraftKeeper;
  cover: Cover;
  lock: Lock;
};

/** The open desk: the list, the open referral, and the bar with what can be done. */
export function Desk({ api, session, centreKeys, keeper, cover, theme, toggleTheme, lock }: Props) {
  const { text } = useWords();
  const duty = useDuty(api);
  const [openId, setOpenId] = useState<string | null>(null);
  const [letters, setLetters] = useState(true);
  const [screen, setScreen] = useState<ScreenName | null>(null);
  const [deleted, setDeleted] = useState<string | null>(null);
  const [calling, setCalling] = useState(false);
  const ways = useWays(api);
  useSecondWay(ways.known, () => setScreen('ways'));
  const [, redraw] = useState(0);
  const drafts = useDrafts(api, session.vault, keeper, setOpenId, setScreen);
  const { lockNow, ended, over } = useLocking(lock, keeper, drafts, openId);
  const { list, refresh, recheck, replaceRow, dropRow, askAhead } = useCases(api, session, ended);
  const onDeleted = useCallback(
    (id: string) => {
      drafts?.discard(id);
      setDeleted(id);
      dropRow(id);
    },
    [drafts, dropRow],
  );
  const { known: before, reached, caseOf, openOther } = useReached(api, session.vault, setOpenId);
  const acts = useActs(api, session, { refresh, recheck, replaceRow, onDeleted, caseOf }, text);
  const shift = useShift(api, session, list, { refresh, replaceRow }, { drafts, keeper });
  const junk = useJunk(api, refresh, text);
  const sound = useSound();
  usePartsAhead(list.loadedAt !== null && list.pending === 0);
  const ahead = list.loadedAt === null ? null : list.ahead;
  const bell = useBell(api, list.cursor);
  const warning = useIdleLock({ lock: lockNow, cover, ahead, askAhead, calling });
  const presses = useShiftLock(lockNow);
  const now = useNow(list.ahead);
  useDrillEnd(list.drills, now);
  const groups = useMemo(() => groupCases(list.cases, now), [list.cases, now]);
  const sorted = [...groups.ours, ...groups.taken, ...groups.waiting, ...groups.locked];
  const month = useClosed(api, session.vault, now, acts.done?.one.row.entry ?? '');
  const known = useMemo(() => [...list.cases, ...(month.closed?.cases ?? [])], [list.cases, month.closed]);
  before.current = known;
  const { found, isListed } = useOpenCase(openId, { list, month, acts, reached, deleted });
  const names = useNames(known, found);
  // Not before what was written earlier is there to be gone on with.
  const one = drafts ? found : null;
  const gone = openId !== null && openId === deleted ? openId : null;
  const open = one !== null || gone !== null;
  const caseActs = useCaseActs(one, acts, session.member);
  const waiting = useAlarm(sorted, openId, now, sound.ring, text);

  const close = () => {
    setOpenId(null);
    setCalling(false);
    if (openId !== null) focusRow(openId);
  };
  const { back, leaving } = useBack(open, close);
  const alerts = useAlerts({
    session,
    centreKeys,
    list,
    bell,
    refresh,
    ended,
    over,
    warning,
    leaving,
    drafts,
    keeper,
    openId,
    now,
  });
  useEscape(open && !calling, back);
  useShortcuts(
    {
      j: () => step(1, sorted, openId, setOpenId),
      k: () => step(-1, sorted, openId, setOpenId),
      t: caseActs.takeOpen,
      h: () => setScreen('hand-over'),
      l: lockNow,
      '?': () => setScreen('keys'),
    },
    letters && !calling,
  );

  return (
    <div class="desk" data-view={open ? 'referral' : 'list'} data-calling={calling}>
      {calling && <Calling soon={warning} onBack={() => setCalling(false)} />}
      <Top
        now={now}
        name={session.member.name}
        sound={sound.state}
        onSound={sound.toggle}
        theme={theme}
        toggleTheme={toggleTheme}
        show={setScreen}
      />
      <AlarmBar
        waiting={waiting}
        sound={sound.state}
        onOpen={(id) => {
          setCalling(false);
          setOpenId(id);
        }}
        onSound={sound.toggle}
      />
      <DutyLine duty={duty} now={now} onOpen={() => setScreen('duty')} />
      <Alerts
        alerts={alerts}
        writing={drafts?.anyUnsent() ?? false}
        safe={keeper.safe()}
        onRenew={lockNow}
        onOpen={setOpenId}
        onDiscard={(thread) => {
          drafts?.discard(thread);
          redraw((count) => count + 1);
        }}
      />
      <ShiftBars shift={shift} names={names} now={now} />
      <Reminder cases={list.cases} names={names} now={now} onOpen={setOpenId} />
      <main class="columns">
        <List
          list={list}
          groups={groups}
          names={names}
          me={session.member.id}
          now={now}
          current={openId}
          junk={junk}
          month={month}
          alarmAt={bell && bell.fault === undefined ? bell.now : null}
          onOpen={setOpenId}
          onRefresh={() => void recheck()}
          onHandOver={() => setScreen('hand-over')}
        >
          <Above api={api} bell={bell} ways={ways.known} onWays={() => setScreen('ways')} />
        </List>
        <Detail
          {...{ api, session, list, one, drafts, names, now, acts, caseActs, month }}
          deleted={gone}
          isListed={isListed}
          calling={calling}
          onCalling={() => setCalling(true)}
          onOpen={openOther}
          onSent={() => void refresh()}
          onDeleted={onDeleted}
          onMissing={recheck}
        />
        {one && (
          <CaseSide
            one={one}
            me={session.member.id}
            now={now}
            onSheet={caseActs.main === 'next' ? caseActs.openSheet : null}
          />
        )}
      </main>
      <ActionBar
        open={open}
        main={caseActs.main}
        undo={caseActs.undo}
        armed={caseActs.armed}
        busy={caseActs.busy}
        onPress={(what) => void caseActs.press(what)}
        onBack={back}
        onLock={lockNow}
      />
      <CaseSheet {...{ api, session, one, now, known, names, drafts, acts, caseActs }} />
      <Arrived arrived={list.arrived} />
      <ShiftTold presses={presses} />
      <OpenScreen
        screen={screen}
        drafts={drafts}
        api={api}
        session={session}
        centreKeys={centreKeys}
        now={now}
        shift={shift}
        duty={duty}
        list={list}
        refresh={refresh}
        cases={sorted}
        names={names}
        ways={ways}
        letters={letters}
        onLetters={setLetters}
        show={setScreen}
        onClose={() => setScreen(null)}
      />
    </div>
  );
}
