//! How SQLite goes about the queries of visits: through indexes, with and without statistics, and never once around a
//! table of arrangements or of single visits.

use chrono::{Days, NaiveDate, Weekday};

use super::super::columns::Links;
use super::super::reached::shapes;
use super::super::visits::{absence, clash, counted, diary, reading, stands};
use super::super::{DiaryOf, Origin, Store};
use super::plans::plan;
use super::{day, desk, new_families};
use crate::domain::ids::{ArrangementId, FamilyId, PersonId};
use crate::domain::visit::{Arrangement, Ends, Occurrence, Pattern, Series, Terms, Weekdays};

/// A casebook with a child's Saturdays in each of 200 families, with two years of visits stored in every fifth.
fn filled() -> (tempfile::TempDir, Store) {
    let (directory, casebook, store) = desk();
    store.fill_demo(&casebook, new_families(200, 1), |_| ()).unwrap();
    let from = day("2025-01-04");
    let all: Vec<(Arrangement, Vec<Occurrence>)> = (1..=200)
        .map(|number| {
            let series = Series::new(Pattern::Week, Weekdays::only(Weekday::Sat), from + Days::new(7 * (number % 50)));
            let terms = Terms {
                supporters: vec![format!("Kollega {}", number % 20)],
                place: Some(format!("Rum {}", number % 10).into()),
                ..Terms::new(Vec::new())
            };
            let id = i64::try_from(number).unwrap();
            let of = Arrangement {
                family: FamilyId(id),
                child: PersonId(id),
                series: series.ending(Ends::Times(100)),
                terms,
                purpose: None,
                basis: None,
                support_until: None,
                follows: None,
                event: None,
                note: None,
            };
            let given = of.series.days(NaiveDate::MIN, NaiveDate::MAX).filter(|_| number % 5 == 0);
            let stored = given.map(|on| Occurrence::given(ArrangementId(0), &of, on).held()).collect();
            (of, stored)
        })
        .collect();
    store.import_visits(&all).unwrap();
    store.plan(&Arrangement { note: Some("sist".to_owned()), ..all[0].0.clone() }, &[], Origin::Direct).unwrap();
    (directory, store)
}

fn queries() -> Vec<(String, String)> {
    let mut queries = Vec::new();
    for of in [DiaryOf::Everybody, DiaryOf::Family(FamilyId(1))] {
        for (whose, reached) in shapes() {
            let arrangements = reading::arrangements_where(&diary::whose(of, &reached));
            queries.push((format!("{of:?}, arrangements {whose}"), arrangements));
            let visits = reading::occurrences_where(&diary::stored_of(of, &reached));
            queries.push((format!("{of:?}, visits {whose}"), visits));
        }
    }
    queries.push(("one arrangement".to_owned(), reading::arrangements_where("a.id = :id")));
    queries.push(("one visit".to_owned(), reading::occurrences_where("o.id = :id")));
    queries
        .push(("a family's and its people's".to_owned(), reading::arrangements_where(stands::ARRANGEMENTS_OF_FAMILY)));
    queries.push(("a household's visits".to_owned(), reading::occurrences_where(stands::STORED_OF_FAMILY)));
    queries.push(("one's visits".to_owned(), reading::occurrences_where("o.arrangement = :id")));
    queries.push(("these arrangements".to_owned(), reading::arrangements_where(clash::THESE)));
    queries.push(("their visits".to_owned(), reading::occurrences_where(clash::STORED_OF_THESE)));
    queries.push(("their visits, counted".to_owned(), counted::counted_where(clash::STORED_OF_THESE)));
    queries.push(("sharing".to_owned(), clash::SHARING.to_owned()));
    for (table, owner, thing) in [
        ("arrangement_person", "arrangement", "person"),
        ("occurrence_came", "occurrence", "person"),
        ("occurrence_supporter", "occurrence", "staff"),
    ] {
        for dense in [false, true] {
            queries.push((table.to_owned(), reading::listed(Links { table, owner, thing }, dense)));
        }
    }
    queries.push(("absences".to_owned(), absence::absences_where(absence::IN_WINDOW)));
    queries.push(("a supporter's absences".to_owned(), absence::absences_where(absence::OF_SUPPORTER)));
    queries
}

/// A step that goes around a table or an index of it, but for what a query has found or been handed.
fn goes_around(step: &str) -> bool {
    let handed = ["SCAN json_each VIRTUAL TABLE", "SCAN j VIRTUAL TABLE", "SCAN near"];
    step.starts_with("SCAN") && !handed.iter().any(|known| step.starts_with(known))
}

#[test]
fn no_query_of_visits_goes_around_a_table() {
    let (_directory, store) = filled();
    for statistics in ["ANALYZE", "DROP TABLE sqlite_stat1; ANALYZE sqlite_schema"] {
        store.connection.execute_batch(statistics).unwrap();
        for (name, sql) in queries() {
            let steps = plan(&store, &sql);
            assert!(!steps.iter().any(|step| goes_around(step)), "{statistics}, {name}: {steps:#?}");
        }
    }
}

#[test]
fn the_indexes_of_visits_are_used() {
    let (_directory, store) = filled();
    let queries = queries();
    let steps = |wanted: &str| {
        let (_, sql) = queries.iter().find(|(name, _)| name.starts_with(wanted)).unwrap();
        plan(&store, sql).join("\n")
    };
    for (query, index) in [
        ("Everybody, arrangements", "COVERING INDEX arrangement_by_last_day (last_day>?)"),
        ("Everybody, arrangements", "COVERING INDEX occurrence_by_day (on_day>? AND on_day<?)"),
        ("Everybody, visits", "COVERING INDEX occurrence_by_day (on_day>? AND on_day<?)"),
        ("Everybody, visits", "COVERING INDEX occurrence_by_given (given>? AND given<?)"),
        ("Everybody, visits", "SEARCH o USING INTEGER PRIMARY KEY (rowid=?)"),
        ("Family(FamilyId(1)), arrangements", "INDEX arrangement_by_family (family=?)"),
        ("their visits", "COVERING INDEX occurrence_over_nights (on_day>? AND on_day<?)"),
        ("their visits", "COVERING INDEX sqlite_autoindex_occurrence_1 (arrangement=? AND given>? AND given<?)"),
        ("occurrence_came", "SEARCH occurrence_came USING PRIMARY KEY (occurrence=?)"),
        ("sharing", "COVERING INDEX occurrence_by_day (on_day>? AND on_day<?)"),
        ("sharing", "COVERING INDEX occurrence_over_nights (on_day>? AND on_day<?)"),
        ("sharing", "COVERING INDEX occurrence_by_place (place_folded=? AND on_day>? AND on_day<?)"),
        ("sharing", "COVERING INDEX arrangement_supporter_by_staff (staff=?)"),
        ("sharing", "INDEX arrangement_by_place (place_folded=?)"),
        ("a supporter's absences", "INDEX absence_by_staff (staff=? AND until_at>?)"),
    ] {
        assert!(steps(query).contains(index), "{query}\n{}", steps(query));
    }
}
