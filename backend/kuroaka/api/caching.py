"""Answers that a browser or a proxy may keep: a body in, a response with a strong ETag out."""

from hashlib import blake2b

from fastapi import Request, Response

DAY = "public, max-age=86400, stale-while-revalidate=604800"
ASK = "no-cache"  # kept, but asked for again each time: what changes with a new version


def cacheable(request: Request, body: bytes, media_type: str, keep: str = DAY, gzipped: bytes = b"") -> Response:
    """An answer that depends on nothing but its link, with a strong ETag. ``gzipped`` is the body compressed, where
    that has been done once for all; else it is done on the way out."""
    etag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    headers = {
        "ETag": etag,
        "Cache-Control": keep,
        "Vary": "Accept-Language, Accept-Encoding",
    }
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if gzipped and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(gzipped, headers=headers | {"Content-Encoding": "gzip"}, media_type=media_type)
    return Response(body, headers=headers, media_type=media_type)
