/** A person at a desk: works with a pointer or with the keyboard alone, with or without script, and counts the clicks. */

import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Desks } from '../support/browser.ts';
import { press, selectFile, type } from './keyboard.ts';
import { expectPrintable, expectUsableAt, expectUsableAtEachWidth, PHONE } from './page-checks.ts';

/** How the person works. */
export interface Method {
  method: string;
  isKeyboard: boolean;
  javaScriptEnabled: boolean;
}

export const METHODS: readonly Method[] = [
  { method: 'with a pointer', isKeyboard: false, javaScriptEnabled: true },
  { method: 'with the keyboard alone', isKeyboard: true, javaScriptEnabled: true },
  { method: 'without script', isKeyboard: false, javaScriptEnabled: false },
];

/** Typing does not count as a click. A key that follows a link, presses a button or checks a box does. */
export class Desk {
  clicks = 0;
  readonly page: Page;
  readonly #isKeyboard: boolean;

  private constructor(page: Page, isKeyboard: boolean) {
    this.page = page;
    this.#isKeyboard = isKeyboard;
  }

  /** The page on which the desk of that person opens. */
  static async of(desks: Desks, personId: string, { isKeyboard, javaScriptEnabled }: Method): Promise<Desk> {
    const page = await desks.signIn(personId, { javaScriptEnabled });
    // A page that refreshes itself could differ between the checks of `expectUsable`.
    if (isKeyboard) await page.route('**/changes', (route) => route.abort());
    expect(new URL(page.url()).pathname).toBe('/waiting');
    return new Desk(page, isKeyboard);
  }

  async click(target: Locator): Promise<void> {
    this.clicks += 1;
    await (this.#isKeyboard ? press(target) : target.click());
  }

  async fill(field: Locator, text: string): Promise<void> {
    await (this.#isKeyboard ? type(field, text) : field.fill(text));
  }

  async selectFile(field: Locator, file: string): Promise<void> {
    this.clicks += 1;
    await (this.#isKeyboard ? selectFile(field, file) : field.setInputFiles(file));
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('link', { name }).first();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('button', { name }).first();
  }

  /** Checks the page that is shown, with one of the methods. */
  async expectUsable(): Promise<void> {
    if (!this.#isKeyboard) return;
    const { page } = this;
    const before = page.viewportSize();
    await expectUsableAtEachWidth(page);
    await expectPrintable(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectUsableAt(page, PHONE);
    await page.emulateMedia({ colorScheme: 'light' });
    if (before) await page.setViewportSize(before);
  }

  async done(message: string | RegExp, most: number): Promise<void> {
    await this.page.getByRole('main').getByText(message).first().waitFor();
    expect(this.clicks).toBeLessThanOrEqual(most);
    await this.expectUsable();
    await this.page.context().close();
  }
}
