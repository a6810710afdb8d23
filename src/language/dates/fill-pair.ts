import { type Day, formatDay, shiftDays } from "./calendar.ts";
import { partsOf } from "./edtf.ts";
import type { Point, When } from "./point.ts";
import { fillYear } from "./resolve.ts";
import type { Scene } from "./scene.ts";
import { directionAt } from "./tense.ts";

/** Gives the one end the year (and month) that only the other says. */
export function fillPair(scene: Scene, first: Point, second: Point): readonly [Point, Point] | null {
  const a = first.when;
  const b = second.until ?? second.when;
  const order = (x: When): number => (x.unit === "season" ? (x.month! - 20) * 3 : (x.month ?? 0)) * 100 + (x.day ?? 0);
  if (a.unit !== "edtf" && a.year === null && b.year !== null && b.unit !== "edtf") {
    const year = order(a) > order(b) && a.month !== null && b.month !== null ? b.year - 1 : b.year;
    return [{ ...first, when: { ...a, year }, basis: second.basis, anchor: second.anchor }, second];
  }
  if (a.year !== null && b.unit !== "edtf" && b.year === null) {
    const year = order(b) < order(a) ? a.year + 1 : a.year;
    return [first, { ...second, when: { ...second.when, year }, basis: first.basis, anchor: first.anchor }];
  }
  if (a.unit === "edtf" && b.unit !== "edtf" && b.year === null) {
    const start = partsOf(a.edtf!);
    if (start.year === null) return null;
    const year = start.month !== null && order(b) < start.month * 100 + (start.day ?? 0) ? start.year + 1 : start.year;
    return [first, { ...second, when: { ...second.when, year }, basis: first.basis, anchor: first.anchor }];
  }
  if (a.unit !== "edtf" && a.year === null) {
    const left = fillYear(first, scene);
    if (left.when.year === null) return [left, second];
    const year = order(b) < order(a) ? left.when.year + 1 : left.when.year;
    return [left, { ...second, when: { ...second.when, year }, basis: left.basis, anchor: left.anchor }];
  }
  return inOneWeek(scene, first, second);
}

/** "from Wednesday to Friday", told on a Thursday: the two days lie within one week, the first one first. */
function inOneWeek(scene: Scene, first: Point, second: Point): readonly [Point, Point] {
  const days = [first, second].map(({ why, when }) => (why === "weekday" ? dayOf(when) : null));
  const [from, to] = days;
  if (!from || !to || formatDay(from) <= formatDay(to)) return [first, second];
  const shifted = (point: Point, day: Day, by: number): Point => ({ ...point, when: { ...point.when, ...shiftDays(day, by) } });
  return directionAt(scene.words, first.from) === "future" ? [first, shifted(second, to, 7)] : [shifted(first, from, -7), second];
}

function dayOf({ year, month, day }: When): Day | null {
  return year !== null && month !== null && day !== null ? { year, month, day } : null;
}
