import type { ClientRow, ProposalItemAsk, ProposalView, Role } from '@poolrise/contracts';
import type { Category } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import type { InjectOptions, Response } from 'light-my-request';
import type { Db } from '../src/db/db';
import { aMember, aWorkspace, type BrowserHeaders, browserOf, type Someone } from './people';
import type { TestServer } from './server';

/** Somebody with a browser; `in` opens another of their workspaces. */
export interface Caller extends Someone {
  headers: BrowserHeaders;
  in: (workspaceId: string) => BrowserHeaders;
}

/** A member of a workspace, signed in. */
export async function aCaller(db: Db, workspaceId: string, role: Role, name = 'Zhou'): Promise<Caller> {
  const someone = await aMember(db, workspaceId, role, { name });
  const headers = await browserOf(db, someone);
  return { ...someone, headers, in: (id) => ({ ...headers, 'x-workspace': id }) };
}

/** The owner of a new agency. */
export const anAgency = async (db: Db, name = '山海传媒'): Promise<Caller> =>
  aCaller(db, await aWorkspace(db, 'agency', name), 'owner');

/** A room that the owner of an agency founded. */
export async function aClient(
  server: TestServer,
  agent: Caller,
  name = `客户 ${randomUUID().slice(0, 8)}`,
  category: Category = 'food',
): Promise<string> {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/v1/clients',
    headers: agent.headers,
    payload: { name, category },
  });
  return answer.json<ClientRow>().id;
}

export const anItem = (creatorId: string, about: Partial<ProposalItemAsk> = {}): ProposalItemAsk => ({
  creatorId,
  kind: 'image',
  notes: 1,
  priceCents: 3_000_00,
  note: '',
  ...about,
});

/** A proposal in the workspace that these headers name. */
export async function aProposal(
  server: TestServer,
  headers: BrowserHeaders,
  items: ProposalItemAsk[],
  name = '春季方案',
): Promise<ProposalView> {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/v1/proposals',
    headers,
    payload: { name, message: '第一波人选', items, requestKey: randomUUID() },
  });
  return answer.json<ProposalView>();
}

/** A link to a proposal: what opens it. */
export async function aLink(
  server: TestServer,
  headers: BrowserHeaders,
  proposalId: string,
  ask: { days?: number; password?: string } = {},
): Promise<{ id: string; token: string }> {
  const answer = await server.inject({
    method: 'POST',
    url: `/api/v1/proposals/${proposalId}/links`,
    headers,
    payload: ask,
  });
  return answer.json<{ id: string; token: string }>();
}

/** One request of a visitor without any cookie. */
export const visitorOf =
  (server: TestServer, ip = '203.0.113.7') =>
  (
    what: 'proposal' | 'answers' | 'comments' | 'pdf',
    payload: object,
    more: InjectOptions = {},
  ): Promise<Response> =>
    server.inject({
      method: 'POST',
      url: `/api/v1/share/${what}`,
      headers: { 'x-requested-with': 'poolrise', 'user-agent': 'a phone' },
      remoteAddress: ip,
      payload,
      ...more,
    });
