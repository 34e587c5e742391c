import type { BellWay } from '../../protocol/wire/api/bell-ways.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words.ts';
import type { Trial } from './trial.ts';

/** How far a trial has come, in words. */
export function TrialNotice({ trial, channel }: { trial: Trial; channel: BellWay['channel'] }) {
  const { text } = useWords();
  const words = () => {
    switch (trial.stage) {
      case 'sent':
        return text(channel === 'call' ? 'ring.called' : 'ring.sent');
      case 'arrived':
        return text('ring.arrived', { count: trial.after });
      case 'proved':
        return text('ring.proof');
      default:
        return text(`ring.${trial.stage}`);
    }
  };
  const good = ['sent', 'arrived', 'proved'].includes(trial.stage);
  return (
    <Notice tone={good ? 'calm' : 'error'} focus key={trial.stage}>
      <p data-trial={trial.stage}>{words()}</p>
    </Notice>
  );
}
