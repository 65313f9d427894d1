import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { Refused } from './refused';

const places: Record<string, string> = { body: '', query: 'query', param: 'path' };

/** A pipe that lets through what the contract's schema accepts, and says field by field what it does not. */
export function checked<Schema extends z.ZodType>(schema: Schema): PipeTransform<unknown, z.output<Schema>> {
  return {
    transform(value: unknown, { type, data }: ArgumentMetadata) {
      const parsed = schema.safeParse(value);
      if (parsed.success) return parsed.data;
      const place = places[type] ?? type;
      const fields = parsed.error.issues.slice(0, 20).flatMap((issue) => {
        const path = [...(data ? [data] : []), ...issue.path.map(String)];
        const names =
          issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 20).map((key) => [...path, key]) : [path];
        return names.map((name) => ({ field: pointer(place, name), detail: issue.message }));
      });
      throw new Refused('invalid-input', {
        field: fields[0]?.field,
        detail: `${fields[0]?.field || 'The body'}: ${fields[0]?.detail ?? 'is not usable'}.`,
        fields,
      });
    },
  };
}

/** JSON pointer into the body, or query.name / path.name. Names come from outside, so they are cut short. */
function pointer(place: string, path: string[]): string {
  const names = path.map((name) => name.slice(0, 60));
  return place
    ? [place, ...names].join('.')
    : names.map((name) => `/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

/** An id in the path. */
export const checkedId = checked(z.uuid());
