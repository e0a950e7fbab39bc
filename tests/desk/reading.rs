//! Reading a session: all of it, nothing a stray key could change, and on through the list.

use trygg::store::Trail;

use super::desk::Desk;

#[test]
fn a_session_is_read_whole_and_left() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter + ").types("igår 14-15:30 tel @mamma #skola >fre -- ringde om skolan, allt om läxorna, ");
    desk.types("hämtningen och vad som sagts vid mötet på skolan i tisdags, och vad Sara vill härnäst").keys("Enter");
    desk.keys("3 Enter").shows("Lindström  fredag 20 november 2026  14–15.30  telefon");
    desk.shows("Följ upp").shows("vad Sara vill härnäst").shows("Skolgång");
    desk.types("zzz")
        .shows("vad Sara vill härnäst")
        .keys("Esc")
        .hides("vad Sara vill härnäst")
        .shows("Träffar Lindström");
}

#[test]
fn reading_goes_on_through_the_list_and_enter_edits() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter 3 Enter");
    let first = desk.screen();
    desk.keys("Down");
    assert_ne!(desk.screen(), first);
    desk.keys("Up");
    assert_eq!(desk.screen(), first);
    desk.keys("Enter").shows("Träff · Lindström").shows("▸Dag").keys("Esc").shows("Träffar Lindström");
}

#[test]
fn reading_a_session_of_a_family_that_is_not_open_is_journalled() {
    let mut desk = Desk::new();
    let readings = |desk: &Desk| {
        let rows = desk.colleague("Karin").journal(Trail::Newest, 500).unwrap();
        rows.iter().filter(|row| row.act == "open").count()
    };
    desk.keys("3");
    let before = readings(&desk);
    desk.keys("Enter");
    assert_eq!(readings(&desk), before + 1);
}

#[test]
fn a_far_away_day_is_asked_about() {
    let mut desk = Desk::new();
    desk.keys("+").types("lind 29/2 tel").shows("dagar sedan; stämmer dagen?").shows("29/2 2024").keys("Ctrl-U");
    desk.types("lind igår tel").hides("stämmer dagen?");
}
