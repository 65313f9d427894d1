import PDFDocument from 'pdfkit';
import { drawBlocks } from './draw-blocks';
import { breathe, Flow } from './flow';
import { FontShelf } from './font-shelf';
import { contentWidth, Paper, sheet } from './paper';
import { type PdfDocument, textsOf } from './pdf-document';

/**
 * A document as a PDF on A4: tagged for screen readers, with an outline, its fonts inside.
 *
 * The same document is the same file, byte for byte. It is drawn in small steps, and whoever else needs the process works
 * between them; a document is drawn after those that were asked for before it, so that many do not fill the memory.
 */
export function drawPdf(document: PdfDocument): Promise<Buffer> {
  const drawn = queue.then(() => draw(document));
  queue = drawn.catch(() => undefined);
  return drawn;
}

let queue: Promise<unknown> = Promise.resolve();

async function draw(document: PdfDocument): Promise<Buffer> {
  const { title, author, language, at } = document;
  const pdf = new PDFDocument({
    size: [sheet.width, sheet.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: {
      Title: title,
      Author: author,
      Creator: 'Poolrise',
      Producer: 'Poolrise',
      CreationDate: at,
      ModDate: at,
    },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });

  const paper = new Paper(pdf, await FontShelf.of(pdf, textsOf(document)));
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const flow = new Flow(paper, root);
  flow.newPage();
  await drawBlocks(flow, document);
  root.end();
  await drawFrames(paper, document);
  await paper.seal();
  pdf.end();
  await finished;
  return Buffer.concat(chunks);
}

/** Head and foot of each page, once it is known how many there are. */
async function drawFrames(paper: Paper, { title, foot, pageOf }: PdfDocument): Promise<void> {
  const { count } = paper.pdf.bufferedPageRange();
  const footY = sheet.height - 44;
  for (let page = 0; page < count; page++) {
    paper.pdf.switchToPage(page);
    paper.decorate(() => {
      if (page === 0) paper.box(0, 0, sheet.width, 5, '#0b7f86');
      else paper.draw(paper.line(small(title), contentWidth), sheet.left, 30, contentWidth);
      const number = paper.line(small(pageOf(page + 1, count)), contentWidth);
      paper.draw(number, sheet.left, footY + 7, contentWidth, 'right');
      paper.draw(paper.line(small(foot), contentWidth * 0.8), sheet.left, footY + 7, contentWidth);
      paper.box(sheet.left, footY, contentWidth, 0.6, '#dde5e7');
    });
    await breathe();
  }
}

const small = (text: string) => ({ text, size: 7.5, tone: 'muted' }) as const;
