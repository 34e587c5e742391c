import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Asks for passphrases, one after the other, until it is closed. */
export type PassphrasePrompt = { ask: (question: string) => Promise<string>; close: () => void };

/**
 * Where passphrases come from: the environment variable CENTRE_PASSPHRASE, or somebody who types them. Never an
 * argument, which other programs could read.
 */
export function passphrasePrompt(): PassphrasePrompt {
  const given = process.env.CENTRE_PASSPHRASE;
  return given === undefined ? typedPassphrases() : { ask: async () => given, close: () => {} };
}

/**
 * Passphrases that are typed: the lines of standard input when that is no terminal, or a person, unseen. `seen` is for
 * what nobody can type without seeing it.
 */
export function typedPassphrases({ seen = false } = {}): PassphrasePrompt {
  const terminal = process.stdin.isTTY === true;
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: seen ? process.stderr : silence, terminal });
  const lines = reader[Symbol.asyncIterator]();
  return {
    async ask(question) {
      // What readline echoes, it does behind its own prompt, and ends the line by itself.
      reader.setPrompt(seen ? question : '');
      if (terminal && seen) reader.prompt();
      else if (terminal) process.stderr.write(question);
      const line = await lines.next();
      if (terminal && !seen) process.stderr.write('\n');
      return line.done ? '' : line.value;
    },
    close: () => reader.close(),
  };
}
