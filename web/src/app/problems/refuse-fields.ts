import type { FormGroup } from '@angular/forms';
import type { Problem } from '@poolrise/contracts';

/**
 * Puts what the api says about single fields onto the controls of a form; it goes away when the field is changed.
 * Returns false when the problem is about the whole, and has to be said somewhere else.
 */
export function refuseFields(form: FormGroup, problem: Problem, words: string): boolean {
  const named = problem.fields ?? (problem.field ? [{ field: problem.field, detail: words }] : []);
  const marked = named.filter(({ field, detail }) => {
    const control = form.get(field.replace(/^\//, '').split('/'));
    control?.setErrors({ refused: problem.fields ? detail : words });
    control?.markAsTouched();
    return control !== null;
  });
  return marked.length > 0;
}
