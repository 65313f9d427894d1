import type { z } from 'zod';
import type { reportOperations } from './operations/report-operations';
import type { ReportSpec } from './reports';

const report = {
  metrics: ['impressions', 'ctrNatural', 'trueCost'],
  dimensions: ['category'],
  period: { from: '2036-03-01', to: '2036-03-31' },
  comparison: { kind: 'previous' },
  sort: { by: 'impressions' },
} satisfies z.input<typeof ReportSpec>;

type BodyOf<Id extends keyof typeof reportOperations> = (typeof reportOperations)[Id] extends {
  body: infer Body extends z.ZodType;
}
  ? z.input<Body>
  : never;

/** Good bodies for everything that reports take. */
export const reportExamples = {
  runReport: report,
  exportReport: { name: '三月投后 March', spec: report, format: 'csv', language: 'zh-CN' },
  writeReport: {
    name: '三月投后 March',
    remarks: '',
    spec: report,
    requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d12',
  },
  changeReport: { name: '三月投后 March', remarks: '给财务 For finance', spec: report, version: 1 },
  scheduleReport: {
    rhythm: { every: 'week', weekday: 1, at: '09:00', timeZone: 'Asia/Shanghai' },
    days: 7,
    format: 'pdf',
    language: 'zh-CN',
    paused: false,
  },
  shareReport: { shared: true },
  keepReportEdition: { format: 'pdf', language: 'en' },
  openReportLink: { days: 14, password: 'islet-coffee', language: 'zh-CN' },
  seeSharedReport: { token: 'q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c', password: 'islet-coffee' },
  takeSharedReport: {
    token: 'q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c',
    format: 'pdf',
    language: 'zh-CN',
  },
  setBenchmark: {
    metric: 'interactionRatePerRead',
    category: 'food',
    scope: null,
    medium: 'all',
    kind: 'good',
    value: 0.08,
    low: null,
    high: null,
    reason: '去年四季度自有数据 own notes of the last quarter',
  },
} satisfies { [Id in keyof typeof reportOperations as BodyOf<Id> extends never ? never : Id]: BodyOf<Id> };
