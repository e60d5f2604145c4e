import { t } from "../lang";
import { shell } from "../words/shell";

export function Foot() {
  return (
    <footer class="foot">
      <span>{t(shell.local)}</span>
      <a href="/page/licences.txt" target="_blank" rel="noreferrer">{t(shell.licences)}</a>
    </footer>
  );
}
