import { CheckCompliance, ComplianceRules, ComplianceView } from '../compliance';
import type { Operation } from './operation';

/** What the law and the platform would object to, before a note is published. */
export const complianceOperations = {
  checkCompliance: {
    method: 'post',
    path: '/api/v1/compliance/check',
    tag: 'Compliance',
    summary: 'Hold a note against the rules of the day before it is published; nothing is kept of it',
    access: { ability: 'read:notes', scope: 'notes:write' },
    body: CheckCompliance,
    answer: { status: 200, schema: ComplianceView },
    refusals: ['not-found'],
  },
  complianceRules: {
    method: 'get',
    path: '/api/v1/compliance/rules',
    tag: 'Compliance',
    summary: 'Every rule of the checker with its law, its source and the days on which it holds',
    access: { ability: 'read:notes', scope: 'notes:write' },
    answer: { status: 200, schema: ComplianceRules },
    refusals: [],
  },
} satisfies Record<string, Operation>;
