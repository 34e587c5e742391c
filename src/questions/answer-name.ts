import type { ReferralField } from '../protocol/items/kinds/referral.ts';
import type { Copy, RequestField } from '../protocol/items/kinds/request.ts';
import type { WorkPart } from '../protocol/items/kinds/work-part.ts';

/** What a control may be called (`data-field`): the name of an answer that is read, sealed and sent. */
export type AnswerName = ReferralField | RequestField | Copy | keyof WorkPart;
