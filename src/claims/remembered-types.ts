/** Types whose later mentions leave out who was meant: "the talks stalled", "the agreement entered into force". */
export const REMEMBERED: ReadonlySet<string> = new Set(["agreement", "relations", "meeting", "project", "conflict"]);
/** What two do together, so that the next may be "joint". */
export const TOGETHER: ReadonlySet<string> = new Set(["project", "agreement", "meeting", "founding"]);
/** What goes to somebody. */
export const FLOWS: ReadonlySet<string> = new Set(["aid", "arms", "deployment"]);
/** What ties one to another, so that a sentence behind may leave the other out. */
export const TYING: ReadonlySet<string> = new Set(["relations", "mission", "envoy", "agreement", "visit", "recognition", "meeting"]);
/** Types whose two sides a mediator may stand between. */
export const QUARRELS: ReadonlySet<string> = new Set(["conflict", "agreement", "relations", "mediation"]);
