import { canonicalPassphrase, drawPassphrase } from '../../src/protocol/keys/drawn-passphrase.ts';
import { clearScreen } from '../terminal/clear-screen.ts';
import { typedPassphrases } from '../terminal/passphrase-prompt.ts';
import { stop } from '../terminal/run-tool.ts';

const WHY = `The passphrase is drawn, not chosen: whoever gets hold of a copy of the key file can try
passphrases on it for as long as they like, and a sentence that a person thinks of is found that way.
This one is shown once. Write it on paper, by hand, and keep the paper apart from the key file.
Without it the key file opens nothing: not for you either.`;

/** How often the passphrase may be typed wrong before nothing is made. */
const TRIES = 3;

/**
 * Draws a passphrase for a key file, shows it once with the reasons, and gives it when it was typed back from paper. Ends
 * the tool when it never was. CENTRE_PASSPHRASE is not taken for an answer.
 */
export async function drawAndAskBack(): Promise<string> {
  const passphrase = drawPassphrase();
  console.log(`${WHY}\n\nPassphrase:   ${passphrase}\n`);
  const prompt = typedPassphrases();
  try {
    if (process.stdout.isTTY) {
      await prompt.ask('Press Enter when it is on paper. It is then taken off the screen.');
      clearScreen();
    }
    for (let tries = 0; tries < TRIES; tries++) {
      const typed = await prompt.ask('Type it from the paper: ');
      if (canonicalPassphrase(typed) === passphrase) return passphrase;
      console.error('This is not the passphrase above.');
    }
  } finally {
    prompt.close();
  }
  return stop('Nothing was made. Start again, and another passphrase is drawn.');
}
