import { DeskToday } from '../creator-desk';
import { DataCentreQuery, DataCentreView, DataNotePage, DataNotesQuery, TakeDataNotes } from '../data-centre';
import type { Operation } from './operation';

/** The creator's own desk: what needs it today, and how its notes did. */
export const creatorDeskOperations = {
  deskToday: {
    method: 'get',
    path: '/api/v1/desk/today',
    tag: 'Creator desk',
    summary: 'What needs the desk today, the most urgent first; the last seven days; notes on their way up',
    access: { ability: 'read:notes' },
    answer: { status: 200, schema: DeskToday },
    refusals: [],
  },
  dataCentre: {
    method: 'get',
    path: '/api/v1/data-centre',
    tag: 'Creator desk',
    summary: 'How the notes of the workspace did over its last whole days, by day and by source',
    access: { ability: 'read:notes' },
    query: DataCentreQuery,
    answer: { status: 200, schema: DataCentreView },
    refusals: [],
  },
  dataCentreNotes: {
    method: 'get',
    path: '/api/v1/data-centre/notes',
    tag: 'Creator desk',
    summary: 'What each note did within those days',
    access: { ability: 'read:notes' },
    query: DataNotesQuery,
    answer: { status: 200, schema: DataNotePage },
    refusals: ['invalid-cursor'],
  },
  takeDataNotes: {
    method: 'post',
    path: '/api/v1/data-centre/notes/file',
    tag: 'Creator desk',
    summary: 'The same of all its notes as a CSV file',
    access: { ability: 'read:notes' },
    body: TakeDataNotes,
    answer: { status: 200, schema: null, file: ['text/csv'] },
    refusals: ['export-too-large'],
  },
} satisfies Record<string, Operation>;
