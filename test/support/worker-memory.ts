import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { resolve } from 'node:path';

/** Whether memory can be read here: Linux tells it. */
export const canReadMemory = process.platform === 'linux';

/**
 * The memory in bytes of the process that has a local store open: workerd, with the worker, D1 and all. `most`: the most
 * that it ever had since it began.
 */
export function workerMemory(state: string): { now: number; most: number } {
  const store = resolve(state);
  const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && opens(name, store));
  if (pid === undefined) throw new Error(`Nothing has the store in ${state} open`);
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * 1024;
  return { now: read('VmRSS'), most: read('VmHWM') };
}

function opens(pid: string, folder: string): boolean {
  try {
    if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'workerd') return false;
    return readdirSync(`/proc/${pid}/fd`).some((fd) =>
      readlinkSync(`/proc/${pid}/fd/${fd}`).startsWith(folder),
    );
  } catch {
    // It ended meanwhile, or is somebody else's.
    return false;
  }
}
