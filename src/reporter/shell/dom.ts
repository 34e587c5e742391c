/** Where elements are looked for. */
export type Root = Document | DocumentFragment | HTMLElement;

/** The element that the page marks with `data-part="name"`, inside `root`. Throws when the page has none. */
export function part(root: Root, name: string): HTMLElement {
  return within(root, `[data-part="${name}"]`, HTMLElement);
}

/** The first element in `root` that fits a selector and is of a class. Throws when there is none. */
export function within<T extends Element>(root: Root, selector: string, kind: new () => T): T {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}`);
  return found;
}

/** A copy of what a `<template data-part="name">` holds. */
export function copyOf(root: Root, name: string): DocumentFragment {
  const { content } = within(root, `template[data-part="${name}"]`, HTMLTemplateElement);
  return document.importNode(content, true);
}

/** The text fields in `root`: everything into which something can be typed. */
export function textFields(root: Root): (HTMLInputElement | HTMLTextAreaElement)[] {
  return [
    ...[...root.querySelectorAll('input')].filter((input) => input.type === 'text'),
    ...root.querySelectorAll('textarea'),
  ];
}

/** The checkboxes in `root`. */
export function checkboxes(root: Root): HTMLButtonElement[] {
  return [...root.querySelectorAll<HTMLButtonElement>('button[role="checkbox"]')];
}

/** What an element says as it is shown, also while its screen is not: hints and what fits other answers left out. */
export function saidIn(element: HTMLElement): string {
  const copy = document.importNode(element, true);
  for (const other of copy.querySelectorAll('[hidden], small')) other.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
