import PDFDocument from 'pdfkit';

export type Pdf = InstanceType<typeof PDFDocument>;

/** What pdfkit keeps to itself about a font: which characters it has, and its way into the file. */
export interface PdfkitFont {
  font: { characterSet: readonly number[] };
  finalize(): void;
}

/** Takes a font into the hand of the document. */
export function fontInHand(pdf: Pdf, font: string | Buffer): PdfkitFont {
  pdf.font(font);
  return (pdf as unknown as { _font: PdfkitFont })._font;
}

/** The characters that a font really has. */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  const { font: glyphs } = fontInHand(new PDFDocument({ autoFirstPage: false }), font);
  try {
    return new Set(glyphs.characterSet);
  } catch {
    // A font of which nothing was asked that it has comes without a table of characters.
    return new Set();
  }
}
