import {
  CalibrationQuery,
  CalibrationView,
  ConservationQuery,
  ConservationView,
  FairnessQuery,
  FairnessView,
} from '../trust';
import type { Operation } from './operation';

/** Whether the engine can be trusted; the platform's workspaces see all of it, others their own part. */
export const trustOperations = {
  calibration: {
    method: 'get',
    path: '/api/v1/trust/calibration',
    tag: 'Trust',
    summary: 'Forecasts against what happened',
    access: { ability: 'read:notes' },
    query: CalibrationQuery,
    answer: { status: 200, schema: CalibrationView },
    refusals: [],
  },
  fairness: {
    method: 'get',
    path: '/api/v1/trust/fairness',
    tag: 'Trust',
    summary: 'Who got the impressions, against who deserved them',
    access: { ability: 'read:fairness' },
    query: FairnessQuery,
    answer: { status: 200, schema: FairnessView },
    refusals: ['platform-only'],
  },
  conservation: {
    method: 'get',
    path: '/api/v1/trust/conservation',
    tag: 'Trust',
    summary: 'Every impression of a period, and whether the sums agree',
    access: { ability: 'read:notes' },
    query: ConservationQuery,
    answer: { status: 200, schema: ConservationView },
    refusals: [],
  },
} satisfies Record<string, Operation>;
