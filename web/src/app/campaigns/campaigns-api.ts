import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  ApplyBudgetPlan,
  AskBudgetPlan,
  BudgetPlanView,
  CampaignLiftView,
  CampaignView,
  ChangeCampaign,
  ChangeItems,
  CreateCampaign,
  ItemChanges,
  MoveCampaign,
  ReadAlerts,
  RegisterHoldout,
} from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

export const campaignsRoot = '/api/v1/campaigns';

/** The commands of campaigns. Reading is done where it is shown. */
@Service()
export class CampaignsApi {
  private readonly http = inject(HttpClient);

  /** The same request key never writes twice. */
  create(ask: CreateCampaign): Promise<CampaignView> {
    return firstValueFrom(this.http.post<CampaignView>(campaignsRoot, ask));
  }

  change(id: string, ask: ChangeCampaign): Promise<CampaignView> {
    return firstValueFrom(this.http.post<CampaignView>(`${campaignsRoot}/${id}`, ask));
  }

  move(id: string, ask: MoveCampaign): Promise<CampaignView> {
    return firstValueFrom(this.http.post<CampaignView>(`${campaignsRoot}/${id}/moves`, ask));
  }

  drop(id: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${campaignsRoot}/${id}`));
  }

  /** What the same change would do. */
  preview(id: string, ask: ChangeItems): Promise<ItemChanges> {
    return firstValueFrom(this.http.post<ItemChanges>(`${campaignsRoot}/${id}/items/preview`, ask));
  }

  changeItems(id: string, ask: ChangeItems): Promise<ItemChanges> {
    return firstValueFrom(this.http.post<ItemChanges>(`${campaignsRoot}/${id}/items`, ask));
  }

  readAlerts(id: string, ask: ReadAlerts = {}): Promise<void> {
    return firstValueFrom(this.http.post<void>(`${campaignsRoot}/${id}/alerts/read`, ask));
  }

  /** The same ask twice is one holdout. */
  registerHoldout(id: string, ask: RegisterHoldout): Promise<CampaignLiftView> {
    return firstValueFrom(this.http.post<CampaignLiftView>(`${campaignsRoot}/${id}/holdout`, ask));
  }

  withdrawHoldout(id: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${campaignsRoot}/${id}/holdout`));
  }

  /** The same question is worked out once a day. */
  planBudget(id: string, ask: AskBudgetPlan): Promise<BudgetPlanView> {
    return firstValueFrom(this.http.post<BudgetPlanView>(`${campaignsRoot}/${id}/budget-plans`, ask));
  }

  applyBudget(id: string, planId: string, ask: ApplyBudgetPlan): Promise<CampaignView> {
    return firstValueFrom(
      this.http.post<CampaignView>(`${campaignsRoot}/${id}/budget-plans/${planId}/apply`, ask),
    );
  }
}
