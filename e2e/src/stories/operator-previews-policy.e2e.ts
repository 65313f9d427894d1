import { expectAccessible, expectAccessibleInBothThemes } from '../accessible';
import { apiOf, cameBack } from '../people';
import { expect, test } from '../stage';

test.use({ locale: 'en-GB' });

test('an operator previews a policy, sees what would change, and runs a canary', async ({ page }) => {
  test.setTimeout(180_000);
  const [desk = ''] = await cameBack(page, 'ops@poolrise.demo');
  await page.goto(`/w/${desk}/policies`);
  await page.getByRole('link', { name: 'Versions and trial' }).click();
  await expect(page.getByText('No version is on trial.')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'policy versions');

  // A copy of what is in force, made so strict that no note passes.
  const inForce = page.getByRole('row', { name: /In force/ });
  await inForce.getByRole('link', { name: /^Edit a copy/ }).click();
  const passAt = page.getByLabel('Pass at, unless the level says otherwise');
  await passAt.fill('-5');
  await expect(page.getByText('Please give a number from 0 to 100.')).toBeVisible();
  await passAt.fill('99');
  await page.getByLabel('Level 0: pass at').fill('99');
  await expect(page.getByText('2 changes').first()).toBeVisible();

  await page.getByRole('combobox', { name: 'Days', exact: true }).selectOption('14');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(page.getByText(/passes would have been stops/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: 'Would have been stopped' })).toBeVisible();

  // The feed of the last days, played again: such a rule stops nearly every good note too early.
  await page.getByRole('button', { name: 'Replay the feed' }).click();
  await expect(page.getByText(/notes of the top tenth are stopped too early/)).toBeVisible({
    timeout: 90_000,
  });
  await expect(page.getByRole('row', { name: /Value per impression/ })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'policy editor with a preview');

  await page.getByLabel('Why this version').fill('How strict is too strict');
  await page.getByRole('button', { name: 'Save as new version' }).click();
  await expect(page).toHaveURL(/policies\/versions$/);
  const written = page.getByRole('row', { name: /How strict is too strict/ });
  await expect(written).toBeVisible();

  await written.getByRole('button', { name: /^Try on a share/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Share of new notes, in percent').fill('50');
  await dialog.getByLabel('Why', { exact: true }).fill('On half of them first');
  await expectAccessible(page, 'canary dialog');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Too early to say')).toBeVisible();
  await expect(page.getByText(/judges 50% of new notes/)).toBeVisible();
  await expect(written.getByText('On trial')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'policy versions with a trial');

  const api = apiOf(page, desk);
  const { canary } = await api.get<{ canary: { share: number } | null }>('policies/canary');
  expect(canary?.share).toBe(0.5);

  await page.getByRole('button', { name: 'End the trial' }).click();
  await dialog.getByLabel('Why', { exact: true }).fill('Seen enough');
  await dialog.getByRole('button', { name: 'End the trial' }).click();
  await expect(page.getByText('No version is on trial.')).toBeVisible();
});

interface StoppedNote {
  note: { id: string; title: string };
  verdicts: { outcome: string; reason: string; opensToPass: number | null; impressions: number }[];
}

test('a marketer reads on her note why it stopped and what would have changed it', async ({ page }) => {
  test.setTimeout(90_000);
  const [desk = ''] = await cameBack(page, 'mei@poolrise.demo');
  const api = apiOf(page, desk);
  const { items } = await api.get<{ items: { id: string }[] }>(
    'notes?state=stopped&sort=impressions&limit=40',
  );
  let stopped: StoppedNote | undefined;
  for (const { id } of items) {
    const climb = await api.get<StoppedNote>(`notes/${id}/climb`);
    const [newest] = climb.verdicts;
    if (newest?.reason === 'BELOW_PEERS' && newest.opensToPass) {
      stopped = climb;
      break;
    }
  }
  const [verdict] = stopped?.verdicts ?? [];
  await page.goto(`/w/${desk}/notes/${stopped?.note.id}`);
  await expect(page.getByRole('heading', { name: stopped?.note.title ?? '' })).toBeVisible();

  await page.locator('app-verdict-timeline summary').first().click();
  const why = page.locator('app-why-panel').first();
  await expect(why.getByText(/where an average note in the same places gets/)).toBeVisible();
  await expect(why.getByText('Chance to be above the bar')).toBeVisible();
  const opens = new Intl.NumberFormat('en-GB').format(verdict?.opensToPass ?? 0);
  await expect(why.getByText(new RegExp(`${opens} more opens?`))).toBeVisible();
  await expect(why.getByText(/v\d+/).first()).toBeVisible();
  await why.getByText('The exact evidence').click();
  await expect(why.getByRole('table').last()).toBeVisible();

  // One rule set of each source stands beside her own; the custom one is whichever was written last.
  const sets = page.locator('app-rule-sets-card').getByRole('heading', { level: 3 });
  await expect(sets).toHaveCount(4);
  for (const [at, rules] of ['As the platform states it', 'Textbook', 'Folk CES points'].entries())
    await expect(sets.nth(at)).toContainText(rules);
  await expectAccessibleInBothThemes(page, 'why a note stopped');

  // What might have followed: the same world once more, with this one verdict turned.
  await page.getByRole('link', { name: 'Replay', exact: true }).click();
  await page.locator('app-replay-form').getByRole('button', { name: 'Replay', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Two worlds side by side' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(
    page.getByText(/No visible effect on its impressions|It would have had|equal to the last impression/),
  ).toBeVisible();
});
