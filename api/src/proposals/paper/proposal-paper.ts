import type { ProposalAnswer, ProposalFigures, SharedProposal } from '@poolrise/contracts';
import { categoryNames, type ReaderFormats, readerFormats, type ReaderLanguage } from '@poolrise/domain';
import type { Block, KeyFigure, Mix, PdfDocument } from '../../pdf/pdf-document';
import { answerWords, itemRow, itemColumns, totalRow } from './item-rows';
import { type PaperWords, paperWords } from './paper-words';

/** A version as it is printed: what clients see of it, whether or not it was shared yet. */
export type PrintedProposal = Omit<SharedProposal, 'writtenAt' | 'sharedAt' | 'openUntil'> & {
  /** when it was shared, else when it was written */
  at: string;
  isShared: boolean;
};

/** The voice of one document. */
export interface Voice {
  words: PaperWords;
  format: ReaderFormats;
  language: ReaderLanguage;
}

/** A proposal as a document, with everything that its page shows to the client and nothing else. */
export function proposalPaper(proposal: PrintedProposal, language: ReaderLanguage, now: Date): PdfDocument {
  const voice: Voice = { words: paperWords[language], format: readerFormats(language), language };
  const { words, format } = voice;
  const { name, workspace, version } = proposal;
  return {
    title: name,
    author: workspace,
    language,
    at: now,
    foot: `${workspace} · ${words.version(version)} · ${words.printed(`${format.dayOfYear(now)} ${format.time(now)}`)}`,
    pageOf: words.pageOf,
    blocks: [
      titleOf(proposal, voice),
      ...(proposal.message ? [messageOf(proposal.message)] : []),
      { kind: 'figures', figures: keyFigures(proposal.figures, voice) },
      { kind: 'mixes', mixes: mixesOf(proposal.figures, voice) },
      { kind: 'heading', text: words.items, about: sizeOf(proposal.figures, voice) },
      {
        kind: 'table',
        columns: itemColumns(voice),
        rows: proposal.items.map((item) => itemRow(item, voice)),
        total: totalRow(proposal.figures, voice),
      },
      ...commentsOf(proposal.comments, voice),
      { kind: 'heading', text: words.howToRead },
      { kind: 'definitions', items: words.definitions },
    ],
  };
}

function titleOf(proposal: PrintedProposal, { words, format }: Voice): Block {
  const { name, workspace, ofClient, version, at, isShared } = proposal;
  const parts = [
    ofClient ? words.madeFor(workspace) : words.from(workspace),
    words.version(version),
    format.dayOfYear(new Date(at)),
    ...(isShared ? [] : [words.notShared]),
  ];
  return { kind: 'title', eyebrow: words.proposal, text: name, about: parts.join(' · ') };
}

const messageOf = (text: string): Block => ({ kind: 'prose', words: [{ text, size: 10.5 }] });

const sizeOf = ({ creators, notes }: ProposalFigures, { words }: Voice): string =>
  `${words.creators(creators)} · ${words.notes(notes)}`;

function keyFigures(figures: ProposalFigures, voice: Voice): KeyFigure[] {
  const { words, format } = voice;
  const { priceCents, reads, impressions, reach } = figures;
  return [
    { label: words.figures.price, value: format.roundMoney(priceCents), about: sizeOf(figures, voice) },
    {
      label: words.figures.reads,
      value: format.compact(reads?.expected ?? null),
      about: spread(reads, figures, voice),
    },
    {
      label: words.figures.impressions,
      value: format.compact(impressions?.expected ?? null),
      about: spread(impressions, figures, voice),
    },
    {
      label: words.figures.reach,
      value: format.compact(reach?.people ?? null),
      about: reached(figures, voice),
    },
  ];
}

function spread(
  forecast: ProposalFigures['reads'],
  { forecastOf: known, creators: n }: ProposalFigures,
  { words, format }: Voice,
): string {
  if (!forecast) return words.unknown;
  const { low, high } = forecast;
  const within =
    low === null || high === null
      ? words.spreadUnknown
      : words.within(format.compact(low), format.compact(high));
  return known < n ? `${within}\n${words.partly(known, n)}` : within;
}

function reached({ reach, creators }: ProposalFigures, { words, format }: Voice): string {
  if (!reach) return words.reachUnknown;
  const about = words.reach(
    format.compact(reach.low),
    format.compact(reach.high),
    format.compact(reach.standardError),
    format.percent(reach.overlapShare),
  );
  return reach.measured === creators ? about : `${about}\n${words.reachPartly(reach.measured, creators)}`;
}

function mixesOf(figures: ProposalFigures, { words, format, language }: Voice): Mix[] {
  const inWords = (names: { zh: string; en: string }) => (language === 'en' ? names.en : names.zh);
  const partOf = (name: string, { creators, priceCents }: ProposalFigures['categories'][number]) => {
    const share = figures.priceCents > 0 ? priceCents / figures.priceCents : null;
    const facts = [words.creators(creators), format.roundMoney(priceCents), format.percent(share, 0)];
    return { name, weight: priceCents, facts };
  };
  const categories: Readonly<Record<string, { zh: string; en: string }>> = categoryNames;
  return [
    { title: words.mixes.tiers, parts: figures.tiers.map((part) => partOf(inWords(part.name), part)) },
    {
      title: words.mixes.categories,
      parts: figures.categories.map((part) => {
        const names = categories[part.key];
        return partOf(names ? inWords(names) : words.mixes.other, part);
      }),
    },
  ];
}

function commentsOf(comments: readonly ProposalAnswer[], voice: Voice): Block[] {
  if (!comments.length) return [];
  return [
    { kind: 'heading', text: voice.words.comments },
    { kind: 'prose', words: comments.flatMap((comment) => answerWords(comment, voice)) },
  ];
}
