import type { LegalView, ProfessionalDeskRow, ProfessionalView } from '@poolrise/contracts';

const legal: LegalView = {
  legalName: '杭州林家茶业有限公司',
  creditCode: '91350100M000100Y43',
  contactName: '林先生',
  contactPhone: '0571 8700 1234',
  licence: null,
};
const sent = {
  id: '66666666-0000-4000-8000-000000000001',
  state: 'submitted',
  renewal: false,
  askedAt: '2026-11-25T02:00:00.000Z',
  dueAt: '2036-11-30T02:00:00.000Z',
  decidedAt: null,
  reason: null,
  remedy: null,
  legal,
} as const;

/** An account that has not applied; with an application when it is told one. */
export const aProfessional = (changes: Partial<ProfessionalView> = {}): ProfessionalView => ({
  identity: null,
  verification: 'none',
  verifiedAt: null,
  until: null,
  renewableFrom: null,
  application: null,
  hindrance: null,
  asOf: '2026-11-26T08:00:00.000Z',
  ...changes,
});

export const anApplication = (
  changes: Partial<NonNullable<ProfessionalView['application']>> = {},
): NonNullable<ProfessionalView['application']> => ({ ...sent, ...changes });

/** The same as the platform sees it. */
export const anApplicationRow = (changes: Partial<ProfessionalDeskRow> = {}): ProfessionalDeskRow => ({
  ...sent,
  workspaceName: '林家茶 Lin’s Tea',
  workspaceKind: 'brand',
  askedBy: 'Lin',
  decidedBy: null,
  until: null,
  sameCode: 0,
  ...changes,
});
