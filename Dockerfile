# The base has a name here; docs/operate.md says how it is pinned by its digest.
# tests/test_packaging.py runs these very lines in bare virtual environments: keep them this simple.
ARG BASE=python:3.13-slim
FROM ${BASE} AS build
WORKDIR /build
COPY requirements/build.txt ./
RUN pip install --no-cache-dir --only-binary :all: --require-hashes -r build.txt
COPY pyproject.toml hatch_build.py README.md LICENSE ./
COPY backend backend
COPY frontend frontend
RUN pip wheel --no-index --no-deps --no-build-isolation --wheel-dir dist .

FROM ${BASE}
WORKDIR /app
COPY requirements/run.txt ./
RUN pip install --no-cache-dir --only-binary :all: --require-hashes -r run.txt
COPY --from=build /build/dist dist
RUN pip install --no-cache-dir --no-index --no-deps dist/*.whl
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["kuroaka", "serve", "--host", "0.0.0.0", "--port", "8000"]
