"""Scrapy's settings, each with its reason."""

import os

BOT_NAME = "ottawa"
SPIDER_MODULES = ["scrapers.parliaments", "scrapers.press", "scrapers.treaties"]

# Whoever runs a source must be able to write to whoever runs the crawl. The Eduskunta answers nobody
# without a name.
CONTACT = os.environ.get("OTTAWA_CONTACT", "")
USER_AGENT = f"leaving-ottawa/0.1 (parliamentary vote tracker; contact: {CONTACT or 'not given'})"

ROBOTSTXT_OBEY = True

# One request at a time per host; a parliament's descriptor may allow more for its own.
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0

# The largest known answer is 2 MB; anything far beyond is a mistake or an attack.
DOWNLOAD_MAXSIZE = 32 * 1024 * 1024
DOWNLOAD_WARNSIZE = 8 * 1024 * 1024
DOWNLOAD_TIMEOUT = 30

# Both would open a port; the second one executes code.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

COOKIES_ENABLED = False

# A page that only sends its reader elsewhere is to be read as what it is, and so refused.
METAREFRESH_ENABLED = False

# Every answer goes into the archive, with its compression already undone.
HTTPCACHE_ENABLED = True
HTTPCACHE_STORAGE = "scrapers.caching.ArchiveStorage"
HTTPCACHE_POLICY = "scrapers.caching.RevisitingPolicy"
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "scrapers.patience.PatientRetryMiddleware": 550,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "scrapers.redirects.NamedRedirectMiddleware": 600,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": 910,
    "scrapy.downloadermiddlewares.httpcache.HttpCacheMiddleware": None,
    "scrapers.caching.ArchiveMiddleware": 900,
    # After the archive: a host of which nothing is asked tonight is not asked for its rules either.
    "scrapers.robots.RobotsMiddleware": 905,
}

RETRY_TIMES = 3
OTTAWA_RETRY_BASE = 1.0
OTTAWA_RETRY_CAP = 60.0

# Answers are stored one after the other; more places would only be a hundred idle tasks for each answer.
CONCURRENT_ITEMS = 1
ITEM_PIPELINES = {"scrapers.pipelines.StorePipeline": 500}
EXTENSIONS = {"scrapers.patience.CrawlDelay": 500}

# Plain lines in a job: what matters is said by the run itself.
LOG_LEVEL = "WARNING"
LOG_FORMAT = "%(asctime)s %(levelname)s %(message)s"
