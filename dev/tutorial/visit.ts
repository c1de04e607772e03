/** What an instruction of the tutorial does in a browser. It notes the labels that it uses, which must be those of its text. */

import type { Locator, Page } from 'playwright-core';

/** What the steps share. */
export interface TutorialRun {
  /** Of the referral that the first step submits. */
  reference: string;
  /** The deadlines of its recipient while they were paused. */
  paused?: readonly ShownDeadline[];
}

/** A row of the table of deadlines, in the language of the page. */
export interface ShownDeadline {
  name: string;
  debtor: string;
  state: string;
  dueAt: string;
}

/** An instruction, or a sentence about its outcome: `_Label_` is a label on the page, and `code` is a path or a value. */
export interface Instruction {
  text: string;
  /**
   * Does what the text says, with every label of it, and waits for what the page then shows. The person is signed in.
   *
   * @throws Error if the page does not show what the text says
   */
  play(visit: Visit, run: TutorialRun): Promise<void>;
}

/** The browser of one person. */
export class Visit {
  private readonly labels = new Set<string>();
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  link(name: string): Locator {
    return this.page.getByRole('link', { name: this.noted(name), exact: true }).first();
  }

  /** Without `exact`, the name may go on, for example with the reference number for screen readers. */
  button(name: string, { exact = true } = {}): Locator {
    return this.page.getByRole('button', { name: this.noted(name), exact }).first();
  }

  field(label: string): Locator {
    return this.page.getByLabel(this.noted(label), { exact: true }).first();
  }

  /** Waits until the page shows the text, and notes it as a label. */
  async shows(text: string): Promise<void> {
    await this.page.getByText(this.noted(text)).first().waitFor();
  }

  /** The texts of a column of a table; the first column has the number 1. */
  async column(table: string, number: number): Promise<string[]> {
    const cells = this.page.getByRole('table', { name: table, exact: true }).locator(`tbody td:nth-child(${number})`);
    await cells.first().waitFor();
    return (await cells.allTextContents()).map((text) => text.trim());
  }

  /** The table of deadlines on the page of a referral. */
  async deadlines(table: string): Promise<ShownDeadline[]> {
    const [names, debtors, states] = [
      await this.column(table, 1),
      await this.column(table, 3),
      await this.column(table, 4),
    ];
    const times = this.page.getByRole('table', { name: table, exact: true }).locator('tbody td:nth-child(5) time');
    const due = await Promise.all((await times.all()).map((time) => time.getAttribute('datetime')));
    return names.map((name, row) => ({
      ...{ name, debtor: debtors[row] ?? '', state: states[row] ?? '', dueAt: due[row] ?? '' },
    }));
  }

  /** @throws Error if the main part of the page shows one of the texts */
  async hides(texts: readonly string[]): Promise<void> {
    const shown = (await this.page.locator('main').textContent()) ?? '';
    for (const text of texts) holds(!shown.includes(text), `"${text}" is not shown`);
  }

  /** By the search box, whatever language the page has. A reference number opens its referral. */
  async openReferral({ reference }: TutorialRun): Promise<void> {
    const search = this.page.locator('form[action="/search"]').first();
    await search.getByRole('textbox').fill(reference);
    await search.getByRole('button').click();
    await this.page.waitForURL(`**/referrals/${reference}`);
  }

  /** Reloads until the text is on the page: the engine does some steps by itself. */
  async appears(text: string): Promise<void> {
    const wanted = this.page.getByText(text).first();
    for (const end = Date.now() + 30_000; Date.now() < end; ) {
      if (await wanted.isVisible()) return;
      await this.page.reload();
    }
    throw new Error(`The page does not show "${text}".`);
  }

  /** @throws Error if the text of the instruction names a label that its play does not use. */
  async follow({ text, play }: Instruction, run: TutorialRun): Promise<void> {
    this.labels.clear();
    await play(this, run);
    const unused = [...text.matchAll(/_([^_]+)_/g)].flatMap(([, label = '']) =>
      this.labels.has(label) ? [] : [label],
    );
    if (unused.length > 0) throw new Error(`"${text}" is played without: ${unused.join(', ')}.`);
  }

  private noted(label: string): string {
    this.labels.add(label);
    return label;
  }
}

/** @throws Error if the tutorial claims what does not hold */
export function holds(isTrue: boolean, claim: string): void {
  if (!isTrue) throw new Error(`It does not hold: ${claim}.`);
}
