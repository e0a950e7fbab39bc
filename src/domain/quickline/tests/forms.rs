//! Every example and every form of the contract for the quick line.

use super::*;

#[test]
fn the_examples() {
    check(
        &context(),
        &[
            (
                "träff Lindström igår 14-15:30 hem @mamma @Elias #skola mål2=+1 -- gick igenom läxorna, bättre vecka",
                "A-1 2026-11-20 14:00 90 min held @1 @3 #school goal 2=+1 -- gick igenom läxorna, bättre vecka",
            ),
            (
                "lind tis tel 20min #föräldra >fre -- ringde efter umgänget",
                "A-1 2026-11-17 20 min phone held #parenting >2026-11-27 -- ringde efter umgänget",
            ),
            ("träff Berg 19/11 inställd(pappa: sjuk)", "A-2 2026-11-19 cancelled by parent (sjuk)"),
            (
                "lind igår 14-15:30 hem @mamma @el #skola mål2=+1 -- gick igenom läxorna",
                "A-1 2026-11-20 14:00 90 min held @1 @3 #school goal 2=+1 -- gick igenom läxorna",
            ),
            (
                "session Lindström yesterday 14-15:30 home @mom @Elias #school goal2=+1 -- homework",
                "A-1 2026-11-20 14:00 90 min held @1 @3 #school goal 2=+1 -- homework",
            ),
        ],
    );
    check(&context(), &[("nord igår 14-15 kaffe", "? ambiguous_family A-4 A-5 [nord]; unknown [kaffe]")]);
}

#[test]
fn days_lean_back_and_follow_ups_forward() {
    check(
        &in_family("A-2"),
        &[
            ("idag", "A-2 2026-11-21 held"),
            ("igår", "A-2 2026-11-20 held"),
            ("förrgår", "A-2 2026-11-19 held"),
            ("imorgon", "A-2 2026-11-22 planned"),
            ("övermorgon", "A-2 2026-11-23 planned"),
            ("i går tel", "A-2 2026-11-20 phone held"),
            ("tis", "A-2 2026-11-17 held"),
            ("ti", "A-2 2026-11-17 held"),
            ("on", "A-2 2026-11-18 held"),
            ("to", "A-2 2026-11-19 held"),
            ("fr", "A-2 2026-11-20 held"),
            ("lö", "A-2 2026-11-21 held"),
            ("sö", "A-2 2026-11-15 held"),
            ("må", "A-2 2026-11-16 held"),
            ("söndag", "A-2 2026-11-15 held"),
            ("nästa tis", "A-2 2026-11-24 planned"),
            ("förra tis", "A-2 2026-11-10 held"),
            ("next tue", "A-2 2026-11-24 planned"),
            ("last tue", "A-2 2026-11-10 held"),
            ("19/11", "A-2 2026-11-19 held"),
            ("3/12", "A-2 2025-12-03 held"),
            ("19 nov tel", "A-2 2026-11-19 phone held"),
            ("2026-11-19", "A-2 2026-11-19 held"),
            ("v47", "A-2 2026-11-16 held"),
            ("v.47 tis", "A-2 2026-11-17 held"),
            ("v47 tis tel", "A-2 2026-11-17 phone held"),
            ("v53", "A-2 2020-12-28 held"),
            ("29/2", "A-2 2024-02-29 held"),
            ("tis planerad", "A-2 2026-11-24 planned"),
            ("planerad 3/12", "A-2 2026-12-03 planned"),
            ("planned v53", "A-2 2026-12-28 planned"),
            ("planerad 29/2", "A-2 2028-02-29 planned"),
            ("igår planerad", "A-2 2026-11-20 planned"),
            ("tel >tis", "A-2 2026-11-21 phone held >2026-11-24"),
            ("tel > tis", "A-2 2026-11-21 phone held >2026-11-24"),
            ("tel >3/12", "A-2 2026-11-21 phone held >2026-12-03"),
            ("tel >v49", "A-2 2026-11-21 phone held >2026-11-30"),
            ("tel >v49 tis", "A-2 2026-11-21 phone held >2026-12-01"),
            ("tel >19 nov", "A-2 2026-11-21 phone held >2027-11-19"),
            ("tis >fre", "A-2 2026-11-17 held >2026-11-27"),
            ("tel >imorgon", "A-2 2026-11-21 phone held >2026-11-22"),
        ],
    );
}

#[test]
fn around_new_year() {
    let first = Context { today: day("2027-01-01"), ..in_family("A-2") };
    check(
        &first,
        &[
            ("v53", "A-2 2026-12-28 held"),
            ("v53 fre", "A-2 2027-01-01 held"),
            ("v53 sön planerad", "A-2 2027-01-03 planned"),
            ("v1 planerad", "A-2 2027-01-04 planned"),
            ("igår >v1", "A-2 2026-12-31 held >2027-01-04"),
            ("31/12", "A-2 2026-12-31 held"),
        ],
    );
}

