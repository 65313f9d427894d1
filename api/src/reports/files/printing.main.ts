import { parentPort, workerData } from 'node:worker_threads';
import { drawPdf } from '../../pdf/draw-pdf';
import type { PrintedRows, PrintingTask } from './print-report';
import { reportPaper } from './report-paper';

/** The program of the thread that prints one report. */
if (parentPort) {
  const port = parentPort;
  const { report, language, now } = workerData as PrintingTask;
  const rows: PrintedRows = [];
  port.on('message', (some: PrintedRows | null) => {
    if (some) rows.push(...some);
    else void print();
  });
  const print = async () => {
    const whole = { ...report, result: { ...report.result, rows } };
    const pdf = Uint8Array.from(await drawPdf(reportPaper(whole, language, now)));
    port.postMessage(pdf, [pdf.buffer]);
    port.close();
  };
}
