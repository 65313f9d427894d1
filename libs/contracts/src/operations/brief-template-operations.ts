import {
  BriefPresets,
  BriefPresetsQuery,
  BriefTemplatePage,
  BriefTemplatesQuery,
  BriefTemplateVersionPage,
  BriefTemplateVersionsQuery,
  BriefTemplateView,
  ChangeBriefTemplate,
  WriteBriefTemplate,
} from '../brief-templates';
import type { Operation } from './operation';

const tag = 'Brief templates';

/** Briefs that are written once and used again. */
export const briefTemplateOperations = {
  briefPresets: {
    method: 'get',
    path: '/api/v1/brief-presets',
    tag,
    summary: 'Templates that come with the product, one a category',
    access: { ability: 'read:orders' },
    query: BriefPresetsQuery,
    answer: { status: 200, schema: BriefPresets },
    refusals: [],
  },
  briefTemplates: {
    method: 'get',
    path: '/api/v1/brief-templates',
    tag,
    summary: 'Templates of this workspace, the latest change first',
    access: { ability: 'read:orders' },
    query: BriefTemplatesQuery,
    answer: { status: 200, schema: BriefTemplatePage },
    refusals: ['invalid-cursor'],
  },
  writeBriefTemplate: {
    method: 'post',
    path: '/api/v1/brief-templates',
    tag,
    summary: 'Keep a brief as a template',
    access: { ability: 'write:orders' },
    body: WriteBriefTemplate,
    answer: { status: 201, schema: BriefTemplateView },
    refusals: ['name-taken', 'too-many-kept', 'request-key-reused'],
  },
  changeBriefTemplate: {
    method: 'post',
    path: '/api/v1/brief-templates/{briefTemplateId}',
    tag,
    summary: 'Write a new version of a template',
    access: { ability: 'write:orders' },
    body: ChangeBriefTemplate,
    answer: { status: 200, schema: BriefTemplateView },
    refusals: ['name-taken', 'brief-moved-on'],
  },
  briefTemplateVersions: {
    method: 'get',
    path: '/api/v1/brief-templates/{briefTemplateId}/versions',
    tag,
    summary: 'Versions of a template, the latest first',
    access: { ability: 'read:orders' },
    query: BriefTemplateVersionsQuery,
    answer: { status: 200, schema: BriefTemplateVersionPage },
    refusals: ['invalid-cursor'],
  },
  deleteBriefTemplate: {
    method: 'delete',
    path: '/api/v1/brief-templates/{briefTemplateId}',
    tag,
    summary: 'Delete a template with its versions; orders keep what was made from it',
    access: { ability: 'write:orders' },
    answer: { status: 204, schema: null },
    refusals: [],
  },
} satisfies Record<string, Operation>;
