import {
  ChooseNote,
  CurveNotes,
  DropChoice,
  NoteChoicePage,
  ObservedNotePage,
  ObservedNotesQuery,
  ObservedNoteView,
  UnmatchedPage,
  UnmatchedQuery,
} from '../observed-notes';
import { FolkClaimsView } from '../folk-claims';
import { PageQuery } from '../paging';
import type { Operation } from './operation';

const tag = 'Observed notes';

/** Notes that live on the platform itself, as the files that were brought in describe them. */
export const observedOperations = {
  observedNotes: {
    method: 'get',
    path: '/api/v1/observed-notes',
    tag,
    summary: 'Notes of the platform that files speak of',
    access: { ability: 'read:imports' },
    query: ObservedNotesQuery,
    answer: { status: 200, schema: ObservedNotePage },
    refusals: ['invalid-cursor'],
  },
  observedNote: {
    method: 'get',
    path: '/api/v1/observed-notes/{observedNoteId}',
    tag,
    summary:
      'One note of the platform: its series from all files, its orders and ads, and where it stands as an estimate',
    access: { ability: 'read:imports' },
    answer: { status: 200, schema: ObservedNoteView },
    refusals: [],
  },
  folkClaims: {
    method: 'get',
    path: '/api/v1/folk-claims',
    tag,
    summary: 'What practitioners say without a control group, tried on the newest notes of the workspace',
    access: { ability: 'read:imports' },
    answer: { status: 200, schema: FolkClaimsView },
    refusals: [],
  },
  curveNotes: {
    method: 'get',
    path: '/api/v1/imports/{importId}/likely-notes',
    tag,
    summary: 'The notes that the curves of a file may be of, where the file does not say',
    access: { ability: 'read:imports' },
    answer: { status: 200, schema: CurveNotes },
    refusals: [],
  },
  unmatchedNames: {
    method: 'get',
    path: '/api/v1/unmatched-names',
    tag,
    summary: 'Names in files that belong to no note yet, with the notes they may mean',
    access: { ability: 'read:imports' },
    query: UnmatchedQuery,
    answer: { status: 200, schema: UnmatchedPage },
    refusals: ['invalid-cursor'],
  },
  chooseNote: {
    method: 'post',
    path: '/api/v1/unmatched-names/choices',
    tag,
    summary: 'Say which note a name means; it holds for later files as well',
    access: { ability: 'write:imports' },
    body: ChooseNote,
    answer: { status: 204, schema: null },
    refusals: ['not-found'],
  },
  noteChoices: {
    method: 'get',
    path: '/api/v1/unmatched-names/choices',
    tag,
    summary: 'What was said of names, the latest first',
    access: { ability: 'read:imports' },
    query: PageQuery,
    answer: { status: 200, schema: NoteChoicePage },
    refusals: ['invalid-cursor'],
  },
  dropChoice: {
    method: 'post',
    path: '/api/v1/unmatched-names/choices/dropped',
    tag,
    summary: 'Take back what was said of a name; its rows go where they would be without it',
    access: { ability: 'write:imports' },
    body: DropChoice,
    answer: { status: 204, schema: null },
    refusals: ['not-found'],
  },
} satisfies Record<string, Operation>;
