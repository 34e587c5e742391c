import { codeIsHere } from './code.ts';

/** Something that the desk can do without at first: it comes when it is opened, or when nothing else is to be done. */
export type Part<T> = {
  /** Gets it, if it is not here yet. Gives whether it is here now; it can be tried again. */
  get: () => Promise<boolean>;
  /** Null until it is here. */
  here: () => T | null;
};

const parts: Part<unknown>[] = [];

/** A part that `load` gets from the site. Its promise may fail: the network does. */
export function partOf<T>(load: () => Promise<T>): Part<T> {
  let here: T | null = null;
  let coming: Promise<boolean> | null = null;
  const get = () => {
    coming ??= load().then(
      (loaded) => {
        here = loaded;
        return true;
      },
      () => {
        coming = null;
        return false;
      },
    );
    return coming;
  };
  const part = { get, here: () => here };
  parts.push(part);
  return part;
}

/** A part that is code of ours: `load` imports it and gives what is wanted of it. */
export function codeOf<T>(load: () => Promise<T>): Part<T> {
  return partOf(async () => {
    if (!(await codeIsHere())) throw new Error('The code did not come.');
    return load();
  });
}

/** Gets every part that is not here yet. Gives whether all are here. */
export async function getAllParts(): Promise<boolean> {
  const here = await Promise.all(parts.map((part) => part.get()));
  return here.every(Boolean);
}
