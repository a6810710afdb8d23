/** Whether node `i` is `top` or stands under it. */
export function isWithin(nodes: readonly { readonly head: number }[], i: number, top: number): boolean {
  for (let at = i, steps = 0; at >= 0 && steps < nodes.length; at = nodes[at]!.head, steps++) if (at === top) return true;
  return false;
}
