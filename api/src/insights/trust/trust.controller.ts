import { Controller, Query } from '@nestjs/common';
import {
  CalibrationQuery,
  type CalibrationView,
  ConservationQuery,
  type ConservationView,
  FairnessQuery,
  type FairnessView,
} from '@poolrise/contracts';
import { WorkspaceId } from '../../http/caller';
import { checked } from '../../http/checked';
import { Serves } from '../../http/serves';
import { CalibrationQueries } from './calibration.queries';
import { ConservationQueries } from './conservation.queries';
import { FairnessQueries } from './fairness.queries';

/** Whether forecasts come true, exposure is fair and every impression is accounted for. */
@Controller()
export class TrustController {
  constructor(
    private readonly calibrations: CalibrationQueries,
    private readonly fairnesses: FairnessQueries,
    private readonly conservations: ConservationQueries,
  ) {}

  @Serves('calibration')
  calibration(
    @WorkspaceId() workspaceId: string,
    @Query(checked(CalibrationQuery)) { days }: CalibrationQuery,
  ): Promise<CalibrationView> {
    return this.calibrations.view(workspaceId, Number(days));
  }

  @Serves('fairness')
  fairness(
    @WorkspaceId() workspaceId: string,
    @Query(checked(FairnessQuery)) { days }: FairnessQuery,
  ): Promise<FairnessView> {
    return this.fairnesses.view(workspaceId, Number(days));
  }

  @Serves('conservation')
  conservation(
    @WorkspaceId() workspaceId: string,
    @Query(checked(ConservationQuery)) { days }: ConservationQuery,
  ): Promise<ConservationView> {
    return this.conservations.view(workspaceId, Number(days));
  }
}
