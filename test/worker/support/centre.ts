import nacl from 'tweetnacl';

/** The centre of the tests: always the same, because the worker is told its key id when it starts. */
export const centre = nacl.box.keyPair.fromSecretKey(new Uint8Array(32).fill(7));
