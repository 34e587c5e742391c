import type { DeskFault } from '../api/result.ts';
import { duration } from '../clock/time-left.ts';
import type { MessageFault } from '../thread/load-thread.ts';
import type { Text } from './text.ts';

/** A fault in words that help: what to do now. */
export function faultText({ code, retryAfter }: DeskFault, text: Text): string {
  switch (code) {
    case 'offline':
    case 'timeout':
    case 'foreign':
      return text('fault.offline');
    case 'unavailable':
    case 'keys_missing':
    case 'secret_missing':
    case 'internal':
      return text('fault.busy');
    case 'limited':
      return text('fault.limited', { time: duration(retryAfter ?? 60, text) });
    case 'unauthorized':
    case 'vault_closed':
      return text('fault.ended');
    case 'vault_failed':
      return text('fault.device');
    default:
      return text('fault.ours', { code });
  }
}

/** Why an envelope can't be read, in words. */
export function openingFaultText(code: MessageFault, text: Text): string {
  switch (code) {
    case 'key_unknown':
      return text('broken.key');
    case 'key_retired':
      return text('broken.retired');
    case 'signature_broken':
      return text('broken.forged');
    case 'item_elsewhere':
      return text('broken.elsewhere');
    case 'item_unknown':
    case 'envelope_version':
      return text('broken.unknown');
    default:
      return text('broken.damaged');
  }
}
