// 总览: all sheets together.

import type { Portfolio, Sheets } from "../../api/types";
import { useAnswer } from "../../api/use";
import { t } from "../../lang";
import { NoSheets } from "../../parts/sheet_choice";
import { Problems, Shown } from "../../parts/state";
import { portfolio as words } from "../../words/portfolio";
import { FindingBody } from "../sheet/finding";
import { Checks, Deviations, Grades } from "./distribution";
import { Migration } from "./migration";
import { SheetTable } from "./table";

export function PortfolioView() {
  const sheets = useAnswer<Sheets>("sheets");
  const summary = useAnswer<Portfolio>("portfolio");
  return (
    <>
      <h1>{t(words.title)}</h1>
      <p class="lead">{t(words.lead)}</p>
      <Shown answer={sheets}>
        {({ sheets, findings, problems }) => sheets.length === 0 ? <NoSheets /> : (
          <>
            <Problems problems={problems} />
            <Shown answer={summary}>
              {({ portfolio }) => portfolio && (
                <>
                  <p class="count">{t(words.count(portfolio.sheets, portfolio.units))}</p>
                  <div class="trio"><Grades portfolio={portfolio} /><Deviations portfolio={portfolio} /><Checks portfolio={portfolio} /></div>
                </>
              )}
            </Shown>
            <SheetTable sheets={sheets} />
            <Migration />
            {findings.length > 0 && (
              <details class="card">
                <summary>{t(words.across)} ({findings.length})</summary>
                <ol class="findings">{findings.map((finding, at) => <li key={at} class="finding"><FindingBody finding={finding} /></li>)}</ol>
              </details>
            )}
          </>
        )}
      </Shown>
    </>
  );
}
