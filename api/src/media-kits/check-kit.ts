import type { SaveMediaKit } from '@poolrise/contracts';
import { checkNote, dayInShanghai, kitTermsFault, orderRulesOn } from '@poolrise/domain';
import { Refused } from '../http/refused';

const texts = ['introZh', 'introEn', 'includedZh', 'includedEn'] as const;

const fault = (field: string, detail: string): Refused =>
  new Refused('invalid-input', { field, detail: `${field} ${detail}.`, fields: [{ field, detail }] });

/**
 * Refuses terms that no order could be made on, and words that no note could be published with: a kit is an advertisement as
 * well, of the creator.
 * @throws Refused invalid-input, compliance-blocks
 */
export function checkKit(ask: SaveMediaKit, now: Date): void {
  const day = dayInShanghai(now);
  const rules = orderRulesOn(day);
  switch (kitTermsFault(ask.terms, rules)) {
    case 'protectionDays':
      throw fault(
        '/terms/protectionDays',
        `a note is protected for ${rules.protectionDaysLeast} to ${rules.protectionDaysMost} days`,
      );
    case 'revisionsMost':
      throw fault('/terms/revisionsMost', `a brand sends a draft back ${rules.rejectionsMost} times at most`);
    case null:
  }
  const fields = texts.flatMap((field) =>
    checkNote({ title: '', body: ask[field], topics: [], category: 'lifestyle' }, day)
      .findings.filter(({ severity, at }) => severity === 'block' && at.field === 'body')
      .map(({ text, rule }) => ({
        field: `/${field}`,
        detail: `${rule.name.zh} ${rule.name.en}: “${text.slice(0, 40)}”`,
      })),
  );
  if (fields[0])
    throw new Refused('compliance-blocks', {
      field: fields[0].field,
      detail: fields.map(({ detail }) => detail).join('; '),
      fields,
      figures: { findings: fields.length },
    });
}

/** @throws Refused invalid-input */
export function refuseForeignNotes(asked: readonly string[], known: readonly string[]): void {
  const at = asked.findIndex((id) => !known.includes(id));
  if (at >= 0)
    throw fault(
      `/noteIds/${at}`,
      'is no note of this desk that passed the audit: choose one of those that are offered',
    );
}
