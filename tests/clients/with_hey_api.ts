/** A program of somebody who has the client of hey-api and the service's address. Prints what it learned. */
import type { ProblemAnswer } from "./hey";
import { computeGraph, getFigurePng, getGraph, getOembed, listFormats, listOperations } from "./hey";
import { client } from "./hey/client.gen";

async function main(): Promise<void> {
  const base = String(process.argv[2]);
  client.setConfig({ baseUrl: base });
  const graph = await computeGraph({ body: { expression: "x*y", values: { x: 2, y: 3 } } });
  const gradient: number | null | undefined = graph.data?.gradients.x;
  const link = await getGraph({ query: { expr: "x*" } });
  const code: ProblemAnswer["code"] | undefined = link.error?.code;
  const picture = await getFigurePng({ query: { expr: "x*y" }, parseAs: "blob" });
  const blob: Blob | File | undefined = picture.data;
  const table = await listOperations();
  const formats = await listFormats();
  const frame = await getOembed({ query: { url: `${base}/?expr=x*y` } });
  console.log(
    JSON.stringify({
      gradient,
      kinds: graph.data?.nodes.length,
      code,
      picture: (blob?.size ?? 0) > 1000,
      rule: table.data?.operations.mul?.rules[0]?.text,
      first: formats.data?.formats[0]?.name,
      width: frame.data?.width,
    }),
  );
}

void main();
