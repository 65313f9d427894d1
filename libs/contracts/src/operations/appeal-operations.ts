import {
  AnswerAppeal,
  AppealOutcomes,
  AppealPage,
  AppealRow,
  AppealsQuery,
  AskAppeal,
  ViolationPage,
  ViolationRow,
  ViolationsQuery,
} from '../appeals';
import type { Operation } from './operation';

/** What the audit found fault with, and what its authors say to that. */
export const appealOperations = {
  violations: {
    method: 'get',
    path: '/api/v1/violations',
    tag: 'Violations',
    summary: 'Notes of the workspace that the audit limited or rejected, and their appeals, the newest first',
    access: { ability: 'read:notes' },
    query: ViolationsQuery,
    answer: { status: 200, schema: ViolationPage },
    refusals: ['invalid-cursor'],
  },
  appealOutcomes: {
    method: 'get',
    path: '/api/v1/appeal-outcomes',
    tag: 'Violations',
    summary: 'How appeals of all workspaces ended within a year, by what was found',
    access: { ability: 'read:notes' },
    answer: { status: 200, schema: AppealOutcomes },
    refusals: [],
  },
  askAppeal: {
    method: 'post',
    path: '/api/v1/notes/{noteId}/appeal',
    tag: 'Violations',
    summary: 'Appeal against the decision about a note, once and within its time; safe to repeat',
    access: { ability: 'write:notes' },
    body: AskAppeal,
    answer: { status: 200, schema: ViolationRow },
    refusals: ['nothing-to-appeal', 'already-appealed', 'appeal-too-late', 'request-key-reused'],
  },
  appeals: {
    method: 'get',
    path: '/api/v1/appeals',
    tag: 'Review',
    summary:
      'Appeals of all workspaces: those that wait, the oldest first, or those decided, the newest first',
    access: { ability: 'review:notes' },
    query: AppealsQuery,
    answer: { status: 200, schema: AppealPage },
    refusals: ['platform-only', 'invalid-cursor'],
  },
  answerAppeal: {
    method: 'post',
    path: '/api/v1/appeals/{appealId}',
    tag: 'Review',
    summary: 'Decide about an appeal; a note whose appeal is upheld enters the pools. Safe to repeat',
    access: { ability: 'review:notes' },
    body: AnswerAppeal,
    answer: { status: 200, schema: AppealRow },
    refusals: ['platform-only', 'appeal-already-answered', 'appeal-own-review'],
  },
} satisfies Record<string, Operation>;
