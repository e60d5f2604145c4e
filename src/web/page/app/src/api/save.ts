// Taking a file home, under the name the server gives it.

import { address, type Asking, sent } from "./http";

export async function download(path: string, asking: Asking): Promise<void> {
  const response = await sent(address(path, asking));
  keep(await response.blob(), named(response.headers.get("content-disposition")) ?? path);
}

export function keep(content: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function named(disposition: string | null): string | null {
  const wide = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  if (wide) return decodeURIComponent(wide);
  return /filename="?([^";]+)"?/i.exec(disposition ?? "")?.[1] ?? null;
}
