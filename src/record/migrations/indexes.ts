import type { MigrationStep } from "./migration-step.ts";

/** Part of version 3: what makes the answers of a large record quick. */
export const INDEXES: readonly MigrationStep[] = [];
