import { NoteAudience } from '../note-audience';
import { ClimbView, NoteRules, NoteSeries, SeriesQuery } from '../climb';
import { NotePage, NotesQuery, NoteView, PublishNote } from '../notes';
import { PolicyPage } from '../overview';
import { PageQuery } from '../paging';
import type { Operation } from './operation';

/** Notes and their climb. */
export const noteOperations = {
  notes: {
    method: 'get',
    path: '/api/v1/notes',
    tag: 'Notes',
    summary: 'Notes of the workspace',
    access: { ability: 'read:notes' },
    query: NotesQuery,
    answer: { status: 200, schema: NotePage },
    refusals: ['invalid-cursor'],
  },
  publishNote: {
    method: 'post',
    path: '/api/v1/notes',
    tag: 'Notes',
    summary: 'Publish a note',
    access: { ability: 'write:notes', scope: 'notes:write' },
    body: PublishNote,
    answer: { status: 201, schema: NoteView },
    refusals: ['not-found', 'request-key-reused', 'platform-only'],
  },
  note: {
    method: 'get',
    path: '/api/v1/notes/{noteId}',
    tag: 'Notes',
    summary: 'One note',
    access: { ability: 'read:notes' },
    answer: { status: 200, schema: NoteView },
    refusals: [],
  },
  climb: {
    method: 'get',
    path: '/api/v1/notes/{noteId}/climb',
    tag: 'Notes',
    summary: 'The climb of a note through the pools, with every verdict',
    access: { ability: 'read:notes' },
    answer: { status: 200, schema: ClimbView },
    refusals: [],
  },
  noteRules: {
    method: 'get',
    path: '/api/v1/notes/{noteId}/rules',
    tag: 'Notes',
    summary: 'What other rule sets would have said of a note, level by level',
    access: { ability: 'read:notes' },
    answer: { status: 200, schema: NoteRules },
    refusals: [],
  },
  noteAudience: {
    method: 'get',
    path: '/api/v1/notes/{noteId}/audience',
    tag: 'Notes',
    summary: 'Whom a note is matched with, and its first readers by group',
    access: { ability: 'read:notes' },
    answer: { status: 200, schema: NoteAudience },
    refusals: [],
  },
  noteSeries: {
    method: 'get',
    path: '/api/v1/notes/{noteId}/series',
    tag: 'Notes',
    summary: 'Impressions and reads by hour and rail',
    access: { ability: 'read:notes' },
    query: SeriesQuery,
    answer: { status: 200, schema: NoteSeries },
    refusals: [],
  },
  policies: {
    method: 'get',
    path: '/api/v1/policies',
    tag: 'Pools',
    summary: 'Pool policies with their source and certainty',
    access: { ability: 'read:policies' },
    query: PageQuery,
    answer: { status: 200, schema: PolicyPage },
    refusals: ['invalid-cursor'],
  },
} satisfies Record<string, Operation>;
