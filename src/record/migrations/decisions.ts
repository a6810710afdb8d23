import type { MigrationStep } from "./migration-step.ts";

/** Part of version 3: what people decided about claims and events. */
export const DECISIONS: readonly MigrationStep[] = [];
