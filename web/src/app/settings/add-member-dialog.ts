import { Component, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { type MemberView, type Role, roles, type WorkspaceKind } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { problemOf } from '../problems/problem-of';
import { ProblemText } from '../problems/problem-text';
import { refuseFields } from '../problems/refuse-fields';
import { Session } from '../session/session';
import { FieldError } from '../ui/field-error';
import { SettingsApi } from './settings-api';

/** Adds a person with a role and a first password; closes with the new member. */
@Component({
  selector: 'app-add-member-dialog',
  imports: [
    FieldError,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    ReactiveFormsModule,
    T,
  ],
  templateUrl: './add-member-dialog.html',
  styleUrl: './dialog.scss',
})
export class AddMemberDialog {
  private readonly api = inject(SettingsApi);
  private readonly dialog = inject<MatDialogRef<AddMemberDialog, MemberView>>(MatDialogRef);
  private readonly says = inject(ProblemText);
  private readonly session = inject(Session);

  protected readonly roles = rolesIn(this.session.workspace()?.workspaceKind ?? 'brand');
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [Validators.required, Validators.maxLength(60)]],
    email: ['', [Validators.required, Validators.email, Validators.maxLength(254)]],
    role: ['marketer' as Role, Validators.required],
    password: ['', [Validators.required, Validators.minLength(10), Validators.maxLength(200)]],
  });
  protected readonly busy = signal(false);
  protected readonly refusal = signal<string | null>(null);

  protected async submit(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      this.dialog.close(await this.api.addMember(this.form.getRawValue()));
    } catch (error) {
      const problem = problemOf(error);
      const words = `${this.says.title(problem)} ${this.says.remedy(problem)}`;
      if (!refuseFields(this.form, problem, words)) this.refusal.set(words);
    } finally {
      this.busy.set(false);
    }
  }
}

/** A brand has no operators, and a platform no clients who look on. */
function rolesIn(kind: WorkspaceKind): Role[] {
  const foreign: Record<WorkspaceKind, Role[]> = {
    brand: ['operator', 'creator'],
    agency: ['operator', 'creator'],
    creator: ['operator', 'client_viewer'],
    platform: ['creator', 'client_viewer'],
  };
  return roles.filter((role) => !foreign[kind].includes(role));
}
