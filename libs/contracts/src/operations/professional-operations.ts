import {
  AnswerProfessional,
  ApplyProfessional,
  ChooseIdentity,
  ProfessionalDeskPage,
  ProfessionalDeskQuery,
  ProfessionalDeskRow,
  ProfessionalView,
} from '../professional';
import type { Operation } from './operation';

const tag = 'Professional accounts';

/** Who a workspace is: an identity that is chosen, and a licence that the platform looks at. */
export const professionalOperations = {
  professionalAccount: {
    method: 'get',
    path: '/api/v1/professional-account',
    tag,
    summary: 'Where this workspace stands with its professional account; legal data for its owners alone',
    access: { ability: 'read:professional' },
    answer: { status: 200, schema: ProfessionalView },
    refusals: [],
  },
  chooseIdentity: {
    method: 'post',
    path: '/api/v1/professional-account/identity',
    tag,
    summary: 'Choose the identity of a personal account, or none; safe to repeat',
    access: { ability: 'write:professional' },
    body: ChooseIdentity,
    answer: { status: 200, schema: ProfessionalView },
    refusals: ['creator-desk-only'],
  },
  applyProfessional: {
    method: 'post',
    path: '/api/v1/professional-applications',
    tag,
    summary: 'Send a licence to be verified as a business, or to renew that; safe to repeat under its key',
    access: { ability: 'write:professional' },
    body: ApplyProfessional,
    answer: { status: 201, schema: ProfessionalView },
    refusals: [
      'professional-not-here',
      'professional-waiting',
      'professional-suspended',
      'renewal-too-early',
      'not-found',
      'request-key-reused',
    ],
  },
  withdrawProfessional: {
    method: 'post',
    path: '/api/v1/professional-applications/{professionalApplicationId}/withdraw',
    tag,
    summary: 'Take an application back that nobody has answered; its contact is forgotten; safe to repeat',
    access: { ability: 'write:professional' },
    answer: { status: 200, schema: ProfessionalView },
    refusals: ['not-found', 'professional-already-answered'],
  },
  professionalDesk: {
    method: 'get',
    path: '/api/v1/professional-desk',
    tag,
    summary: 'Applications of all workspaces that wait, hold or were decided; for the platform’s own people',
    access: { ability: 'verify:accounts' },
    query: ProfessionalDeskQuery,
    answer: { status: 200, schema: ProfessionalDeskPage },
    refusals: ['platform-only', 'invalid-cursor'],
  },
  answerProfessional: {
    method: 'post',
    path: '/api/v1/professional-desk/{deskApplicationId}',
    tag,
    summary: 'Verify or refuse an application, suspend a verification or give it back; safe to repeat',
    access: { ability: 'verify:accounts' },
    body: AnswerProfessional,
    answer: { status: 200, schema: ProfessionalDeskRow },
    refusals: ['platform-only', 'not-found', 'professional-already-answered'],
  },
} satisfies Record<string, Operation>;
