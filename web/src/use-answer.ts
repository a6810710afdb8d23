import { useEffect, useState } from "react";
import { ask, Refusal, type Unknown } from "./api.ts";

export type Answer<T> = { state: "waiting" } | { state: "failed"; message: string; unknown: Unknown | null } | { state: "here"; value: T };

/** The answer of the API to a path; asked again when the path changes. */
export function useAnswer<T>(path: string): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ state: "waiting" });
  useEffect(() => {
    let current = true;
    setAnswer({ state: "waiting" });
    ask<T>(path).then(
      (value) => current && setAnswer({ state: "here", value }),
      (error: unknown) =>
        current &&
        setAnswer({
          state: "failed",
          message: error instanceof Error ? error.message : String(error),
          unknown: error instanceof Refusal ? error.unknown : null,
        }),
    );
    return () => {
      current = false;
    };
  }, [path]);
  return answer;
}
