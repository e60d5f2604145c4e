// The states a view can be in besides showing something.

import type { ComponentChildren } from "preact";
import { Refused } from "../api/http";
import type { Told } from "../api/types";
import { t } from "../lang";
import { shell } from "../words/shell";

export function Loading() {
  return <p class="loading" role="status"><span class="spinner" aria-hidden="true" />{t(shell.loading)}</p>;
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return <div class="empty"><p class="empty-title">{title}</p>{children}</div>;
}

/** Why there is nothing. */
export function RefusedBox({ refused }: { refused: Refused }) {
  return <div role="alert">{<Problems problems={told(refused)} />}</div>;
}

function told({ status, problems }: Refused): Told[] {
  if (problems.length) return problems;
  const [message, help] =
    status === 0 ? [shell.gone, shell.gone_help]
    : status === 401 || status === 403 ? [shell.locked, shell.locked_help]
    : [shell.failed, shell.failed_help];
  return [{ message: t(message), help: t(help), file: "", line: null, column: null }];
}

/** Problems with what to do about them. */
export function Problems({ problems }: { problems: Told[] }) {
  if (!problems.length) return null;
  return (
    <ul class="problems">
      {problems.map((problem, index) => (
        <li key={index}>
          <p class="problem"><span class="mark" aria-hidden="true">!</span><bdi>{problem.message}</bdi></p>
          {(problem.file || problem.line) && (
            <p class="place"><bdi>{problem.file}</bdi>{problem.line && ` · ${t(shell.line(problem.line))}`}</p>
          )}
          {problem.help && <p class="help">{problem.help}</p>}
        </li>
      ))}
    </ul>
  );
}

/** An answer, or the state it is in. */
export function Shown<T>({ answer, children }: {
  answer: { data: T | null; refused: Refused | null };
  children(data: T): ComponentChildren;
}) {
  if (answer.refused) return <RefusedBox refused={answer.refused} />;
  if (answer.data === null) return <Loading />;
  return <>{children(answer.data)}</>;
}
