/** A program of somebody who has the types of openapi-typescript and the service's address. Prints what it learned. */
import createClient from "openapi-fetch";
import type { components, paths } from "./schema.d.ts";

const client = createClient<paths>({ baseUrl: process.argv[2] });

const graph = await client.POST("/api/v1/graph", { body: { expression: "x*y", values: { x: 2, y: 3 } } });
const gradient: number | null | undefined = graph.data?.gradients.x;
const kinds: components["schemas"]["Node"]["kind"][] = graph.data?.nodes.map((node) => node.kind) ?? [];

const link = await client.GET("/api/v1/graph", { params: { query: { expr: "x*" } } });
const code: components["schemas"]["ProblemAnswer"]["code"] | undefined = link.error?.code;
if (code === "expected-value-after") console.error("a code is one of a list");

const picture = await client.GET("/api/v1/figure.png", { params: { query: { expr: "x*y" } }, parseAs: "arrayBuffer" });
const table = await client.GET("/api/v1/operations");
const rule: string | undefined = table.data?.operations.mul?.rules[0]?.text;
const formats = await client.GET("/api/v1/export");
const first: string | undefined = formats.data?.formats[0]?.name;
const url = `${process.argv[2]}/?expr=x*y`;
const frame = await client.GET("/oembed", { params: { query: { url } } });
// It may be XML too, for who asks for that.
const width = typeof frame.data === "object" ? frame.data.width : undefined;

const bytes = (picture.data as unknown as ArrayBuffer).byteLength;
console.log(JSON.stringify({ gradient, kinds: kinds.length, code, picture: bytes > 1000, rule, first, width }));
