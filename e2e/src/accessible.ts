import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What a theme can break: it changes colours and nothing else. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/**
 * Waits until nothing is half drawn: no skeleton, no room kept for a chart, nothing that still fades, and what came instead has
 * its words.
 */
export async function drawn(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"], .chart-room')).toHaveCount(0);
  await page.evaluate(async () => {
    // A part that is loaded late stands there for a frame before its texts do.
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const fading = document.getAnimations().filter((one) => one instanceof CSSTransition);
    // In a window that lies behind another one a fade may stand still.
    const longest = new Promise((passed) => setTimeout(passed, 1_000));
    await Promise.race([Promise.allSettled(fading.map(({ finished }) => finished)), longest]);
  });
  // On a busy machine its texts take more than a frame; what has none in good time is for the audit to tell.
  await page.waitForFunction(allButtonsNamed, undefined, { timeout: namedWithinMs }).catch(() => undefined);
}

const namedWithinMs = 3_000;
const allButtonsNamed = () =>
  [...document.querySelectorAll('button')].every(
    (button) => button.textContent.trim() || button.ariaLabel || button.hasAttribute('aria-labelledby'),
  );

/** No violation of WCAG 2.2 A and AA on what the page shows now. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await drawn(page);
  await expectNone(axeOn(page).withTags(levels), screen);
}

/** As `expectAccessible`, in the light and in the dark; ends in the dark. */
export async function expectAccessibleInBothThemes(page: Page, screen: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectAccessible(page, `${screen}, light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNone(axeOn(page).withRules(rulesOfColour), `${screen}, dark`);
}

/** Tells violations alone, since a screen passes with thousands of nodes; the console has no frames, which it need not look for. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

async function expectNone(axe: AxeBuilder, screen: string): Promise<void> {
  const { violations } = await axe.analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect(found, `accessibility of ${screen}`).toEqual([]);
}
