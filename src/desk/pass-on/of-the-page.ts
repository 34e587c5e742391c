import type { PARTNERS } from '../../protocol/items/register.ts';

/** The numbers of other centres that are sure, as the page of the desk has them from content/partners.yaml. */
export type PartnerNumbers = { readonly [Partner in (typeof PARTNERS)[number]]?: string };

/** Reads them from the page. */
export function partnerNumbers(): PartnerNumbers {
  return JSON.parse(document.getElementById('desk')?.dataset['partners'] ?? '{}');
}

/** Where another centre types its code, as one says it by telephone. */
export function partnerPage(): string {
  return document.getElementById('desk')?.dataset['partnerPage'] ?? '';
}
