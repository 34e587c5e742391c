import { type Answered, holds } from '../../questions/question.ts';

/**
 * Brings into the page what stands behind a gate (`<template data-gate="consent:agreed">`) once an answer opens it, and
 * takes it out with all that was typed there once none does. `prepare` gets what came in, to give it its behaviour.
 */
export function startGates(
  form: HTMLElement,
  read: () => Answered,
  prepare: (inside: HTMLElement) => void,
): void {
  const gates = [...form.querySelectorAll<HTMLTemplateElement>('template[data-gate]')].map((template) => ({
    template,
    cases: template.dataset['gate']?.split(' ') ?? [],
    inside: null as HTMLElement | null,
  }));
  form.addEventListener('change', () => {
    const answers = read();
    for (const gate of gates) {
      const isOpen = gate.cases.some((one) => holds(one, answers));
      if (isOpen === (gate.inside !== null)) continue;
      gate.inside?.remove();
      gate.inside = null;
      const [inside] = isOpen ? document.importNode(gate.template.content, true).children : [];
      if (!(inside instanceof HTMLElement)) continue;
      gate.template.after(inside);
      gate.inside = inside;
      prepare(inside);
    }
  });
}
