import { countFrom } from "../language/dates/counted.ts";
import type { ClaimDate } from "./claim.ts";

/** "two years later", "more than a decade earlier": counted from another date; null where that has none. */
export function counted(from: ClaimDate, words: string, sign: 1 | -1): ClaimDate | null {
  const edtf = from.edtf === null ? null : countFrom(from.edtf, words.replace(/^less than |^more than /i, "about "), sign);
  return edtf === null ? null : { edtf, text: words, basis: "relative" };
}
