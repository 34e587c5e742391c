/**
 * Characters that are not seen and change what is: embeddings, overrides and isolates of direction (UAX 9), deprecated
 * format characters, marks of annotations, and control characters other than tab and line breaks.
 */
const STEERING =
  '\\u202a-\\u202e\\u2066-\\u2069\\u206a-\\u206f\\ufff9-\\ufffb\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f';

/** Others that are not seen. Words of some languages need them; a number never does. */
const UNSEEN =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2028\\u2029\\u2060-\\u2065\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\u{e0000}-\\u{e0fff}';

const ENDS = new RegExp(`^[\\s${UNSEEN}]+|[\\s${UNSEEN}]+$`, 'gu');
/** An embedding or isolate from one end to the other; an override is none: it turns digits round. */
const WRAPPED = /^[\u202a\u202b\u2066-\u2068]([\s\S]*)[\u202c\u2069]$/u;
const ANY = new RegExp(`[${STEERING}${UNSEEN}]`, 'u');
const STEERED = new RegExp(`[${STEERING}]`, 'u');

/** Combining marks that one letter keeps; no script needs more, and more are written over what stands around. */
const MOST_MARKS = 4;

/** A run of marks on one letter, whatever unseen characters stand between them, or of unseen characters alone. */
const RUN = new RegExp(`[\\p{M}${STEERING}${UNSEEN}]+`, 'gu');
const MARK = /\p{M}/u;

/**
 * A text without spaces and unseen characters at its ends, and without a pair of embedding or isolate around it:
 * address books wrap what is copied from them in such.
 */
export function trimUnseen(text: string): string {
  let inner = text;
  for (let before = ''; before !== inner; ) {
    before = inner;
    inner = inner.replace(ENDS, '');
    inner = WRAPPED.exec(inner)?.[1] ?? inner;
  }
  return inner;
}

/** Whether a text that should be one number has unseen characters in it. */
export function hasUnseen(text: string): boolean {
  return ANY.test(text);
}

/** A piece of a typed text: `shown`, or only kept. */
export type Piece = { text: string; shown: boolean };

/** A typed text as it is shown: in pieces that together are the text as it was typed. */
export type ShownText = {
  pieces: Piece[];
  /** Whether characters that are not seen would have changed what is. */
  steered: boolean;
  /** Whether marks were left out because a letter had too many. */
  crowded: boolean;
};

/** The characters of a run, each with whether it is shown. */
function piecesOf(run: string): Piece[] {
  let marks = 0;
  return Array.from(run, (text) => {
    if (STEERED.test(text)) return { text, shown: false };
    if (MARK.test(text)) marks += 1;
    return { text, shown: marks <= MOST_MARKS };
  });
}

/** Joins neighbours that are both shown or both not. */
function joined(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.shown === piece.shown) last.text += piece.text;
    else runs.push({ ...piece });
  }
  return runs;
}

/** Reads what of a typed text may be shown. Nothing that was typed is lost; it is only kept from being drawn. */
export function shownText(typed: string): ShownText {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: run, index } of typed.matchAll(RUN)) {
    pieces.push({ text: typed.slice(end, index), shown: true }, ...piecesOf(run));
    end = index + run.length;
  }
  pieces.push({ text: typed.slice(end), shown: true });
  return {
    pieces: joined(pieces.filter(({ text }) => text !== '')),
    steered: STEERED.test(trimUnseen(typed)),
    crowded: pieces.some(({ text, shown }) => !shown && !STEERED.test(text)),
  };
}
