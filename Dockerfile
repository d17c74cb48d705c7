# The base has a name here; docs/operate.md says how it is pinned by its digest.
# tests/test_packaging.py runs these very lines in bare virtual environments: keep them this simple.
ARG BASE=python:3.13-slim
FROM ${BASE} AS build
WORKDIR /build
COPY requirements/build.txt requirements/run.txt requirements/docs.txt ./
RUN pip install --no-cache-dir --only-binary :all: --require-hashes -r build.txt -r run.txt -r docs.txt
COPY pyproject.toml hatch_build.py mkdocs.yml mkdocs.ja.yml LICENSE ./
COPY README.md CHANGELOG.md CODE_OF_CONDUCT.md CONTRIBUTING.md SECURITY.md ./
COPY backend backend
COPY frontend frontend
COPY docs docs
COPY deploy deploy
COPY guide guide
# The guide is made by the service itself, and goes into the wheel.
RUN pip install --no-index --no-deps --no-build-isolation --editable .
RUN python -m mkdocs build --strict && python -m mkdocs build --strict --config-file mkdocs.ja.yml
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
