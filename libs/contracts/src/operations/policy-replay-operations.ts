import { AskPolicyReplay, PolicyReplay, PolicyReplayList } from '../policy-replays';
import type { Operation } from './operation';

const access = { ability: 'edit:policies' } as const;

/** Rules tried on a feed made from the last days, against those in force. */
export const policyReplayOperations = {
  askPolicyReplay: {
    method: 'post',
    path: '/api/v1/policies/replays',
    tag: 'Policies',
    summary: 'Replay the feed of the last days under a rule set; safe to repeat',
    access,
    body: AskPolicyReplay,
    answer: { status: 202, schema: PolicyReplay },
    refusals: [
      'platform-only',
      'policy-faulty',
      'request-key-reused',
      'too-many-simulations',
      'nothing-to-replay',
    ],
  },
  policyReplays: {
    method: 'get',
    path: '/api/v1/policies/replays',
    tag: 'Policies',
    summary: 'The latest replays of rule sets',
    access,
    answer: { status: 200, schema: PolicyReplayList },
    refusals: ['platform-only'],
  },
  policyReplay: {
    method: 'get',
    path: '/api/v1/policies/replays/{policyReplayId}',
    tag: 'Policies',
    summary: 'One replay of a rule set with its result',
    access,
    answer: { status: 200, schema: PolicyReplay },
    refusals: ['platform-only'],
  },
  cancelPolicyReplay: {
    method: 'post',
    path: '/api/v1/policies/replays/{policyReplayId}/cancel',
    tag: 'Policies',
    summary: 'Stop a replay of a rule set that is waiting or under way',
    access,
    answer: { status: 202, schema: PolicyReplay },
    refusals: ['platform-only'],
  },
} satisfies Record<string, Operation>;
