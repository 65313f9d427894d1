/** Leads to the first field of a form that bears a fault, once the marks are drawn. */
export function focusFault(submitted: Event): void {
  const form = submitted.target as HTMLFormElement;
  setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
}
