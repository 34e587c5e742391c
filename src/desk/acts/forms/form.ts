import type { Act } from '../use-acts.ts';
import type { StepDraft } from './use-step.ts';

/** What every form of a step is given. */
export type FormProps = { busy: boolean; onAct: (act: Act) => void; draft: StepDraft };
