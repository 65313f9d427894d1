import type { z } from 'zod';
import type { professionalOperations } from './operations/professional-operations';

type Told = typeof professionalOperations;
type BodyOf<Id extends keyof Told> = Told[Id] extends { body: infer Body extends z.ZodType }
  ? z.input<Body>
  : never;

/** Bodies for the documentation. The code is the example that circulates of the standard. */
export const professionalExamples = {
  chooseIdentity: { identity: 'food' },
  applyProfessional: {
    legalName: '杭州林家茶业有限公司',
    creditCode: '91350100M000100Y43',
    licenceMediaId: '5f0e6a1d-4cf2-4d3a-9a53-0c1f7f7d1b10',
    contactName: '林先生',
    contactPhone: '0571 8700 1234',
    requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d57',
  },
  answerProfessional: { verdict: 'verified', reason: 'Name and code as on the licence' },
} satisfies {
  [Id in keyof Told as BodyOf<Id> extends never ? never : Id]: BodyOf<Id>;
};
