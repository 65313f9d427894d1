import {
  ChooseCreator,
  CreatorChoicePage,
  CreatorInFiles,
  DropCreatorChoice,
  ObservedCreatorPage,
  ObservedCreatorsQuery,
  ObservedCreatorView,
  UnmatchedCreatorPage,
} from '../observed-creators';
import { PageQuery } from '../paging';
import type { Operation } from './operation';

const tag = 'Observed creators';
const reads = { ability: 'read:imports' } as const;
const writes = { ability: 'write:imports' } as const;

/** Creators as the files that were brought in describe them, and who they are in the directory. */
export const observedCreatorOperations = {
  observedCreators: {
    method: 'get',
    path: '/api/v1/observed-creators',
    tag,
    summary: 'Creators that files speak of',
    access: reads,
    query: ObservedCreatorsQuery,
    answer: { status: 200, schema: ObservedCreatorPage },
    refusals: ['invalid-cursor'],
  },
  observedCreator: {
    method: 'get',
    path: '/api/v1/observed-creators/{observedCreatorId}',
    tag,
    summary:
      'One creator of files: each figure with its source and what others say, over the days, beside what was counted here',
    access: reads,
    answer: { status: 200, schema: ObservedCreatorView },
    refusals: [],
  },
  creatorInFiles: {
    method: 'get',
    path: '/api/v1/creators/{creatorId}/in-files',
    tag,
    summary: 'What the files of the workspace say of somebody in the directory',
    access: reads,
    answer: { status: 200, schema: CreatorInFiles },
    refusals: [],
  },
  unmatchedCreators: {
    method: 'get',
    path: '/api/v1/unmatched-creators',
    tag,
    summary: 'Creators of files who belong to nobody for certain, with those they may be',
    access: reads,
    query: PageQuery,
    answer: { status: 200, schema: UnmatchedCreatorPage },
    refusals: ['invalid-cursor'],
  },
  chooseCreator: {
    method: 'post',
    path: '/api/v1/unmatched-creators/choices',
    tag,
    summary: 'Say who a creator of files is; it holds for later files as well',
    access: writes,
    body: ChooseCreator,
    answer: { status: 204, schema: null },
    refusals: ['not-found'],
  },
  creatorChoices: {
    method: 'get',
    path: '/api/v1/unmatched-creators/choices',
    tag,
    summary: 'What was said of creators, the latest first',
    access: reads,
    query: PageQuery,
    answer: { status: 200, schema: CreatorChoicePage },
    refusals: ['invalid-cursor'],
  },
  dropCreatorChoice: {
    method: 'post',
    path: '/api/v1/unmatched-creators/choices/dropped',
    tag,
    summary: 'Take back what was said of a creator; her rows go where they would be without it',
    access: writes,
    body: DropCreatorChoice,
    answer: { status: 204, schema: null },
    refusals: ['not-found'],
  },
} satisfies Record<string, Operation>;
