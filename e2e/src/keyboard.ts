import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any screen has: whoever needs them all has been led around in a circle. */
const stopsMax = 250;

/** Somebody without a mouse. Every control is reached with Tab, from wherever the focus stands, or not at all. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Tabs until the focus stands on the control, and sees that a person can see it there. */
  async tabTo(control: Locator): Promise<void> {
    await expect(control).toBeVisible();
    for (let stop = 0; stop < stopsMax; stop++) {
      if (await control.evaluate((element) => element === document.activeElement)) {
        expect(await control.evaluate((element) => element.matches(':focus-visible'))).toBe(true);
        return;
      }
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${control.toString()}`);
  }

  async press(control: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.tabTo(control);
    await this.page.keyboard.press(key);
  }

  async write(field: Locator, text: string): Promise<void> {
    await this.tabTo(field);
    await this.page.keyboard.type(text);
  }

  /** Writes in the place of what stood there. */
  async rewrite(field: Locator, text: string): Promise<void> {
    await this.tabTo(field);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
  }

  /** Walks down an open menu, or a list of choices, to one of them and takes it. */
  async choose(item: Locator): Promise<void> {
    await expect(item).toBeVisible();
    for (let step = 0; step < stopsMax; step++) {
      if (await item.evaluate((element) => element === document.activeElement))
        return this.page.keyboard.press('Enter');
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`The arrow keys do not lead to ${item.toString()}`);
  }

  /** Ctrl-K, some words, Enter once the right thing is chosen. */
  async goTo(words: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await expect(this.page.getByRole('combobox')).toBeFocused();
    await this.page.keyboard.type(words);
    await expect(this.page.getByRole('option', { selected: true })).toContainText(words);
    await this.page.keyboard.press('Enter');
  }
}
