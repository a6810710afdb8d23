/** "asked Peru to send …": the object of the first verb does the second. */
export const OBJECT_CONTROL: ReadonlySet<string> = new Set(
  (
    "ask invite urge allow authorize authorise request order help enable persuade press encourage expect permit let force tell instruct oblige compel lead choose select elect appoint call want have get see hear find keep " +
    "convince induce prompt move push beg advise bring drive cause require make warn lobby pressure pressurise pressurize implore exhort entreat beseech coax cajole bully coerce " +
    "embolden inspire empower entitle task command direct forbid tempt commission nominate assign bind counsel enjoin petition"
  ).split(" "),
);
/** Verbs whose object does what follows: "accused Kuwait of arming", "thanked Japan for building". */
export const BLAMING: ReadonlySet<string> = new Set(
  "accuse blame suspect thank praise commend congratulate criticise criticize condemn denounce fault charge reproach rebuke applaud prevent stop bar keep deter discourage punish forgive hail honour honor censure chide scold ban prohibit block restrain dissuade exclude".split(
    " ",
  ),
);