#[test]
fn times_and_lengths() {
    check(
        &in_family("A-2"),
        &[
            ("14-15:30", "A-2 2026-11-21 14:00 90 min held"),
            ("14:00-15:30", "A-2 2026-11-21 14:00 90 min held"),
            ("14.00-15.30", "A-2 2026-11-21 14:00 90 min held"),
            ("1400-1530", "A-2 2026-11-21 14:00 90 min held"),
            ("kl 14", "A-2 2026-11-21 14:00 held"),
            ("kl 14.30", "A-2 2026-11-21 14:30 held"),
            ("kl14", "A-2 2026-11-21 14:00 held"),
            ("14:30", "A-2 2026-11-21 14:30 held"),
            ("kl 14 90min", "A-2 2026-11-21 14:00 90 min held"),
            ("90min", "A-2 2026-11-21 90 min held"),
            ("90 min kl 14", "A-2 2026-11-21 14:00 90 min held"),
            ("1h", "A-2 2026-11-21 held"),
            ("1,5h", "A-2 2026-11-21 90 min held"),
            ("1.5h", "A-2 2026-11-21 90 min held"),
            ("1h30", "A-2 2026-11-21 90 min held"),
            ("tel 20min", "A-2 2026-11-21 20 min phone held"),
        ],
    );
}

#[test]
fn modes_and_kinds() {
    for (words, code) in [
        ("hem home hemma", "home_visit"),
        ("kontor office", "office"),
        ("tel phone telefon TEL", "phone"),
        ("video", "video"),
        ("skola school", "school"),
        ("ute outdoors", "outdoors"),
    ] {
        for word in words.split(' ') {
            let session = reading(word, &in_family("A-2")).session.unwrap().session;
            assert_eq!((session.mode.code(), session.kind.code()), (code, "conversation"), "{word}");
        }
    }
    for (words, code) in [
        ("samtal talk", "conversation"),
        ("kris crisis", "crisis_support"),
        ("råd rad advice", "advice"),
        ("barn child", "child_session"),
        ("nätverk natverk network", "network_meeting"),
        ("familj family", "family_session"),
        ("vuxen adults", "adults_meeting"),
        ("info", "information"),
        ("motivation", "motivation"),
        ("miljö activity", "shared_activity"),
        ("planering planning", "planning"),
        ("uppföljning followup", "follow_up"),
    ] {
        for word in words.split(' ') {
            let session = reading(word, &in_family("A-2")).session.unwrap().session;
            assert_eq!((session.mode.code(), session.kind.code()), ("home_visit", code), "{word}");
        }
    }
}

#[test]
fn areas_and_goals() {
    check(
        &in_family("A-2"),
        &[
            ("#skola #fritid #psyk", "A-2 2026-11-21 held #school #leisure #psychosocial"),
            ("#föräldra #nätverk", "A-2 2026-11-21 held #parenting #network"),
            ("#school #leisure #psychosocial", "A-2 2026-11-21 held #school #leisure #psychosocial"),
            ("#parenting #network", "A-2 2026-11-21 held #parenting #network"),
            ("#s #n #l", "A-2 2026-11-21 held #school #network #leisure"),
            ("#for #fri", "A-2 2026-11-21 held #parenting #leisure"),
            ("#skola #sko", "A-2 2026-11-21 held #school"),
            ("mål2", "A-2 2026-11-21 held goal 2"),
            ("Mal2 tel", "A-2 2026-11-21 phone held goal 2"),
            ("mål2=+1", "A-2 2026-11-21 held goal 2=+1"),
            ("mål2=1", "A-2 2026-11-21 held goal 2=+1"),
            ("mål2=-1", "A-2 2026-11-21 held goal 2=-1"),
            ("mål2=−2", "A-2 2026-11-21 held goal 2=-2"),
            ("mål2=0", "A-2 2026-11-21 held goal 2=+0"),
            ("mål2=klart", "A-2 2026-11-21 held goal 2 done"),
            ("goal2=done", "A-2 2026-11-21 held goal 2 done"),
            ("mål1=+1 mål12=-2", "A-2 2026-11-21 held goal 1=+1 goal 12=-2"),
            ("mål2=+1 mål2=klart", "A-2 2026-11-21 held goal 2=+1 done"),
        ],
    );
}

