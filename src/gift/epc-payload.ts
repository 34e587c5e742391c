/** A transfer that a QR code prepares; the payer confirms it in their own bank's app. */
export interface Transfer {
  /** Name of the payee, at most 70 characters. */
  name: string;
  /** Account number, with or without spaces. */
  iban: string;
  /** Euros; absent where the payer chooses. From 0.01 to 999,999,999.99. */
  amount?: number | undefined;
  /** What the payee reads, at most 140 characters. */
  message: string;
}

/**
 * The text of an EPC QR code (EPC069-12, version 002: the BIC may be absent within the European Economic Area).
 * A Belgian structured communication is no ISO 11649 reference, so it goes into the free message. Throws when a field
 * is longer than the standard allows or the amount is out of its range.
 */
export function epcPayload({ name, iban, amount, message }: Transfer): string {
  if (name.length > 70 || message.length > 140)
    throw new Error('The name or message of the QR code is too long');
  if (amount !== undefined && !(amount >= 0.01 && amount <= 999_999_999.99))
    throw new Error(`€${amount} is out of the range of the QR code`);
  const lines = ['BCD', '002', '1', 'SCT', '', name, iban.replaceAll(' ', '')];
  return [...lines, amount === undefined ? '' : `EUR${amount.toFixed(2)}`, '', '', message].join('\n');
}
