/** Letters belong to the field, or to the type-ahead of an open menu. */
export function isTyping(event: Event): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.matches('input, textarea, select, [contenteditable=true]') ||
    target.closest('[role=menu]') !== null
  );
}
