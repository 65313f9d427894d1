import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { T } from '../../i18n/t';
import { PageHeader } from '../ui/page-header';

/** An address that leads nowhere, or to a workspace of others: both look the same. */
@Component({
  selector: 'app-not-found',
  imports: [MatButton, PageHeader, RouterLink, T],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'shell.notFound.title' | t" [text]="'shell.notFound.text' | t" />
    <a matButton="filled" routerLink="/">{{ 'shell.notFound.back' | t }}</a>
  `,
})
export default class NotFound {}
