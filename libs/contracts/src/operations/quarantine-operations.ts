import { PageQuery } from '../paging';
import { AnswerQuarantine, QuarantineAnswer, QuarantinePage } from '../quarantine';
import type { Operation } from './operation';

/** Traffic that was set aside because no people can have made it. */
export const quarantineOperations = {
  quarantine: {
    method: 'get',
    path: '/api/v1/quarantine',
    tag: 'Quarantine',
    summary: 'Traffic that is held until somebody decides, with its evidence; the latest first',
    access: { ability: 'answer:quarantine' },
    query: PageQuery,
    answer: { status: 200, schema: QuarantinePage },
    refusals: ['platform-only', 'invalid-cursor'],
  },
  quarantineDecisions: {
    method: 'get',
    path: '/api/v1/quarantine/decisions',
    tag: 'Quarantine',
    summary: 'Traffic that was held and decided about in the last 30 days, with what became of it',
    access: { ability: 'answer:quarantine' },
    query: PageQuery,
    answer: { status: 200, schema: QuarantinePage },
    refusals: ['platform-only', 'invalid-cursor'],
  },
  answerQuarantine: {
    method: 'post',
    path: '/api/v1/quarantine/{quarantineId}',
    tag: 'Quarantine',
    summary: 'Release held traffic, so that it counts, or discard it; safe to repeat',
    access: { ability: 'answer:quarantine' },
    body: AnswerQuarantine,
    answer: { status: 200, schema: QuarantineAnswer },
    refusals: ['platform-only', 'quarantine-already-answered'],
  },
} satisfies Record<string, Operation>;
