# Planen: mål, åtgärder, faser.

problem-goal-number-fixed = Ett mål behåller sitt nummer och sin familj. Ta bort det och gör ett nytt om det hör hemma någon annanstans.
problem-goal-number-taken = Familjen har redan ett mål { $number }.
problem-no-such-goal = Familjen har inget mål { $number }.
problem-unit-programme = Filen programme.toml går inte att läsa och används inte.

pane-plan = Plan
do-go-plan = Planen: mål, åtgärder, hur långt
do-new-goal = Nytt mål i det märkta området, som formulär
bar-new-goal = mål
do-how-far = På ett mål: hur långt det har kommit; på en åtgärd: klar i dag
bar-how-far = hur långt, klart
do-new-action = Ny åtgärd mot det märkta målet, som formulär
bar-new-action = åtgärd
do-new-phase = Ny fas i programmet, som formulär
bar-new-phase = fas
do-crisis-support = Krisstöd till föräldern, som formulär
bar-crisis-support = krisstöd
do-revisions = Vad som har ändrats i planen, dag för dag
bar-revisions = ändringar
do-plan-contents = Vad planen ska innehålla enligt 10 kap. socialtjänstförordningen
bar-plan-contents = innehåll

plan-no-family = Öppna en familj med / eller i 2: här står då mål, åtgärder och framsteg.
plan-nobody = Ingen i familjen har en plan än: lägg in barn och föräldrar i 2.
plan-first = mätt
plan-latest = senast
plan-goals = mål
plan-now = nu
plan-target = mot
plan-not-measured = · ej mätt
plan-no-goal = –
plan-weak-no-goal = ! inget mål, och svagt
plan-no-step = inget steg sedan { $day }
plan-actions = { $count ->
    [0] GÖRS
   *[other] GÖRS { $count }
}
plan-action-done = { $day }
plan-crisis = KRISSTÖD
plan-no-crisis = inget antecknat
plan-crisis-only-talks = { $count } samtal, inget erbjudande antecknat
plan-offered = erbjudet { $day }
plan-talks = { $count } samtal
plan-talks-of = { $count } av { $most } samtal
plan-ended = avslutat { $day }
plan-no-score = T: inget mål är bedömt än
plan-own-score = egen bild: { $score }
plan-phase = { $phase } sedan { $day }
plan-revised = ändrad { $day }
plan-area-school = Skola
plan-area-leisure = Fritid
plan-area-psychosocial = Psykosocialt
plan-area-parenting = Föräldraskap
plan-area-network = Nätverk
phase-lacks-application = ! ansökan saknas
phase-lacks-decision = ! beslut saknas

ask-remove-of-plan = Ta bort { $what }?
ask-actions-done = Gjordes något av detta { $day }? En siffra var, Esc om inte.
plan-goal-named = mål { $number }: { $goal }
plan-revisions = Vad som har ändrats i planen: { $name }
plan-no-revisions = Inget har ändrats här än.
plan-obstacles = hinder: { $which }
plan-content-count = { $section } { $count } av { $all }
plan-content-of = innehåll { $parts }
plan-goal-new = nytt mål { $number }: { $goal }
plan-goal-gone = mål { $number } borttaget: { $goal }
plan-goal-changed = mål { $number }: { $fields }
decimal-sign = ,
said-goal-added = Mål { $number } sparat:
help-plan = En persons plan: fem områden med det som är mätt, målen i dem och hur långt de har kommit, och vad som görs. Nu: först er bild, efter snedstrecket personens egen.
run-goal-own = egen bild { $level }
