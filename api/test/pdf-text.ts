/** What is printed on each page, blanks left out: where a line or a font ends there may or may not be one. */
export async function pagesOf(pdf: Buffer): Promise<string[]> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map(squeezed);
}

export const squeezed = (text: string): string => text.replace(/\s+/g, '');
