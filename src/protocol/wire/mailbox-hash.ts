/** SHA-256 of a mailbox token: all that the worker stores of a mailbox. Takes 32 bytes and gives 32. */
export async function mailboxHash(token: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', token));
}
