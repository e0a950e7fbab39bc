"""Random repeating events and when they take place, as recurring-ical-events 3.8 (on python-dateutil 2.9) reads them.

    pip install recurring-ical-events==3.8.2 icalendar==7.3.2 python-dateutil==2.9.0.post0
    python make.py > rules.txt

A line of rules.txt: the lines of the event with a bar between them, a tab, its times. Times are minutes of the Swedish
clock since 2026-09-01 00:00: how long each lasts, the first, then steps to the next, `10080*3` being three weeks.

Some things are kept out of the dice because the libraries depart from RFC 5545 there: weeks by number without a weekday
(dateutil takes the whole week); COUNT or BYSETPOS where weekdays with and without a place in the month stand side by
side (dateutil wants both at once; without those, such a rule is asked for as two rules); BYSETPOS in a week that has
begun (dateutil counts from the first day of the event on); EXDATE beside BYHOUR (recurring-ical-events leaves out
another hour of that day too). Hours are only repeated in UTC, and nothing lasts over a change of the clock.
"""

import random
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar

HERE = ZoneInfo("Europe/Stockholm")
FROM, UNTIL = datetime(2026, 9, 1), datetime(2027, 5, 1)
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
ZONES = ["Europe/Stockholm"] * 5 + ["Europe/London", "America/New_York", "Asia/Tokyo", "Australia/Sydney"]
dice = random.Random(5545)


def some(values, most):
    return sorted(dice.sample(values, dice.randint(1, min(most, len(values)))))


def joined(values):
    return ",".join(map(str, values))


def chance(share):
    return dice.random() < share


def weekdays(places):
    """BYDAY; whether days with and without a place stand side by side."""
    if not places or chance(0.4):
        return [dice.choice(DAYS) for _ in range(dice.randint(1, 3))], False
    days = [f"{dice.choice(places)}{dice.choice(DAYS)}" for _ in range(dice.randint(1, 3))]
    mixed = chance(0.25)
    return days + ([dice.choice(DAYS)] if mixed else []), mixed


