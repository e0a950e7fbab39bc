//! A report as a page for print: HTML without a script, with nothing that is elsewhere, which any browser turns to
//! paper or PDF. The unit's name and what the report is stand on every page of it, its charts and definitions on
//! pages of their own; a report for the unit itself says so on every page.

use super::{Told, picture};
use crate::domain::report::{Cell, Figures};
use crate::exchange::xml::Xml;

/// What the browser may fetch: nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// How it looks. No selector needs a sign that would have to be escaped.
const STYLE: &str = "@page{size:A4 landscape;margin:12mm}\
body{font:10pt Helvetica,Arial,sans-serif;color:#000;background:#fff;margin:0}\
h1{font-size:15pt;margin:0 0 2mm}h2{font-size:12pt;margin:0 0 2mm}\
header p{margin:0 0 4mm}table{border-collapse:collapse;page-break-inside:auto}\
thead{display:table-header-group}tr{page-break-inside:avoid}\
th,td{border-bottom:.3pt solid #777;padding:1mm 2mm;text-align:right;vertical-align:bottom}\
th.row{text-align:left;font-weight:normal}tr.total th,tr.total td{font-weight:bold;border-top:1pt solid #000}\
section{break-before:page;page-break-before:always}svg{max-width:100%;max-height:155mm}\
p.rule{margin:3mm 0}.internal{border:1.5pt solid #000;padding:1mm 2mm;font-weight:bold}\
tr.again{display:none}tr.again th{text-align:left;font-weight:normal;border:0;padding:0 0 4mm}\
.again b{display:block;font-size:15pt;margin-top:1mm}p.again{margin:0 0 4mm}\
tr.below td{text-align:left;border:0;padding:0}\
@media print{header{display:none}tr.again{display:table-row}}";

/// The page.
pub(super) fn write(figures: &Figures, told: &Told) -> String {
    let mut xml = Xml::page();
    xml.within("html", &[("lang", &told.language)], |xml| {
        xml.within("head", &[], |xml| {
            xml.empty("meta", &[("charset", "utf-8")]);
            xml.empty("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
            xml.empty("meta", &[("name", "referrer"), ("content", "no-referrer")]);
            xml.text("title", &[], &told.title);
            xml.text("style", &[], STYLE);
        });
        let class = if told.is_internal { "inside" } else { "outside" };
        xml.within("body", &[("class", class)], |xml| body(xml, figures, told));
    });
    xml.finish()
}

fn body(xml: &mut Xml, figures: &Figures, told: &Told) {
    xml.within("header", &[], |xml| {
        if let Some(unit) = &told.unit {
            xml.text("p", &[], unit);
        }
        xml.text("h1", &[], &told.title);
        mark(xml, told);
    });
    xml.within("main", &[], |xml| {
        table(xml, figures, told);
        for picture in told.charts.iter().filter(|picture| !picture.chart.points.is_empty()) {
            xml.within("section", &[], |xml| {
                again(xml, told);
                xml.text("h2", &[], &picture.title);
                picture::draw(xml, picture, told, false);
            });
        }
        xml.within("section", &[], |xml| {
            again(xml, told);
            xml.text("h2", &[], &told.sheet);
            for sentence in [&told.definition, &told.population, &told.disclosure] {
                xml.text("p", &[], sentence);
            }
        });
    });
}

fn table(xml: &mut Xml, figures: &Figures, told: &Told) {
    xml.within("table", &[], |xml| {
        xml.within("thead", &[], |xml| {
            // Paper has it over each page of a long table; whoever hears the page has heard it already.
            xml.within("tr", &[("class", "again"), ("aria-hidden", "true")], |xml| {
                let columns = (figures.columns.len() + 1).to_string();
                xml.within("th", &[("colspan", &columns)], |xml| named(xml, told));
            });
            xml.within("tr", &[], |xml| {
                xml.text("th", &[("scope", "col"), ("class", "row")], &told.by);
                for label in &figures.columns {
                    xml.text("th", &[("scope", "col")], &told.term(label));
                }
            });
        });
        xml.within("tbody", &[], |xml| {
            for (place, (label, cells)) in figures.lines().enumerate() {
                let class = if place == figures.rows.len() { "total" } else { "one" };
                xml.within("tr", &[("class", class)], |xml| {
                    xml.text("th", &[("scope", "row"), ("class", "row")], &told.term(label));
                    for cell in cells {
                        xml.text("td", &[], &figure(*cell, told));
                    }
                });
            }
            // A row of the table, so that paper which has no room for it has the head over it again.
            xml.within("tr", &[("class", "below")], |xml| {
                let columns = (figures.columns.len() + 1).to_string();
                xml.within("td", &[("colspan", &columns)], |xml| below(xml, told));
            });
        });
    });
}

/// What stands below the table; what it counts, and among whom, has a page of its own.
fn below(xml: &mut Xml, told: &Told) {
    let apart = [&told.definition, &told.population];
    for line in told.below.iter().filter(|line| !apart.contains(line)) {
        xml.text("p", &[("class", "rule")], line);
    }
}

/// Whose report it is, and what, over a page that is not the first.
fn again(xml: &mut Xml, told: &Told) {
    let unit = told.unit.iter().map(|unit| format!("{unit} · "));
    xml.text("p", &[("class", "again")], &format!("{}{}", unit.collect::<String>(), told.title));
    mark(xml, told);
}

/// That it must not leave the unit, where that is so.
fn mark(xml: &mut Xml, told: &Told) {
    if told.is_internal {
        xml.text("p", &[("class", "internal")], &told.disclosure);
    }
}

fn named(xml: &mut Xml, told: &Told) {
    xml.text("span", &[], told.unit.as_deref().unwrap_or_default());
    xml.text("b", &[], &told.title);
    mark(xml, told);
}

fn figure(cell: Cell, told: &Told) -> String {
    match cell {
        Cell::NotMeasured => told.not_measured.clone(),
        cell => cell.to_string(),
    }
}
