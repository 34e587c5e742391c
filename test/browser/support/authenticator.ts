import type { CDPSession, Page } from '@playwright/test';

/** What an authenticator is like, where it is not as they usually are. */
export type Kind = { hasPrf?: boolean };

/** A fingerprint reader of the device, touched whenever it is asked for (Chromium's own virtual one). */
export async function authenticatorOf(page: Page, { hasPrf = true }: Kind = {}) {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
  return {
    credentials: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    /** Forgets every passkey, as a device does that is set back. */
    forget: () => session.send('WebAuthn.clearCredentials', { authenticatorId }),
  };
}
