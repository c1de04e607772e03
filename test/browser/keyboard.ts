/** Uses a page with the keyboard alone. */

import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** More than any page of the tests needs. */
const MOST_KEYS = 400;

/** Moves the focus to the element with the Tab key, and within a group of radio buttons with an arrow key. */
export async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  const page = target.page();
  for (let n = 0; n < MOST_KEYS; n += 1) {
    const focus = await focusBeside(target);
    if (focus === 'here') return;
    await page.keyboard.press(focus === 'in-group' ? 'ArrowDown' : 'Tab');
  }
  throw new Error(`The keyboard does not reach ${target}.`);
}

function focusBeside(target: Locator): Promise<'here' | 'in-group' | 'elsewhere'> {
  return target.evaluate((element) => {
    const focused = element.ownerDocument.activeElement;
    if (focused === element) return 'here';
    const groupOf = (each: Element | null) => (each?.matches('[type=radio]') ? each.getAttribute('name') : null);
    return groupOf(element) !== null && groupOf(element) === groupOf(focused) ? 'in-group' : 'elsewhere';
  });
}

/** Follows a link, presses a button, or checks a box. Waits for the page that a link or form leads to. */
export async function press(target: Locator): Promise<void> {
  await tabTo(target);
  const page = target.page();
  const matches = (selector: string) => target.evaluate((element, which) => element.matches(which), selector);
  const key = (await matches('a, summary')) ? 'Enter' : 'Space';
  const leads = await matches('a:not([href^="#"]), button[type=submit]');
  await Promise.all([leads && page.waitForEvent('domcontentloaded'), page.keyboard.press(key)]);
}

/** Types into a field. */
export async function type(field: Locator, text: string): Promise<void> {
  await tabTo(field);
  await field.page().keyboard.type(text);
  expect(await field.inputValue()).toBe(text);
}

/** Selects an option of a list by typing its label. */
export async function select(list: Locator, label: string): Promise<void> {
  await tabTo(list);
  await list.page().keyboard.type(label);
  expect(await list.locator('option:checked').textContent()).toBe(label);
}

/** Selects a file for a field. */
export async function selectFile(field: Locator, file: string): Promise<void> {
  await tabTo(field);
  const page = field.page();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
  await chooser.setFiles(file);
}
