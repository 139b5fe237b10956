"""The `ottawa` command with one more folder among the parliaments, and nothing else changed."""

from pathlib import Path

from scrapers import parliaments

parliaments.__path__.append(str(Path(__file__).with_name("sixth")))

if __name__ == "__main__":
    from scrapers.cli import main

    main()
