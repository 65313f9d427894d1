import { Component } from '@angular/core';
import { type PlaceTab, PlaceTabs } from '../ui/place-tabs';

/** The places of reports. */
@Component({
  selector: 'app-report-tabs',
  imports: [PlaceTabs],
  template: `<app-place-tabs label="reports.title" [tabs]="tabs" />`,
})
export class ReportTabs {
  protected readonly tabs: readonly PlaceTab[] = [
    { path: ['reports'], title: 'reports.tabs.kept', exact: true },
    { path: ['reports', 'costs'], title: 'reports.tabs.costs', exact: false },
    { path: ['reports', 'benchmarks'], title: 'reports.tabs.benchmarks', exact: false },
  ];
}
