import {
  NoteDraftPage,
  NoteDraftsQuery,
  NoteDraftView,
  PublishNoteDraft,
  SaveNoteDraft,
  ScheduleNoteDraft,
  StartNoteDraft,
} from '../note-drafts';
import type { Operation } from './operation';

const tag = 'Writing notes';
const view = { status: 200, schema: NoteDraftView } as const;

/** A creator's own notes while they are written, until they publish them or they publish themselves. */
export const noteDraftOperations = {
  noteDrafts: {
    method: 'get',
    path: '/api/v1/note-drafts',
    tag,
    summary: 'Drafts of this desk, what is scheduled, or what was published from here; the latest first',
    access: { ability: 'write:notes' },
    query: NoteDraftsQuery,
    answer: { status: 200, schema: NoteDraftPage },
    refusals: ['invalid-cursor'],
  },
  startNoteDraft: {
    method: 'post',
    path: '/api/v1/note-drafts',
    tag,
    summary: 'Begin a draft; the same request twice is one draft',
    access: { ability: 'write:notes' },
    body: StartNoteDraft,
    answer: { status: 201, schema: NoteDraftView },
    refusals: ['creator-desk-only', 'too-many-kept'],
  },
  noteDraft: {
    method: 'get',
    path: '/api/v1/note-drafts/{noteDraftId}',
    tag,
    summary: 'One draft with its pictures',
    access: { ability: 'write:notes' },
    answer: view,
    refusals: [],
  },
  saveNoteDraft: {
    method: 'post',
    path: '/api/v1/note-drafts/{noteDraftId}',
    tag,
    summary: 'Save a draft as it stands; safe to repeat, and refused where somebody else has written on',
    access: { ability: 'write:notes' },
    body: SaveNoteDraft,
    answer: view,
    refusals: ['note-draft-moved-on', 'note-draft-scheduled', 'note-draft-published', 'draft-media-unfit'],
  },
  deleteNoteDraft: {
    method: 'delete',
    path: '/api/v1/note-drafts/{noteDraftId}',
    tag,
    summary: 'Throw a draft away; what was published stays',
    access: { ability: 'write:notes' },
    answer: { status: 204, schema: null },
    refusals: ['note-draft-published'],
  },
  publishNoteDraft: {
    method: 'post',
    path: '/api/v1/note-drafts/{noteDraftId}/publish',
    tag,
    summary:
      'Publish a draft now: it goes through the audit and into the first pool; the same request twice is one note',
    access: { ability: 'write:notes' },
    body: PublishNoteDraft,
    answer: view,
    refusals: [
      'creator-desk-only',
      'note-draft-moved-on',
      'note-draft-incomplete',
      'note-draft-published',
      'compliance-blocks',
    ],
  },
  scheduleNoteDraft: {
    method: 'post',
    path: '/api/v1/note-drafts/{noteDraftId}/schedule',
    tag,
    summary: 'Have a draft publish itself at a time, or at another than before; safe to repeat',
    access: { ability: 'write:notes' },
    body: ScheduleNoteDraft,
    answer: view,
    refusals: [
      'creator-desk-only',
      'note-draft-moved-on',
      'note-draft-incomplete',
      'note-draft-published',
      'compliance-blocks',
      'schedule-out-of-reach',
    ],
  },
  unscheduleNoteDraft: {
    method: 'post',
    path: '/api/v1/note-drafts/{noteDraftId}/unschedule',
    tag,
    summary: 'Take a draft off its schedule, to write on; safe to repeat',
    access: { ability: 'write:notes' },
    answer: view,
    refusals: ['note-draft-published'],
  },
} satisfies Record<string, Operation>;
