"""Runs the five questions over the facts of many units, with DuckDB or Spark; writes a file of counts for each."""

import csv
import os
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TABLES = ["placements", "sessions", "visits", "duties"]
QUESTIONS = ["placements", "visits", "weeks", "deadlines", "contact"]


def files(facts, table):
    """The files of a table: a unit's have its name in theirs, compacted ones are called by the table alone."""
    names = [name for name in os.listdir(facts) if name == f"{table}.parquet" or name.startswith(f"{table}-")]
    return sorted(os.path.join(facts, name) for name in names if name.endswith(".parquet"))


def question(name, first, last):
    with open(os.path.join(HERE, f"{name}.sql"), encoding="utf-8") as file:
        return file.read().replace("{from}", first).replace("{to}", last)


def duckdb_engine(facts):
    import duckdb

    connection = duckdb.connect()
    for table in TABLES:
        connection.read_parquet(files(facts, table)).create_view(table)

    def ask(sql):
        found = connection.execute(sql)
        return [column[0] for column in found.description], found.fetchall()

    return ask, os.getpid()


def spark_engine(facts):
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("trygg-rollup").master(os.environ.get("SPARK_MASTER", "local[*]"))
    builder = builder.config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
    session = builder.config("spark.sql.shuffle.partitions", "8").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    for table in TABLES:
        session.read.parquet(*files(facts, table)).createOrReplaceTempView(table)

    def ask(sql):
        found = session.sql(sql)
        return found.columns, [tuple(row) for row in found.collect()]

    # The machine that Spark runs on is a process of its own; on a cluster it is only what leads the others.
    return ask, session.sparkContext._gateway.proc.pid


def most_memory(process):
    """The most memory a process has had, in MiB."""
    with open(f"/proc/{process}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) // 1024 for line in file if line.startswith("VmHWM"))


def compact(facts, into):
    """One file a table: what many small files cost more than any engine."""
    import duckdb

    os.makedirs(into, exist_ok=True)
    connection = duckdb.connect()
    for table in TABLES:
        target = os.path.join(into, f"{table}.parquet")
        order = "due_on" if table == "duties" else "started_on" if table == "placements" else "on_day"
        connection.read_parquet(files(facts, table)).create_view(table)
        connection.execute(f"COPY (SELECT * FROM {table} ORDER BY unit, {order}) TO '{target}' (FORMAT parquet)")


def main(given):
    timed = "--time" in given
    given = [word for word in given if word != "--time"]
    if len(given) == 3 and given[0] == "compact":
        return compact(given[1], given[2])
    if len(given) != 5 or given[0] not in ("duckdb", "spark"):
        sys.exit("run.py duckdb|spark FACTS FIRST LAST COUNTS [--time]  or  run.py compact FACTS INTO")
    engine, facts, first, last, into = given
    os.makedirs(into, exist_ok=True)
    begun_all = time.monotonic()
    ask, process = (duckdb_engine if engine == "duckdb" else spark_engine)(facts)
    started = time.monotonic() - begun_all
    for name in QUESTIONS:
        begun = time.monotonic()
        header, rows = ask(question(name, first, last))
        took = time.monotonic() - begun
        with open(os.path.join(into, f"{name}.csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows(sorted(rows))
        if timed:
            print(f"{name}: {len(rows)} rows, {took:.2f} s")
    if timed:
        all_of_it = time.monotonic() - begun_all
        print(f"started in {started:.2f} s, all {all_of_it:.2f} s, at most {most_memory(process)} MiB")


if __name__ == "__main__":
    main(sys.argv[1:])
