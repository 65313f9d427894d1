import { newrankKind, qianguaKind, rateCardKind, shortlistKind } from './creator-lists';
import { creatorNotesKind, trendApiKind, trendSheetsKind } from './creator-centre';
import type { FileKind, FileKindId } from './file-kind';
import { adApiKind, adReportKind } from './juguang';
import { buyerOrdersKind, noteAnalysisKind } from './other';
import { fullSheetKind, noteSheetKind, orderReportKind } from './pugongying';
import { collectorKind, webAnswerKind } from './web';

/** Every kind of file that is recognised. Where two fit equally well the earlier one is taken. */
export const fileKinds: Readonly<Record<FileKindId, FileKind>> = {
  P0: orderReportKind,
  P1: noteSheetKind,
  P2: fullSheetKind,
  P3: shortlistKind,
  P4: rateCardKind,
  Q1: buyerOrdersKind,
  N1: noteAnalysisKind,
  J1: adReportKind,
  J2: adApiKind,
  C1: creatorNotesKind,
  C2: trendSheetsKind,
  C3: trendApiKind,
  W1: collectorKind,
  W2: webAnswerKind,
  V1: qianguaKind,
  V2: newrankKind,
};
