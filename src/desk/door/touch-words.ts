import type { DeskFault } from '../api/result.ts';
import type { TouchFault } from '../ways/passkey.ts';
import { faultText } from '../words/fault-text.ts';
import type { Text } from '../words/text.ts';

/** Why a touch opened nothing, in words that lead on: there is always the passphrase. */
export function touchFaultText(fault: DeskFault | { code: TouchFault }, text: Text): string {
  switch (fault.code) {
    case 'touch_none':
    case 'touch_known':
      return text('touch.none');
    case 'touch_unfit':
      return text('touch.unfit');
    case 'touch_failed':
      return text('touch.failed');
    case 'unauthorized':
    case 'vault_broken':
      return text('touch.unknown');
    default:
      return faultText(fault, text);
  }
}
