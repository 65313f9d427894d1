/** A whole number as a person types it, or null where the text is none. */
export const wholeOf = (text: string): number | null =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null;
