import { type Case, callsNow, isAlarm } from '../inbox/cases.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/words.ts';
import { type AlarmProps, useOverDialogs } from './alarm-over-dialogs.tsx';

/** Why a case calls: danger, an answer asked for now, or a step that is due. */
function kindOf(one: Case): 'new' | 'asked' | 'due' {
  if (isAlarm(one)) return 'new';
  return callsNow(one) ? 'asked' : 'due';
}

/**
 * What can't be missed: danger, or an answer asked for now, that nobody has, or a next step that is due, and nobody has looked at here. It lies over the top of every view
 * instead of standing in it, so that nothing moves under a thumb.
 */
function Bar({ waiting, sound, onOpen, onSound }: AlarmProps) {
  const { text } = useWords();
  const [first] = waiting;
  return (
    <div class="alarm-bar" role="alert" data-alarm={waiting.length}>
      {first && (
        <>
          <button type="button" data-action="alarm" onClick={() => onOpen(first.row.id)}>
            <span>
              {text(`alarm.${kindOf(first)}`, {
                count: waiting.filter((one) => kindOf(one) === kindOf(first)).length,
              })}
            </span>
            <span class="alarm-open">{text('alarm.open')}</span>
          </button>
          <button class="alarm-sound" type="button" aria-pressed={sound === 'on'} onClick={onSound}>
            <Icon name={sound === 'on' ? 'sound' : 'silent'} />
            <span class={sound === 'tap' ? '' : 'visually-hidden'}>{text(`sound.${sound}`)}</span>
          </button>
        </>
      )}
    </div>
  );
}

/** The bar in the page; it lies over each dialog as well, since a dialog lies over the page. */
export function AlarmBar(props: AlarmProps) {
  useOverDialogs(Bar, props);
  return <Bar {...props} />;
}
