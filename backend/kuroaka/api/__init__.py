"""The web: HTTP in, JSON, SVG and pages out. The only room that knows FastAPI."""

from kuroaka.extras import need

need("serve", "fastapi", "uvicorn")
