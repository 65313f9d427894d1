import type { NewKeyView, Problem } from '@poolrise/contracts';

const owner = {
  email: 'replay@poolrise.example',
  password: 'recorded-readers-only',
  name: 'Replay',
  workspaceName: 'Replay',
  workspaceKind: 'platform',
};

/**
 * Sets up an empty installation and makes a key for the recorded readers, as a person would in the console.
 * @throws Error when the installation has accounts already: then it wants a key of its own
 */
export async function makeKey(apiUrl: string): Promise<string> {
  const setUp = await post(`${apiUrl}/api/v1/first-run`, owner);
  const cookie = setUp.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const scopes = ['feed:read', 'engagements:write', 'notes:write'];
  const created = await post(`${apiUrl}/api/v1/keys`, { name: 'Recorded readers', scopes }, cookie);
  return ((await created.json()) as NewKeyView).secret;
}

async function post(url: string, body: unknown, cookie = ''): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'poolrise', cookie },
    body: JSON.stringify(body),
  });
  if (response.ok) return response;
  const { code, detail } = (await response.json().catch(() => ({}))) as Partial<Problem>;
  if (code === 'already-set-up')
    throw new Error(
      'This product is in use already: name a key with the scopes feed:read, engagements:write and notes:write in API_KEY.',
    );
  throw new Error(`${url} answered ${response.status} ${code ?? ''}: ${detail ?? response.statusText}`);
}
