import type { z } from 'zod';
import type { Ability, KeyScope } from '../access';
import type { ProblemCode } from '../problem';

/**
 * One public operation: the single description from which the OpenAPI document is made. A spec holds it against the
 * routes the api really has, both ways.
 */
export interface Operation {
  method: 'get' | 'post' | 'delete';
  path: string;
  tag: string;
  summary: string;
  /** who may call: anyone, a signed-in person with an ability in the workspace, or an api key with a scope */
  access:
    | { open: true }
    | { signedIn: true }
    | { ability: Ability }
    | { scope: KeyScope }
    | { ability: Ability; scope: KeyScope };
  query?: z.ZodObject;
  body?: z.ZodType;
  /** a file as it is, in place of a JSON body */
  bytes?: true;
  /** the status of success and what it carries; null carries nothing, or a file of one of these media types */
  answer: {
    status: 200 | 201 | 202 | 204;
    schema: z.ZodType | null;
    stream?: true;
    file?: readonly string[];
  };
  refusals: ProblemCode[];
}
