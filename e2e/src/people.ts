import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { Keyboard } from './keyboard';

export const demoPassword = 'poolrise-demo-2026';

/** What a person reads on the buttons that the stories press, in both languages. */
export const words = {
  en: {
    email: 'E-mail',
    password: 'Password',
    overview: 'Overview',
    boostNote: 'Boost note',
    launch: /^Launch for/,
    seeBoost: 'See boost',
    paid: (impressions: number) => `Paid ${impressions}`,
    passed: 'Guaranteed → Initial pool',
    stopBoost: 'Stop boost',
    confirmStop: /^Stop and refund/,
    stopped: 'Stopped',
    journalOfBoost: 'Journal of this boost',
    wallet: 'Wallet',
    reservedLine: 'Reserved for a boost',
    spentLine: 'Spent on delivery',
    refundedLine: 'Refunded',
    voucherAccount: 'vouchers',
    lapsed: 'lapsed',
  },
  zh: {
    email: '邮箱',
    password: '密码',
    overview: '概览',
    boostNote: '投放加热',
    launch: /并投放$/,
    seeBoost: '查看加热',
    paid: (impressions: number) => `推广 ${impressions}`,
    passed: '保量池 → 初始流量池',
    stopBoost: '停止加热',
    confirmStop: /^停止并退回/,
    stopped: '已停止',
    journalOfBoost: '本次加热的流水',
    wallet: '钱包',
    reservedLine: '加热冻结',
    spentLine: '投放消耗',
    refundedLine: '退款',
    voucherAccount: '券',
    lapsed: '失效',
  },
} as const;
export type StoryLanguage = keyof typeof words;

/** Signs in without a mouse, and arrives in her workspace. */
export async function signIn(page: Page, email: string, language: StoryLanguage): Promise<void> {
  const keyboard = new Keyboard(page);
  await page.goto('/sign-in');
  await keyboard.write(page.getByRole('textbox', { name: words[language].email }), email);
  await keyboard.write(page.getByLabel(words[language].password, { exact: true }), demoPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/w\/[0-9a-f-]{36}\//);
}

/** The browser of somebody who signed in a while ago, since the form has its own story. Returns their workspaces. */
export async function cameBack(page: Page, email: string): Promise<string[]> {
  const answer = await page.request.post('/api/v1/session', {
    headers: { 'x-requested-with': 'poolrise' },
    data: { email, password: demoPassword },
  });
  const { memberships } = (await answer.json()) as { memberships: { workspaceId: string }[] };
  return memberships.map(({ workspaceId }) => workspaceId);
}

/** The workspace of this name among those of whoever is signed in. */
export async function workspaceNamed(page: Page, name: string): Promise<string> {
  const { memberships } = (await (await page.request.get('/api/v1/session')).json()) as {
    memberships: { workspaceId: string; workspaceName: string }[];
  };
  const found = memberships.find(({ workspaceName }) => workspaceName.includes(name));
  if (!found)
    throw new Error(`${name} is not among ${memberships.map((one) => one.workspaceName).join(', ')}`);
  return found.workspaceId;
}

/** The workspace of the address that the page shows. */
export function workspaceOf(page: Page): string {
  return /\/w\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

/** Calls the api with the session of the page, as the console does. */
export function apiOf(page: Page, workspaceId: string) {
  return callsOf(page.request, { 'x-workspace': workspaceId, 'x-requested-with': 'poolrise' });
}

/** Brings in a file as the console does, and waits until it has been read. Returns its id. */
export async function settledImport(
  page: Page,
  workspaceId: string,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<string> {
  const answer = await page.request.post(`/api/v1/imports?name=${encodeURIComponent(name)}`, {
    headers: {
      'x-workspace': workspaceId,
      'x-requested-with': 'poolrise',
      'content-type': 'application/octet-stream',
    },
    data: bytes,
  });
  if (!answer.ok()) throw new Error(`${name} was answered with ${answer.status()}: ${await answer.text()}`);
  const { id } = (await answer.json()) as { id: string };
  const api = apiOf(page, workspaceId);
  await expect
    .poll(async () => (await api.get<{ state: string }>(`imports/${id}`)).state, { timeout: 30_000 })
    .not.toBe('waiting');
  return id;
}

export function callsOf(request: APIRequestContext, headers: Record<string, string>) {
  const read = async <T>(answer: Promise<import('@playwright/test').APIResponse>): Promise<T> => {
    const response = await answer;
    if (!response.ok())
      throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    get: <T>(path: string) => read<T>(request.get(`/api/v1/${path}`, { headers })),
    post: <T>(path: string, data: unknown) => read<T>(request.post(`/api/v1/${path}`, { headers, data })),
  };
}
export type Calls = ReturnType<typeof callsOf>;
