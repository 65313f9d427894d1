import { booleanAttribute, Component, computed, inject, input, output } from '@angular/core';
import {
  rightsBounds,
  type RightsChannel,
  rightsChannels,
  rightsTerritories,
  type RightsTerritory,
} from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { ChoiceField } from '../../ui/choice-field';
import { TextField } from '../../ui/text-field';
import { type RightsDraft, type RightsFault, rightsFaults } from './rights-draft';

/** The part of a form in which a brand says what else it wants to do with the note. */
@Component({
  selector: 'app-rights-fields',
  imports: [ChoiceField, T, TextField],
  templateUrl: './rights-fields.html',
  styleUrls: ['../../ui/form-page.scss', './rights-fields.scss'],
})
export class RightsFields {
  private readonly texts = inject(Texts);
  protected readonly channels = rightsChannels;
  protected readonly territories = rightsTerritories;
  protected readonly territoryWord = (one: RightsTerritory): string =>
    this.texts.say(`usageRights.territory.${one}`);

  /** within a frame that is there already */
  readonly plain = input(false, { transform: booleanAttribute });
  readonly draft = input.required<RightsDraft>();
  /** whether faults are said: once sending was tried */
  readonly tried = input.required<boolean>();
  readonly changed = output<RightsDraft>();

  private readonly faults = computed(() => (this.tried() ? rightsFaults(this.draft()) : []));

  protected fault(which: RightsFault): string | null {
    if (!this.faults().includes(which)) return null;
    return which === 'days'
      ? this.texts.say('usageRights.form.daysFault', {
          min: rightsBounds.daysLeast,
          max: rightsBounds.daysMost,
        })
      : this.texts.say('usageRights.form.channelsFault');
  }

  protected set<K extends keyof RightsDraft>(part: K, value: RightsDraft[K]): void {
    this.changed.emit({ ...this.draft(), [part]: value });
  }

  protected toggle(channel: RightsChannel): void {
    const { channels } = this.draft();
    this.set(
      'channels',
      channels.includes(channel) ? channels.filter((one) => one !== channel) : [...channels, channel],
    );
  }
}
