import type { KeyView } from '@poolrise/contracts';
import { openPage } from '../../testing/opened';
import KeysPage from './keys-page';

const path = '/api/v1/keys';
const key: KeyView = {
  id: '55555555-0000-4000-8000-000000000001',
  name: 'Reader app',
  prefix: 'pr_a1b2',
  scopes: ['feed:read', 'engagements:write'],
  createdAt: '2026-11-01T00:00:00Z',
  lastUsedAt: null,
  expiresAt: null,
  revokedAt: null,
};
const listed = (...items: KeyView[]) => ({ items, nextCursor: null });

describe('the API keys page', () => {
  it('waits with rows of the final height', async () => {
    const opened = await openPage(KeysPage, 'settings/keys');
    expect(opened.page.querySelector('[aria-busy=true]')).not.toBeNull();
    opened.asked(path);
  });

  it('teaches what a key is for when there is none', async () => {
    const opened = await openPage(KeysPage, 'settings/keys');
    await opened.answer(path, listed());
    expect(opened.text).toContain('No key yet');
  });

  it('says what failed and tries again', async () => {
    const opened = await openPage(KeysPage, 'settings/keys');
    await opened.refuse(path, 500, 'internal');
    await opened.press('Try again');
    await opened.answer(path, listed(key));
    expect(opened.text).toContain('pr_a1b2');
  });

  it('tells active, expired and revoked keys apart', async () => {
    const opened = await openPage(KeysPage, 'settings/keys');
    const past = '2026-01-01T00:00:00Z';
    await opened.answer(
      path,
      listed(
        key,
        { ...key, id: 'b', expiresAt: past },
        { ...key, id: 'c', expiresAt: past, revokedAt: past },
      ),
    );
    const states = [...opened.page.querySelectorAll('app-chip')].map((chip) => chip.textContent?.trim());
    expect(states).toEqual(['Active', 'Expired', 'Revoked']);
    expect(opened.page.querySelectorAll('.danger').length).toBe(2);
  });

  it('shows the secret of a new key once, and not by accident never', async () => {
    const opened = await openPage(KeysPage, 'settings/keys');
    await opened.answer(path, listed());
    await opened.press('Create key');
    await opened.type('mat-dialog-container [formControlName=name]', 'Reader app');
    opened.find<HTMLFormElement>('mat-dialog-container form').dispatchEvent(new Event('submit'));
    await opened.settle();
    const asked = opened.asked(path, 'POST');
    expect(asked.request.body).toMatchObject({
      name: 'Reader app',
      scopes: ['feed:read', 'engagements:write'],
    });
    asked.flush({ ...key, secret: 'pr_a1b2_secret' }, { status: 201, statusText: 'created' });
    await opened.settle();
    await opened.answer(path, listed(key));
    expect(document.body.textContent).toContain('pr_a1b2_secret');

    // Escape would lose it for good.
    await opened.key('Escape', opened.find('mat-dialog-container'));
    expect(document.body.textContent).toContain('pr_a1b2_secret');

    await opened.press('I have kept it');
    await opened.fixture.whenStable();
    expect(document.body.textContent).not.toContain('pr_a1b2_secret');
  });

  it('makes no key without a right', async () => {
    const opened = await openPage(KeysPage, 'settings/keys');
    await opened.answer(path, listed());
    await opened.press('Create key');
    await opened.type('mat-dialog-container [formControlName=name]', 'Reader app');
    for (const box of document.querySelectorAll<HTMLInputElement>('mat-dialog-container input:checked'))
      box.click();
    await opened.settle();
    opened.find<HTMLFormElement>('mat-dialog-container form').dispatchEvent(new Event('submit'));
    await opened.settle();
    expect(document.body.textContent).toContain('Choose at least one right.');
    opened.http.expectNone({ method: 'POST' });
  });

  it('revokes only after asking', async () => {
    const opened = await openPage(KeysPage, 'settings/keys');
    await opened.answer(path, listed(key));
    await opened.press('Revoke Reader app');
    opened.http.expectNone({ method: 'DELETE' });
    opened.find('mat-dialog-container .mat-mdc-unelevated-button').click();
    await opened.answer(`${path}/${key.id}`, null, 'DELETE');
    await opened.settle();
    await opened.answer(path, listed({ ...key, revokedAt: '2026-11-23T00:00:00Z' }));
    expect(opened.text).toContain('Revoked');
  });
});
