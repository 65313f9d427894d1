import { Component, computed, inject, input, output } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { AgencyTask, AgencyWorkload, TaskSubject } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Icon } from '../ui/icon';
import { Toast } from '../ui/toast';
import { AgencyApi } from './agency-api';

/** What can be given to somebody. */
export interface Assignable {
  clientId: string;
  subject: TaskSubject;
  subjectId: string;
  name: string;
  owner: AgencyTask['owner'];
}

/** Who looks after something, and giving it to another who may work in its room. */
@Component({
  selector: 'app-assign-menu',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, T],
  template: `
    <button
      type="button"
      class="pr-filter"
      [class.is-on]="of().owner"
      [attr.aria-label]="
        ('agency.assignNamed' | t: { name: of().name }) + ': ' + (of().owner?.name ?? ('agency.nobody' | t))
      "
      [matMenuTriggerFor]="menu"
    >
      {{ of().owner?.name ?? ('agency.nobody' | t) }}<app-icon name="arrow-down-small" />
    </button>
    <mat-menu #menu="matMenu" [aria-label]="'agency.assign' | t">
      @for (person of people(); track person.id) {
        <button mat-menu-item type="button" (click)="give(person.id)">
          <span class="pr-choice"
            >{{ person.name }}
            @if (person.id === of().owner?.id) {
              <app-icon name="check" />
            }
          </span>
        </button>
      } @empty {
        <button mat-menu-item type="button" disabled>{{ 'agency.noPeople' | t }}</button>
      }
      @if (of().owner) {
        <button mat-menu-item type="button" (click)="give(null)">{{ 'agency.nobody' | t }}</button>
      }
    </mat-menu>
  `,
})
export class AssignMenu {
  private readonly api = inject(AgencyApi);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  readonly of = input.required<Assignable>();
  readonly clients = input.required<AgencyWorkload['clients']>();
  readonly changed = output();

  protected readonly people = computed(
    () => this.clients().find(({ id }) => id === this.of().clientId)?.people ?? [],
  );

  protected async give(personId: string | null): Promise<void> {
    const { clientId, subject, subjectId } = this.of();
    try {
      const { owner } = await this.api.assign({ clientId, subject, subjectId, personId });
      this.toast.say(
        owner ? this.texts.say('agency.assigned', { name: owner.name }) : this.texts.say('agency.unassigned'),
      );
      this.changed.emit();
    } catch (error) {
      this.toast.problem(error);
    }
  }
}
