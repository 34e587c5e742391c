import { utf8 } from './bytes.ts';

/**
 * What a passkey makes the secret of, which unwraps its vault (WebAuthn, section 10.1.4, `prf`). It is the same for all:
 * each passkey has a key of its own for it, and whoever signs in need not say first who they are.
 */
export const PRF_INPUT = /* @__PURE__ */ utf8('PAG-ASA desk vault v1');

/** Bytes of that secret. */
export const PRF_BYTES = 32;
