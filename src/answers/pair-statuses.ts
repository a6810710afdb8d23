import { countMatters } from "../reasoning/count-matters.ts";
import { MATTER_KINDS, type MatterKind } from "../reasoning/matters.ts";
import type { Status } from "../reasoning/status.ts";
import { findMatters, IMPLYING, type StandingMatter } from "../reasoning/statuses.ts";
import type { LeanEntry, Record } from "../record/record.ts";
import { type DecidedBetween, takeOver } from "./decided-between.ts";

export type Pair = readonly [string, string];

const FEW_CLAIMS = 500;

/** The statuses of two actors, of which only what is asked for is read and worked out: kind by kind, and in each matter by matter. */
export class PairStatuses {
  private readonly record: Record;
  private readonly pair: Pair;
  private readonly decided: DecidedBetween;
  private readonly known: string | undefined;
  /** Whether what people decided leaves the claims as the record has them, and as it has them now. */
  private readonly isPlain: boolean;
  private readsAll: boolean;
  private readonly matters = new Map<MatterKind, readonly StandingMatter<LeanEntry>[]>();
  private readonly statuses = new Map<StandingMatter<LeanEntry>, Status<LeanEntry>>();
  private readonly counts = new Map<MatterKind, number>();
  private read = 0;

  /** `claims`: how many the two share; of no more than `few` all kinds of matters are read at once. */
  constructor(record: Record, pair: Pair, claims: number, decided: DecidedBetween, known?: string, few: number = FEW_CLAIMS) {
    this.record = record;
    this.pair = pair;
    this.decided = decided;
    this.known = known;
    this.isPlain = known === undefined && decided.entries.length + decided.rejected.length + decided.preferences.length === 0;
    this.readsAll = claims <= few || !this.isPlain;
  }

  /** How many claims were read so far. */
  get claimsRead(): number {
    return this.read;
  }

  /** So many statuses of matters of some kinds after others that are passed over, and how many there are in all. */
  async page(
    kinds: readonly MatterKind[],
    skip: number,
    limit: number = Number.POSITIVE_INFINITY,
  ): Promise<{ total: number; statuses: Status<LeanEntry>[] }> {
    if (limit === Number.POSITIVE_INFINITY && kinds.length > 1) this.readsAll = true;
    const statuses: Status<LeanEntry>[] = [];
    let total = 0;
    for (const kind of [...kinds].sort()) {
      const isWanted = total < skip + limit && (total >= skip || total + (await this.count(kind)) > skip);
      if (isWanted)
        for (const matter of (await this.ofKind(kind)).slice(Math.max(0, skip - total), skip + limit - total))
          statuses.push(this.derive(matter));
      total += await this.count(kind);
    }
    return { total, statuses };
  }

  private async count(kind: MatterKind): Promise<number> {
    const known = this.matters.get(kind)?.length ?? this.counts.get(kind);
    if (known !== undefined) return known;
    if (!this.readsAll && this.counts.size === 0) {
      const forms = Map.groupBy(await this.record.claimForms(...this.pair, MATTER_KINDS), (form) => form.type);
      for (const one of MATTER_KINDS) {
        const count = countMatters(one, forms.get(one) ?? []);
        if (count !== null) this.counts.set(one, count);
      }
    }
    return this.counts.get(kind) ?? (await this.ofKind(kind)).length;
  }

  /** The matters of a kind, in their order. */
  private async ofKind(kind: MatterKind): Promise<readonly StandingMatter<LeanEntry>[]> {
    const there = this.matters.get(kind);
    if (there) return there;
    const { pair, decided } = this;
    const kinds = this.readsAll
      ? MATTER_KINDS
      : kind === "relations" || kind === "recognition"
        ? [...new Set([kind, ...IMPLYING])]
        : [kind];
    const entries = takeOver(await this.record.leanClaims(...pair, kinds, this.known), decided, pair, kinds);
    this.read += entries.length;
    const matters = findMatters(entries, decided.preferences).filter(({ matter }) => pair.includes(matter.a) && pair.includes(matter.b));
    // what a preference leaves nothing of is no status
    const left = decided.preferences.length === 0 ? matters : matters.filter((m) => isLeft(this.derive(m)));
    for (const one of this.readsAll ? MATTER_KINDS : [kind])
      this.matters.set(
        one,
        left.filter((m) => m.matter.kind === one),
      );
    return this.matters.get(kind)!;
  }

  private derive(matter: StandingMatter<LeanEntry>): Status<LeanEntry> {
    const status = this.statuses.get(matter) ?? matter.derive();
    this.statuses.set(matter, status);
    return status;
  }
}

function isLeft({ intervals, denials, steps }: Status<LeanEntry>): boolean {
  return intervals.length + denials.length + steps.length > 0;
}
