import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import { MAT_FORM_FIELD_DEFAULT_OPTIONS } from '@angular/material/form-field';
import { provideAnimationsAsync } from '@angular/platform-browser/animations/async';
import {
  provideRouter,
  RouteReuseStrategy,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withRouterConfig,
} from '@angular/router';
import { provideTexts } from '../i18n/provide-texts';
import { routes } from './app.routes';
import { approvalAsked } from './approvals/approval-asked';
import { apiInterceptor } from './session/api-interceptor';
import { Session } from './session/session';
import { PageTitle } from './shell/page-title';
import { Theme } from './shell/theme';
import { WorkspaceReuse } from './shell/workspace-reuse';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([apiInterceptor, approvalAsked])),
    // ngx-charts is the only one that still asks for it; loaded with the first chart.
    provideAnimationsAsync(),
    provideTexts(),
    provideAppInitializer(() => {
      inject(Theme).recall();
      return inject(Session).load();
    }),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    { provide: RouteReuseStrategy, useClass: WorkspaceReuse },
    { provide: TitleStrategy, useExisting: PageTitle },
    {
      provide: MAT_FORM_FIELD_DEFAULT_OPTIONS,
      useValue: { appearance: 'outline', subscriptSizing: 'dynamic', hideRequiredMarker: true },
    },
  ],
};
