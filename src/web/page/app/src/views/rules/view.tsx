export function RulesView(_: { id?: string; name?: string }) {
  return <p>…</p>;
}
