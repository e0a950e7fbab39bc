//! What can be done here, an action a line: how it is asked for, what it does, and why it cannot be done now.

use super::acts::{called_short, offered, sentence};
use crate::app::Desk;
use crate::app::keys::{Binding, Scope};
use crate::app::layer::help::works;
use crate::locale::arg;
use crate::ui::lines::{self, Kind};

/// The lines.
pub fn told(desk: &Desk) -> Vec<String> {
    let locale = &desk.cx.locale;
    let scope = desk.scopes().first().copied().unwrap_or(Scope::Everywhere);
    let mut said = vec![lines::spoken(locale, &locale.say(&format!("help-{scope:?}").to_lowercase()))];
    let asked = lines::asked(&desk.scene());
    let has_rows = lines::page(&desk.scene()).rows().next().is_some();
    said.extend((has_rows && asked.kind == Kind::Command).then(|| locale.say("lines-help-rows")));
    said.extend(offered(desk).into_iter().map(|binding| act(desk, binding, asked.kind)));
    let among_text = !matches!(asked.kind, Kind::Command | Kind::Answer);
    said.extend(among_text.then(|| locale.say("lines-dot")));
    said.push(locale.say("lines-help-words"));
    said
}

/// An action: its word and its keys, and what it does. Digits choose rows, so those are no keys here.
fn act(desk: &Desk, binding: &Binding, kind: Kind) -> String {
    let scopes = desk.scopes();
    let is_digit =
        |keys: &str| kind == Kind::Command && keys.len() == 1 && keys.starts_with(|c: char| c.is_ascii_digit());
    let keys = binding.keys.iter().filter(|keys| works(scopes, binding.act, keys) && !is_digit(keys));
    let mut ways: Vec<String> = called_short(desk, binding).into_iter().collect();
    ways.extend(keys.take(1).map(|key| (*key).to_owned()));
    let what = lines::spoken(&desk.cx.locale, &sentence(desk, binding));
    let args = [("keys", arg(ways.join(", "))), ("what", arg(what))];
    match desk.why_not(binding.act) {
        Some(reason) => {
            let [keys, what] = args;
            desk.cx.locale.tell("lines-help-why-not", &[keys, what, ("why", arg(desk.cx.locale.say(reason)))])
        }
        None => desk.cx.locale.tell("lines-help-act", &args),
    }
}
