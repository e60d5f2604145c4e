export function PapersView(_: { id?: string; name?: string }) {
  return <p>…</p>;
}
