import { aSession, openPage } from '../../testing/opened';
import FirstRunPage from './first-run-page';

const empty = { session: aSession('owner', { setUp: false, person: null, memberships: [] }) };
const path = '/api/v1/first-run';

async function filledIn(password: string) {
  const opened = await openPage(FirstRunPage, 'first-run', empty);
  await opened.type('[formControlName=name]', 'Lin');
  await opened.type('[formControlName=email]', 'lin@tea.example');
  await opened.type('[formControlName=password]', password);
  await opened.type('[formControlName=workspaceName]', 'Lin’s Tea');
  opened.find<HTMLFormElement>('form').dispatchEvent(new Event('submit'));
  await opened.settle();
  return opened;
}

describe('the first-run page', () => {
  it('creates the owner and the workspace, and goes inside', async () => {
    const opened = await filledIn('a long sentence');
    const asked = opened.asked(path, 'POST');
    expect(asked.request.body).toEqual({
      name: 'Lin',
      email: 'lin@tea.example',
      password: 'a long sentence',
      workspaceName: 'Lin’s Tea',
      workspaceKind: 'brand',
    });
    asked.flush(aSession());
    await opened.settle();
    expect(opened.address).toBe('/');
  });

  it('asks for a longer password before it asks the server', async () => {
    const opened = await filledIn('short');
    expect(opened.text).toContain('At least 10 characters');
    opened.http.expectNone(path);
  });

  it('says when another person was faster', async () => {
    const opened = await filledIn('a long sentence');
    await opened.refuse(path, 409, 'already-set-up', 'POST');
    await opened.settle();
    expect(opened.find('[role=alert]').textContent).toContain('already has an owner');
  });

  it('puts what the server says about a field at that field', async () => {
    const opened = await filledIn('a long sentence');
    await opened.refuse(path, 422, 'invalid-input', 'POST', {
      fields: [{ field: '/workspaceName', detail: 'has characters that cannot be shown' }],
    });
    await opened.settle();
    const field = opened.find('[formControlName=workspaceName]').closest('mat-form-field');
    expect(field?.textContent).toContain('has characters that cannot be shown');
  });
});
