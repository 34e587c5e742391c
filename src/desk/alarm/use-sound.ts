import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { createTabStore } from '../drafts/tab-store.ts';

/** Hertz and seconds of the two notes of an alarm, and how often it is played at a time. */
const NOTES = [880, 660] as const;
const NOTE = 0.18;
const TIMES = 3;
const LOUDNESS = 0.5;

/** Milliseconds of the vibration: on, off, on, … */
const VIBRATION = [300, 150, 300, 150, 300];

/** What begins a touch or a key, and when a browser takes it for one. */
const BEGINS = ['pointerdown', 'keydown'] as const;
const TOUCHES = ['pointerup', 'keydown'] as const;

/** Whether somebody has touched the page: before, browsers refuse sound and vibration, and complain. */
const touched = () => navigator.userActivation?.hasBeenActive ?? true;

function play(context: AudioContext): void {
  const start = context.currentTime + 0.05;
  const volume = context.createGain();
  volume.gain.value = LOUDNESS;
  volume.connect(context.destination);
  for (let at = 0; at < TIMES * NOTES.length; at++) {
    const tone = context.createOscillator();
    tone.type = 'triangle';
    tone.frequency.value = NOTES[at % NOTES.length] ?? NOTES[0];
    tone.connect(volume);
    tone.start(start + at * NOTE);
    tone.stop(start + at * NOTE + NOTE * 0.8);
  }
}

/** Whether the alarm is heard: it is, it was switched off, or the browser wants the page to be touched first. */
export type Sound = 'on' | 'off' | 'tap';

/**
 * An alarm that is heard and felt, without any file. Browsers let a page sound only after it was touched: the way to
 * the loudspeaker is opened by the first tap or key, and where it is not, that is said. What was chosen stays so in this tab, over a
 * lock too. Gives what rings, and whether it is heard, until the page is left.
 */
export function useSound() {
  const [tab] = useState(() => createTabStore());
  const [silent, setSilent] = useState(() => tab.read().silent === true);
  const latest = useRef(silent);
  latest.current = silent;
  const context = useRef<AudioContext | null>(null);
  const [heard, setHeard] = useState(false);
  // Whether nothing could be heard when the touch, or the key, began that is under way.
  const mute = useRef(false);

  useEffect(() => {
    const open = () => {
      if (!touched() || typeof AudioContext === 'undefined') return;
      if (!context.current) {
        const made = new AudioContext();
        const look = () => setHeard(made.state === 'running');
        made.addEventListener('statechange', look);
        look();
        context.current = made;
      }
      // A telephone that slept has stopped it.
      if (context.current.state !== 'running') void context.current.resume().catch(() => {});
    };
    const begin = () => {
      mute.current = typeof AudioContext !== 'undefined' && context.current?.state !== 'running';
    };
    // Whoever has just signed in has touched the page.
    open();
    for (const type of BEGINS) addEventListener(type, begin, { capture: true, passive: true });
    for (const type of TOUCHES) addEventListener(type, open, { passive: true });
    return () => {
      for (const type of BEGINS) removeEventListener(type, begin, { capture: true });
      for (const type of TOUCHES) removeEventListener(type, open);
      void context.current?.close().catch(() => {});
      context.current = null;
    };
  }, []);

  const ring = useCallback(() => {
    if (latest.current) return;
    if (context.current) play(context.current);
    if (touched()) navigator.vibrate?.(VIBRATION);
  }, []);

  const able = typeof AudioContext !== 'undefined';
  const audible: Sound = able && !heard ? 'tap' : 'on';
  const state: Sound = silent ? 'off' : audible;
  const toggle = () => {
    // The tap itself has opened the way, and what it was meant for may be said already when it ends.
    if (!silent && mute.current) return;
    tab.update({ silent: !silent });
    setSilent(!silent);
  };
  return { state, toggle, ring };
}
