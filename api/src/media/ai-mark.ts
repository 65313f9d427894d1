import { readFile } from 'node:fs/promises';

/**
 * What programs that make pictures and videos write into their files: the digital source type of IPTC (also inside Content
 * Credentials), the implicit label that the Chinese measures for labelling ask for, and what common picture generators leave.
 *
 * Source: IPTC NewsCodes `digitalsourcetype`; GB 45438-2025 names the field `AIGC`, in XMP as `TC260:AIGC` [C]; the last is what
 * open picture generators are known to write [C].
 */
const marks = [
  'trainedAlgorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'TC260:AIGC',
  '"AIGC":',
  'AIGC{"Label"',
  'Negative prompt:',
].map((mark) => Buffer.from(mark, 'latin1'));

/** Whether a file, as it was sent, says of itself that a machine made it. Asked before it is made anew, which takes the mark away. */
export async function isMarkedAiMade(file: string): Promise<boolean> {
  const bytes = await readFile(file);
  return marks.some((mark) => bytes.includes(mark));
}
