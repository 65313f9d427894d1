import { SetMetadata } from '@nestjs/common';
import type { JobName } from './job-names';

export const HANDLES_JOB = 'handles-job';

/** Marks the method that does the due work of a kind; it takes nothing and may run twice at once. */
export const HandlesJob = (name: JobName): MethodDecorator => SetMetadata(HANDLES_JOB, name);
