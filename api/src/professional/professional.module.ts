import { Module } from '@nestjs/common';
import { ProfessionalController } from './professional.controller';
import { ProfessionalQueries } from './professional.queries';
import { ProfessionalService } from './professional.service';

/** Who workspaces are: identities that are chosen, and licences that the platform looks at. */
@Module({ controllers: [ProfessionalController], providers: [ProfessionalQueries, ProfessionalService] })
export class ProfessionalModule {}
