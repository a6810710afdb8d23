/** True for the address of a PostgreSQL database (`postgres://…`, `postgresql://…`); anything else is the path of a file. */
export function isServerAddress(address: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(address);
}

/** An address as it may be shown and logged: a password before the host or among the parameters is left out. */
export function hidePassword(address: string): string {
  if (!isServerAddress(address)) return address;
  const [place = "", ...parameters] = address.split("?");
  const at = place.lastIndexOf("@");
  const from = place.indexOf("//") + 2;
  // a password may itself hold `:`, `/` or `@`; all up to the last `@` is user and password
  const user = at < 0 ? "" : `${place.slice(from, at).split(":")[0]}@`;
  const shown = parameters
    .join("?")
    .split("&")
    .filter((p) => p !== "" && !/^(?:ssl)?password=/i.test(p));
  return `${place.slice(0, from)}${user}${place.slice(Math.max(at + 1, from))}${shown.length > 0 ? `?${shown.join("&")}` : ""}`;
}
