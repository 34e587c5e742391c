import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Says at the end of a run what was not tried, and why: the list of tests shows no more than a dash. */
export default class SaySkipped implements Reporter {
  readonly #lines: string[] = [];

  onTestEnd(test: TestCase, { status, annotations }: TestResult): void {
    if (status !== 'skipped') return;
    const reasons = annotations.flatMap(({ type, description }) =>
      type === 'skip' && description ? [description] : [],
    );
    this.#lines.push(`Not tried: ${test.title}. ${reasons.join(' ') || 'Nothing says why.'}`);
  }

  onEnd(): void {
    for (const line of this.#lines) console.log(line);
  }
}
