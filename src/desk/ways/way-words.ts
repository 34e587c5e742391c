import { MOST_WAYS } from '../../protocol/wire/api/ways.ts';
import type { DeskFault } from '../api/result.ts';
import { faultText } from '../words/fault-text.ts';
import type { Text } from '../words/text.ts';
import type { TouchFault } from './passkey.ts';

/** Why a way in was not added, in words that say what to do. */
export function addFaultText(fault: DeskFault | { code: TouchFault }, text: Text): string {
  switch (fault.code) {
    case 'touch_none':
      return text('ways.stopped');
    case 'touch_known':
      return text('ways.known');
    case 'touch_unfit':
      return text('ways.unfit');
    case 'touch_failed':
      return text('ways.failed');
    case 'conflict':
      return text('ways.full', { most: MOST_WAYS });
    case 'passphrase_other':
      return text('invite.other');
    default:
      return faultText(fault, text);
  }
}
