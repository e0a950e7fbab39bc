"""Invented units, to try out how counting over many of them goes: facts of a few demo casebooks, repeated under other names.

    many.py PROGRAM INTO UNITS [--families N] [--casebooks N] [--years N]

A few demo casebooks are made with PROGRAM (`trygg`), each of other families, and their facts written (`trygg research`) into
INTO/seeds. INTO/facts then holds the facts of so many units: those of a casebook again and again, under another unit's
name, with its own districts and pseudonyms, so that nobody is counted as one who is two. Nothing in them is about anybody.
"""

import hashlib
import os
import subprocess
import sys
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

PSEUDONYMS = ["placement", "child", "family", "person"]


def seeds(program, into, casebooks, families, years):
    """The facts of a few demo casebooks; those that are there stay."""
    facts = os.path.join(into, "seeds")
    os.makedirs(facts, exist_ok=True)
    last = date.today().year
    for number in range(1, casebooks + 1):
        casebook = os.path.join(into, f"casebook-{number}")
        if os.path.exists(os.path.join(facts, f"manifest-seed-{number}.json")):
            continue
        if not os.path.exists(casebook):
            made = ["demo", "--no-open", "--families", str(families * number), "--seed", str(number), "--dir", casebook]
            subprocess.run([program, *made], check=True)
        asked = ["--from", f"{last - years + 1}-01-01", "--to", f"{last}-12-31"]
        told = ["research", "--unit", f"seed-{number}", "--out", facts, *asked]
        subprocess.run([program, "--casebook", casebook, *told], check=True)
    return facts


def own(name, told, unit):
    """What a unit calls a district, and whom it knows by a pseudonym."""
    return f"{told} {unit}" if name == "district" else hashlib.sha256(f"{unit}{told}".encode()).hexdigest()[:20]


def renamed(table, unit):
    """The same facts as those of another unit, with its own districts and pseudonyms, which are a hash of the old ones."""
    for name in table.column_names:
        column = table[name]
        if name == "unit":
            column = pa.array([unit] * len(table), type=column.type)
        elif name == "district" or name in PSEUDONYMS:
            known = pc.unique(column)
            given = [told and own(name, told, unit) for told in known.to_pylist()]
            column = pc.take(pa.array(given, type=pa.string()), pc.index_in(column, known)).cast(column.type)
        table = table.set_column(table.schema.get_field_index(name), name, column)
    return table


def repeat(facts, into, units):
    """Facts of so many units, a file a unit, table and year."""
    os.makedirs(into, exist_ok=True)
    kept = [name for name in sorted(os.listdir(facts)) if name.endswith(".parquet")]
    casebooks = sorted({name.split("-seed-")[1].split("-")[0] for name in kept}, key=int)
    read = {name: pq.read_table(os.path.join(facts, name)) for name in kept}
    rows = files = 0
    for number in range(units):
        unit, seed = f"unit-{number + 1:04d}", casebooks[number % len(casebooks)]
        for name in [name for name in kept if f"-seed-{seed}-" in name]:
            table = renamed(read[name], unit)
            pq.write_table(table, os.path.join(into, name.replace(f"seed-{seed}", unit)), compression="none")
            rows, files = rows + len(table), files + 1
    print(f"{units} units, {files} files, {rows} rows")


def main(given):
    options = {"--families": 40, "--casebooks": 4, "--years": 3}
    for name in list(options):
        if name in given:
            place = given.index(name)
            options[name] = int(given[place + 1])
            del given[place : place + 2]
    if len(given) != 3:
        sys.exit(__doc__)
    program, into, units = given[0], given[1], int(given[2])
    facts = seeds(program, into, options["--casebooks"], options["--families"], options["--years"])
    repeat(facts, os.path.join(into, f"facts-{units}"), units)


if __name__ == "__main__":
    main(sys.argv[1:])
