import type { Operation, ProblemCode } from '@poolrise/contracts';

const ofEvery: ProblemCode[] = ['internal', 'unavailable'];
const ofBodies: ProblemCode[] = ['invalid-json', 'body-too-large', 'unsupported-media-type'];
const ofPeople: ProblemCode[] = ['not-signed-in', 'workspace-required', 'workspace-foreign', 'role-too-low'];
const ofKeys: ProblemCode[] = ['not-signed-in', 'key-invalid', 'key-scope-missing'];

/** Whether somebody without an API key may call: such a request could be another site's, with our cookie. */
export const mayBePerson = (access: Operation['access']): boolean =>
  !('scope' in access) || 'ability' in access;

/** Every code that an operation may answer: its own, and those that follow from what it takes and who may call it. */
export function codesOf({ method, path, body, access, refusals }: Operation): ProblemCode[] {
  const hasId = path.includes('{');
  const codes: ProblemCode[] = [...refusals];
  // Of every operation: what it does not take is refused as well (refuse-unasked.ts).
  codes.push('invalid-input', 'invalid-encoding');
  // A body that nobody asked for is read before anybody knows that.
  if (body || method !== 'get') codes.push(...ofBodies);
  if (hasId) codes.push('not-found');
  if ('ability' in access) codes.push(...ofPeople);
  if ('signedIn' in access) codes.push('not-signed-in');
  // A key on an address for people is told that no key may do this.
  if (!('open' in access)) codes.push(...ofKeys);
  if (method !== 'get' && mayBePerson(access)) codes.push('cross-site-request');
  return [...new Set([...codes, ...ofEvery])];
}