def rule(start, is_day, utc):
    """The parts of a rule, and how the oracle is asked for it: as one rule or two."""
    freq = dice.choice(["DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "MONTHLY", "YEARLY", "YEARLY", "HOURLY"])
    if freq == "HOURLY" and (is_day or not utc):
        freq = "WEEKLY"
    parts = {"FREQ": freq}
    if chance(0.5):
        parts["INTERVAL"] = dice.randint(1, 5) if freq != "HOURLY" else dice.randint(7, 90)
    days = None
    mixed = False
    if freq == "DAILY":
        if "INTERVAL" not in parts:
            parts["INTERVAL"] = dice.randint(2, 9)
        if chance(0.3):
            parts["BYMONTH"] = joined(some(range(1, 13), 4))
        if chance(0.3):
            days, _ = weekdays([])
        if chance(0.2):
            parts["BYMONTHDAY"] = joined(some([*range(1, 32), *range(-31, 0)], 9))
    elif freq == "WEEKLY":
        if chance(0.8):
            days, _ = weekdays([])
        if chance(0.2):
            parts["BYMONTH"] = joined(some(range(1, 13), 6))
        if chance(0.5):
            parts["WKST"] = dice.choice(DAYS)
    elif freq == "MONTHLY":
        kind = dice.random()
        if kind < 0.5:
            days, mixed = weekdays([-5, -4, -3, -2, -1, 1, 2, 3, 4, 5])
        elif kind < 0.8:
            parts["BYMONTHDAY"] = joined(some([*range(1, 32), *range(-31, 0)], 3))
            if chance(0.2):
                days, _ = weekdays([])
        if chance(0.2):
            parts["BYMONTH"] = joined(some(range(1, 13), 6))
    elif freq == "YEARLY":
        parts.pop("INTERVAL", None)
        kind = dice.random()
        if kind < 0.25:
            parts["BYMONTH"] = joined(some(range(1, 13), 4))
            days, mixed = weekdays([-5, -2, -1, 1, 2, 3, 4, 5])
        elif kind < 0.4:
            parts["BYYEARDAY"] = joined(some([*range(1, 367), *range(-366, 0)], 6))
        elif kind < 0.6:
            parts["BYWEEKNO"] = joined(some([*range(1, 54), *range(-53, 0)], 6))
            days, _ = weekdays([])
            if chance(0.3):
                parts["WKST"] = dice.choice(DAYS)
        elif kind < 0.75:
            days, mixed = weekdays([*range(-53, 0), *range(1, 54)])
        elif kind < 0.9:
            parts["BYMONTH"] = joined(some(range(1, 13), 4))
            parts["BYMONTHDAY"] = joined(some([*range(1, 32), *range(-31, 0)], 3))
    if not is_day and freq not in ("HOURLY",) and chance(0.12):
        parts["BYHOUR"] = joined(some(range(7, 19), 3))
        parts["BYMINUTE"] = joined(some([0, 15, 45], 2))
    if days:
        days = list(dict.fromkeys(days))
        parts["BYDAY"] = joined(days)
    elif chance(0.05) and freq != "YEARLY":
        parts["WKST"] = dice.choice(DAYS)
    by = [part for part in parts if part.startswith("BY")]
    begins = start.weekday() == DAYS.index(parts.get("WKST", "MO"))
    if by and not mixed and (freq in ("MONTHLY", "YEARLY") or freq == "WEEKLY" and begins) and chance(0.3):
        parts["BYSETPOS"] = joined(some([-3, -2, -1, 1, 2, 3], 2))
    end = dice.random()
    if end < 0.25 and not mixed:
        parts["COUNT"] = dice.randint(1, 60)
    elif end < 0.5:
        until = start + timedelta(days=dice.randint(0, 900))
        if is_day:
            parts["UNTIL"] = until.strftime("%Y%m%d")
        else:
            parts["UNTIL"] = until.strftime("%Y%m%dT%H%M%SZ" if utc is not None else "%Y%m%dT%H%M%S")
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    if not mixed:
        return text, [text]
    placed = [day for day in days if len(day) > 2]
    plain = [day for day in days if len(day) == 2]
    others = ";".join(f"{name}={value}" for name, value in parts.items() if name != "BYDAY")
    return text, [f"{others};BYDAY={joined(placed)}", f"{others};BYDAY={joined(plain)}"]


def event():
    is_day = chance(0.2)
    day = date(2024, 1, 1) + timedelta(days=dice.randint(0, 1150))
    clock = datetime(day.year, day.month, day.day, dice.randint(6, 18), dice.choice([0, 10, 30, 45]))
    kind = dice.random()
    utc = None
    if is_day:
        start = day
        stamp, params = (lambda when: when.strftime("%Y%m%d")), ";VALUE=DATE"
    elif kind < 0.15:
        start, utc = clock, True
        stamp, params = (lambda when: when.strftime("%Y%m%dT%H%M%SZ")), ""
    elif kind < 0.3:
        start = clock
        stamp, params = (lambda when: when.strftime("%Y%m%dT%H%M%S")), ""
    else:
        start, utc = clock, False
        zone = dice.choice(ZONES)
        stamp, params = (lambda when: when.strftime("%Y%m%dT%H%M%S")), f";TZID={zone}"
    lines = [f"DTSTART{params}:{stamp(start)}"]
    if is_day:
        lasts = timedelta(days=dice.randint(1, 4))
        lines.append(f"DTEND{params}:{stamp(start + lasts)}" if chance(0.6) else f"DURATION:P{lasts.days}D")
    else:
        lasts = timedelta(minutes=dice.choice([15, 30, 45, 60, 90, 240]))
        minutes = int(lasts.total_seconds() // 60)
        lines.append(f"DTEND{params}:{stamp(start + lasts)}" if chance(0.5) else f"DURATION:PT{minutes}M")
    text, asked = rule(start, is_day, utc)
    more = []
    if chance(0.2):
        more += [f"RDATE{params}:{stamp(start + timedelta(days=dice.randint(1, 800)))}" for _ in range(dice.randint(1, 3))]
    return lines, text, asked, more, params, stamp, is_day


def calendar(lines):
    body = "\r\n".join(["BEGIN:VEVENT", "UID:a", "DTSTAMP:20260101T000000Z", *lines, "END:VEVENT"])
    return Calendar.from_ical(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\n{body}\r\nEND:VCALENDAR\r\n")


def times(lines):
    found = recurring_ical_events.of(calendar(lines)).between(FROM - timedelta(days=8), UNTIL + timedelta(days=8))
    return [(one["DTSTART"].dt, one["DTEND"].dt) for one in found]


def wall(when):
    if not isinstance(when, datetime):
        return datetime(when.year, when.month, when.day)
    return when.astimezone(HERE).replace(tzinfo=None) if when.tzinfo else when


def steps(minutes):
    told = []
    for before, after in zip(minutes, minutes[1:]):
        if told and told[-1][0] == after - before:
            told[-1][1] += 1
        else:
            told.append([after - before, 1])
    return [f"{step}*{count}" if count > 1 else str(step) for step, count in told]


def main():
    made = 0
    while made < 1000:
        lines, text, asked, more, params, stamp, is_day = event()
        # Some of its times are left out.
        if chance(0.25) and "BYHOUR" not in text:
            given = times([*lines, *[f"RRULE:{one}" for one in asked], *more])
            for start, _ in dice.sample(given, min(len(given), 2)):
                if is_day or chance(0.7):
                    more.append(f"EXDATE{params}:{stamp(start)}")
                elif getattr(start, "tzinfo", None):
                    more.append(f"EXDATE:{start.astimezone(ZoneInfo('UTC')).strftime('%Y%m%dT%H%M%SZ')}")
        found = times([*lines, *[f"RRULE:{one}" for one in asked], *more])
        spans = sorted({(wall(start), wall(end)) for start, end in found})
        spans = [(start, end) for start, end in spans if start < UNTIL and end > FROM]
        lengths = {end - start for start, end in spans}
        # Rules that give nothing are told too, but not too many of them.
        if len(lengths) > 1 or (not spans and chance(0.85)) or len(spans) > 400:
            continue
        minutes = [int((start - FROM).total_seconds() // 60) for start, _ in spans]
        length = int(lengths.pop().total_seconds() // 60) if lengths else 0
        told = " ".join([str(length), *([str(minutes[0])] if minutes else []), *steps(minutes)])
        print("|".join([*lines, f"RRULE:{text}", *more]) + "\t" + told)
        made += 1


main()
