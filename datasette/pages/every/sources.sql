SELECT key, name, url, licence, attribution FROM sources ORDER BY name
