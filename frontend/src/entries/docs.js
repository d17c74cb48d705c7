/** Starts the API documentation; Swagger UI itself is loaded by docs.html. */

const { SwaggerUIBundle } = /** @type {{ SwaggerUIBundle: (options: object) => void }} */ (
  /** @type {unknown} */ (globalThis)
);

const url = new URL("../../openapi.json", import.meta.url).href;
SwaggerUIBundle({ url, dom_id: "#swagger-ui", deepLinking: true, validatorUrl: null });
