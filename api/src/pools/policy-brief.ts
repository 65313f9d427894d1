/** SQL: the version behind this alias of pool_policy as screens name it. */
export const policyBrief = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'version', ${alias}.version)`;