#[test]
fn outcomes_with_who_and_why() {
    check(
        &in_family("A-1"),
        &[
            ("planerad", "A-1 2026-11-21 planned"),
            ("inställd", "A-1 2026-11-21 cancelled"),
            ("uteblev", "A-1 2026-11-21 no_show"),
            ("noshow", "A-1 2026-11-21 no_show"),
            ("no-show", "A-1 2026-11-21 no_show"),
            ("cancelled", "A-1 2026-11-21 cancelled"),
            ("imorgon inställd", "A-1 2026-11-22 cancelled"),
            ("inställd(mamma: sjuk)", "A-1 2026-11-21 cancelled by parent (1) (sjuk)"),
            ("installd (pappa: sjuk) tel", "A-1 2026-11-21 phone cancelled by parent (2) (sjuk)"),
            ("inställd(förälder:jobb)", "A-1 2026-11-21 cancelled by parent (jobb)"),
            ("cancelled(parent: ill)", "A-1 2026-11-21 cancelled by parent (ill)"),
            ("inställd(barnet: feber, 39 grader)", "A-1 2026-11-21 cancelled by child (feber, 39 grader)"),
            ("inställd(child)", "A-1 2026-11-21 cancelled by child"),
            ("inställd(Elias: prov)", "A-1 2026-11-21 cancelled by child (3) (prov)"),
            ("inställd(@no)", "A-1 2026-11-21 cancelled by child (4)"),
            ("inställd(Sara: sjuk)", "A-1 2026-11-21 cancelled by parent (1) (sjuk)"),
            ("inställd(dahl)", "A-1 2026-11-21 cancelled by family_home (5)"),
            ("inställd(fam: snö)", "A-1 2026-11-21 cancelled by family_home (5) (snö)"),
            ("inställd(familjehemmet)", "A-1 2026-11-21 cancelled by family_home (5)"),
            ("inställd(vi)", "A-1 2026-11-21 cancelled by us"),
            ("inställd(oss: möte)", "A-1 2026-11-21 cancelled by us (möte)"),
            ("cancelled(us)", "A-1 2026-11-21 cancelled by us"),
            ("inställd(annan: strejk)", "A-1 2026-11-21 cancelled by other (strejk)"),
            ("inställd(other)", "A-1 2026-11-21 cancelled by other"),
            ("inställd(sjuk)", "A-1 2026-11-21 cancelled (sjuk)"),
            ("inställd(: sjuk)", "A-1 2026-11-21 cancelled (sjuk)"),
            ("inställd(mamma:)", "A-1 2026-11-21 cancelled by parent (1)"),
            ("inställd()", "A-1 2026-11-21 cancelled"),
            ("inställd(vi: bil (trasig))", "A-1 2026-11-21 cancelled by us (bil (trasig))"),
            ("uteblev(glömde bort)", "A-1 2026-11-21 no_show (glömde bort)"),
            ("noshow (forgot) tel", "A-1 2026-11-21 phone no_show (forgot)"),
        ],
    );
}

#[test]
fn the_note_is_kept_as_written() {
    for (line, note) in [
        ("tel -- ringde  två gånger", Some("ringde  två gånger")),
        ("-- bara text @mamma #skola 31/2", Some("bara text @mamma #skola 31/2")),
        ("tel -- a -- b", Some("a -- b")),
        ("tel --", None),
        ("tel --   ", None),
        ("tel -- rad ett\r\nrad två\t!", Some("rad ett\nrad två !")),
        ("tel -- \u{1b}[31mröd\u{202e}", Some("röd")),
    ] {
        let session = reading(line, &in_family("A-2")).session.unwrap().session;
        assert_eq!(session.note.as_deref(), note, "{line}");
    }
}

#[test]
fn what_a_dry_run_prints() {
    let told = |line: &str| {
        let line = reading(line, &context()).session.unwrap();
        serde_json::to_string(&json(&line, &Names.members(line.family.id).unwrap())).unwrap()
    };
    assert_eq!(
        told("lind igår 14-15:30 @mamma @el #skola mål2=+1 >tis -- läxor"),
        concat!(
            r#"{"kind":"session","family":"Lindström","case_ref":"A-1","date":"2026-11-20","#,
            r#""start":"14:00","minutes":90,"#,
            r#""mode":"home_visit","session_kind":"conversation","people":["Sara","Elias"],"areas":["school"],"#,
            r#""goals":[{"goal":2,"attainment":1,"done":false}],"outcome":"held","cancelled_by":null,"reason":null,"#,
            r#""follow_up":"2026-11-24","note":"läxor"}"#
        )
    );
    assert_eq!(
        told("berg tel kris inställd(barnet: sjuk)"),
        concat!(
            r#"{"kind":"session","family":"Berg","case_ref":"A-2","date":"2026-11-21","start":null,"minutes":60,"#,
            r#""mode":"phone","session_kind":"crisis_support","people":[],"areas":[],"goals":[],"#,
            r#""outcome":"cancelled","#,
            r#""cancelled_by":"child","cancelled_by_person":"P-7","reason":"sjuk","follow_up":null,"note":null}"#
        )
    );
}
