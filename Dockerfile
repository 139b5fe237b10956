FROM python:3.12-slim
WORKDIR /opt/ottawa
COPY requirements.lock ./
RUN python -m pip install --no-cache-dir --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY scrapers ./scrapers
COPY db ./db
COPY datasette ./datasette
COPY deploy/night /usr/local/bin/night
RUN python -m pip install --no-cache-dir --no-build-isolation --no-deps . \
    && useradd --create-home --home-dir /data ottawa
USER ottawa
WORKDIR /data
VOLUME /data
EXPOSE 8001
CMD ["ottawa", "serve", "--database", "releases/current/ottawa.db", "--host", "0.0.0.0"]
