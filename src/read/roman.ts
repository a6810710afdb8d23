const PARTS: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** A number from 1 in small Roman figures, as lists are numbered; in digits where there is no Roman figure. */
export function roman(number: number): string {
  if (number < 1 || number > 4999) return String(number);
  let left = number;
  let text = "";
  for (const [value, letters] of PARTS) for (; left >= value; left -= value) text += letters;
  return text;
}
