import type { Route } from '@angular/router';
import type { TextKey } from '../../i18n/text-key';

export default [
  { path: '', loadComponent: () => import('./campaigns-page') },
  { path: 'new', loadComponent: () => import('./editor/campaign-editor-page') },
  { path: 'calendar', loadComponent: () => import('./calendar/calendar-page') },
  { path: 'rules', title: 'rules.title', loadComponent: () => import('../rules/rules-page') },
  { path: 'rules/new', title: 'rules.new', loadComponent: () => import('../rules/rule-editor-page') },
  { path: 'rules/:ruleId', title: 'rules.title', loadComponent: () => import('../rules/rule-page') },
  {
    path: 'rules/:ruleId/edit',
    title: 'rules.edit',
    loadComponent: () => import('../rules/rule-editor-page'),
  },
  { path: ':campaignId', loadComponent: () => import('./campaign-page') },
  { path: ':campaignId/budget', loadComponent: () => import('./budget/budget-page') },
  { path: ':campaignId/lift', loadComponent: () => import('../lift/lift-page') },
  { path: ':campaignId/edit', loadComponent: () => import('./editor/campaign-editor-page') },
] satisfies (Route & { title?: TextKey })[];
