export function PortfolioView(_: { id?: string; name?: string }) {
  return <p>…</p>;
}
