"""Questions of the cookbook, asked of the Parquet files by Apache Spark, on one machine or on many.

    pip install 'leaving-ottawa[spark]'        # Java 17 has to be there as well
    spark-submit --master 'local-cluster[2,1,1024]' docs/on_spark.py files/parquet docs/cookbook/*.sql

Prints a line of JSON for each question: its name, columns, rows, and the seconds by the clock. The folder may
be any that Spark reads, such as s3a://bucket/files/parquet; the questions are files of this machine. In a
program of your own, `open_files(spark, folder)` is all that is needed before `spark.sql(...)`.
"""

import json
import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from pyspark.sql import SparkSession

VIEW = re.compile(r"CREATE VIEW (?P<name>\w+) AS SELECT (?P<columns>.+?) FROM .*?'(?P<files>[\w.]+)")
"""A view of `duckdb.sql`: its columns in their order, and the file or the folder that they are read from."""


def open_files(spark: SparkSession, folder: str) -> None:
    """Give Spark every file of an export under the name of its table, as `duckdb.sql` gives it DuckDB.

    Raises:
        ValueError: The folder holds no `duckdb.sql` with views.
    """
    # The term "14" is a text, as it is in the database, though it stands in the name of a folder.
    spark.conf.set("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
    # Ballots unpack to a hundred times their files. Spark takes files for what is in them, and would send all
    # ballots to every worker as a small table; what really is small it finds out while it runs.
    spark.conf.set("spark.sql.sources.fileCompressionFactor", "200")
    lines = [row.value for row in spark.read.text(f"{folder}/duckdb.sql").collect()]
    views = [view for view in map(VIEW.match, lines) if view]
    if not views:
        raise ValueError(f"{folder}/duckdb.sql names no views: is this the Parquet folder of an export?")
    with ThreadPoolExecutor() as pool:  # each asks a worker for the types of its columns
        list(pool.map(lambda view: _open(spark, folder, view), views))


def _open(spark: SparkSession, folder: str, view: re.Match[str]) -> None:
    files = spark.read.parquet(f"{folder}/{view['files']}")
    files.select(view["columns"].split(", ")).createOrReplaceTempView(view["name"])


def answer(spark: SparkSession, question: Path) -> dict[str, Any]:
    """What the files say to one question."""
    start = time.perf_counter()
    found = spark.sql(question.read_text(encoding="utf-8"))
    rows = [list(row) for row in found.collect()]
    seconds = round(time.perf_counter() - start, 3)
    return {"question": question.stem, "columns": found.columns, "rows": rows, "seconds": seconds}


def main(folder: str, *questions: str) -> None:
    """Print the answers, a line each."""
    spark = SparkSession.builder.appName("ottawa").getOrCreate()
    open_files(spark, folder)
    for question in questions:
        print(json.dumps(answer(spark, Path(question)), ensure_ascii=False), flush=True)  # noqa: T201  its output
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
