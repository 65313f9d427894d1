import { aSession, openPage } from '../../testing/opened';
import SignInPage from './sign-in-page';

const outside = { session: aSession('owner', { person: null, memberships: [], demo: true }) };
const lin = {
  name: 'Lin',
  email: 'lin@tea.example',
  password: 'a long sentence',
  role: 'owner',
  workspaceName: 'Lin’s Tea',
  workspaceKind: 'brand',
};
const sessionPath = '/api/v1/session';

async function atTheDoor(address = 'sign-in') {
  const opened = await openPage(SignInPage, address, outside);
  await opened.answer('/api/v1/demo-logins', [lin]);
  return opened;
}

describe('the sign-in page', () => {
  it('signs a person in and goes to where they wanted to be', async () => {
    const opened = await atTheDoor('sign-in?return=%2Fw%2Fx%2Fnotes%3Fstate%3Dstopped');
    await opened.type('input[type=email]', 'lin@tea.example');
    await opened.type('input[type=password]', 'a long sentence');
    opened.find<HTMLFormElement>('form').dispatchEvent(new Event('submit'));
    const asked = opened.asked(sessionPath, 'POST');
    expect(asked.request.body).toEqual({ email: 'lin@tea.example', password: 'a long sentence' });
    expect(asked.request.headers.get('x-requested-with')).toBe('poolrise');
    asked.flush(aSession());
    await opened.settle();
    expect(opened.address).toBe('/w/x/notes?state=stopped');
  });

  it.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
  ])('does not follow %s to another place', async (address) => {
    const opened = await atTheDoor(`sign-in?return=${encodeURIComponent(address)}`);
    await opened.press('Sign in as Lin');
    await opened.answer(sessionPath, aSession(), 'POST');
    await opened.settle();
    expect(opened.address).toBe('/');
  });

  it('says that the two do not fit, without saying which', async () => {
    const opened = await atTheDoor();
    await opened.press('Sign in as Lin');
    await opened.refuse(sessionPath, 401, 'wrong-credentials', 'POST');
    await opened.settle();
    expect(opened.find('[role=alert]').textContent).toContain('E-mail and password do not fit');
  });

  it('asks for what is missing before it asks the server', async () => {
    const opened = await atTheDoor();
    opened.find<HTMLFormElement>('form').dispatchEvent(new Event('submit'));
    await opened.settle();
    expect(opened.text).toContain('Please fill this in');
    opened.http.expectNone({ method: 'POST' });
  });

  it('offers every demo login as one press', async () => {
    const opened = await atTheDoor();
    expect(opened.button('Sign in as Lin, Owner of Lin’s Tea')).toBeTruthy();
  });

  it('does not even ask for demo logins outside a demo', async () => {
    const opened = await openPage(SignInPage, 'sign-in', {
      session: aSession('owner', { person: null, memberships: [] }),
    });
    await opened.settle();
    opened.http.expectNone('/api/v1/demo-logins');
  });

  it('tells a person without a workspace what to do', async () => {
    const opened = await openPage(SignInPage, 'sign-in', { session: aSession('owner', { memberships: [] }) });
    expect(opened.text).toContain('no workspace has added you yet');
  });
});
