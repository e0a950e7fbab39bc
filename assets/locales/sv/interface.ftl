# Gränssnittet: rutor, tangenter, meddelanden.

program = Trygg
demo = DEMO
names-hidden = namn dolda
today = idag

pane-families = Familjer
pane-sessions = Träffar

title-families = Familjer  { $total }
title-families-counting = Familjer  räknar …
title-mine = mina
title-everyone = alla familjer
title-count = { $total }
title-many = fler än { $total }
counting = räknar …

column-children = Barnen
column-parents = Föräldr.
column-last = Senast
column-next = Nästa
column-time = Tid

whose-everyones = allas
whose-mine = mina

no-families = Inga familjer här. n lägger till en, Backspace visar alla.
no-sessions = Inga träffar här. + skriver en rad, Backspace visar alla.

since = sedan { $date }
until = till { $date }
week-of = v. { $week } av { $weeks }
# Bara på familjens sida, där det är trångt.
days = { $days ->
    [one] { $days } dag
   *[other] { $days } dgr
}
minutes = { $minutes } min
team-children = Barnen: { $names }
team-parents = Föräldrarna: { $names }
team-others = Andra: { $names }
team-nobody = ingen i stödteamet ännu
programme = programmet: { $placed ->
    [0] inget barn placerat
    [one] ett barn placerat
   *[other] { $placed } barn placerade
}, { $home ->
    [0] inget syskon hemma
    [one] ett syskon hemma
   *[other] { $home } syskon hemma
}
home-own = HEMMA
home-placed = PLACERADE
home-unknown = ? VAR
home-no-parent = Ingen förälder inlagd
home-elsewhere = PÅ ANNAT HÅLL
last = Senast
next = Nästa
nothing-yet = inget ännu
nothing-planned = inget planerat
guardian-short = vårdn.
interpreter = tolk: { $language }
interpreter-unknown = tolk
age-months = { $months } mån
kept-back = hemlig vistelseort
school-started = bytte skola, började { $date }
school-not-started = byter skola, inte börjat

area-letter-school = S
area-letter-leisure = F
area-letter-psychosocial = P
area-letter-parenting = Ö
area-letter-network = N

goal = mål { $goal }
goal-with = mål { $goal }: { $value }
goal-done = klart

quick-hint = familj, dag, tid, form, @deltagare, #område, >uppföljning -- anteckning
jump-hint = Namn, personnummer eller ärende.
jump-nothing = Inget som passar.

form-filter = Visa bara

conflict-mine = Ditt
conflict-theirs = Kollegans

door = Registret är låst.
door-user = Användare
door-passphrase = Lösenfras
door-pin = PIN
door-pin-chosen = PIN (valfri)
pin-left = { $left ->
    [one] Fel PIN. 1 försök kvar.
   *[other] Fel PIN. { $left } försök kvar.
}
clock-not-kept = inte sparat än
locks-soon = { $seconds ->
    [one] Registret låses om 1 sekund. Vilken tangent som helst stoppar det.
   *[other] Registret låses om { $seconds } sekunder. Vilken tangent som helst stoppar det.
}

drafts = { $count ->
    [one] 1 utkast
   *[other] { $count } utkast
}

notice-saved = Sparat: { $what }. u ångrar.
notice-undone = Ångrat: { $what }. Ctrl-R gör om.
notice-redone = Gjort igen: { $what }.
notice-drafts = { $count ->
    [one] Ett utkast väntar. d tar upp det.
   *[other] { $count } utkast väntar. d tar upp det senaste.
}
notice-draft-back-from = Ditt utkast från { $day } är tillbaka; se dagarna i det. Ctrl-D kastar det.
notice-draft-back = Ditt utkast är tillbaka. Ctrl-D kastar det.
notice-discarded = Utkastet är kastat.
notice-saving = Sparar ...
waits-for-others = Någon annan skriver just nu. Väntar ... Esc avbryter; det du skrev ligger kvar.
not-kept-others-write = Inte sparat än: någon annan skriver. Texten ligger kvar här och sparas så fort det går.
notice-kept = Sparat som utkast. d tar upp det.
notice-faults = Något saknas eller stämmer inte; se de märkta fälten.
notice-newer = En kollega hann spara före dig. Välj vad som ska stå.
notice-filtered = Visar ett urval. Backspace visar alla.
notice-all = Visar alla.

why-nothing-to-undo = Det finns inget att ångra.
why-nothing-to-redo = Det finns inget att göra om.
why-no-drafts = Inga utkast väntar.
why-no-family = Öppna en familj först.
why-nothing-here = Det står inget här.
why-choose-child = Välj ett barn först, med pilarna.
why-not-planned = Träffen är inställd eller utebliven; öppna den för att ändra.

ask-remove-family = Ta bort familjen { $name }?
ask-remove-person = Ta bort { $name } ur familjen?
ask-remove-placement = Ta bort placeringen av { $name }?
ask-remove-session = Ta bort träffen { $name }?

too-small = Skärmen är { $width }x{ $height }; Trygg behöver minst { $columns }x{ $rows }.

help-everywhere = Överallt
help-list = Listan
help-families = Familjer: vilka är de, vem är var, vem arbetar med dem?
help-page = Familjens sida: pilarna väljer, Enter ändrar
help-sessions = Träffar: vad är gjort, vad kommer? ✓ genomförd · planerad × inställd – uteblev ? ej dokumenterad
help-form = Formulär: skriv som för hand; 19/11, ti, 1430, 1,5h, tre bokstäver av ett namn
help-filter = Visa bara: skriv i de fält som ska stämma; tomma fält släpper igenom allt
help-quick = Snabbraden: lind igår 14-15:30 hem @mamma #skola mål2=+1 >fre -- vad som hände
help-jump = Hoppa till en familj eller person: namn, personnummer, ärende
help-palette = Kommandon
help-help = Hjälp
help-confirm = Fråga
help-conflict = Två har sparat samma sak: välj fält för fält
help-scrollback = Den här terminalen kan inte tömma det som har rullat ur bild när registret låses: stäng den när du går.
help-unlock = Lås upp

do-help = Hjälp för den här platsen
do-jump = Hoppa till familj, person, kommando
do-palette = Kommandon
do-quick = Snabbrad: skriv en träff på en rad
do-undo = Ångra det senaste
do-redo = Gör om
do-lock = Lås registret
do-veil = Dölj alla namn, eller visa dem
do-quit = Avsluta
do-go-families = Familjer
do-go-sessions = Träffar
do-resume = Ta upp senaste utkastet
do-break-glass = Öppna i nödfall
do-mark-conflict = Jäv: stäng familjen för någon
glass-title = Öppna i nödfall
glass-whom = Ärendets hela beteckning, eller ett helt personnummer
glass-why = Varför
glass-told = Teamet ser det på familjens sida, och teamledaren går igenom det.
glass-nothing = Inget sådant ärende hittades. Att du sökte är antecknat.
glass-open = Öppnad i nödfall av { $who } till { $until }: { $reason }
conflicts-open = Jäv: { $who }
ask-conflict = Vem är jävig i { $family }? Familjen stängs för den, utan spår.
conflict-own = jag
conflict-of = { $who }
conflict-lift = { $who } är inte jävig längre
key-conflict-own = j
notice-conflict = Familjen är stängd.
do-down = Nedåt
do-up = Uppåt
do-page-down = En sida nedåt
do-page-up = En sida uppåt
do-first = Först
do-last = Sist
do-back = Tillbaka
do-next-part = Nästa del av vyn
do-previous-part = Förra delen av vyn
do-open = Öppna
do-new = Ny, som formulär
do-filter = Visa bara några
do-mine = Mina familjer eller allas
do-clear = Visa alla igen
do-edit = Ändra det märkta
do-new-person = Ny person i familjen
do-new-placement = Ny placering av det märkta barnet
do-remove = Ta bort det märkta
do-held = Genomförd eller planerad
do-new-session = Ny träff, som formulär
do-only-family = Familjens träffar eller allas
do-save = Spara
do-next-field = Nästa fält
do-previous-field = Förra fältet
do-leave = Lämna; det skrivna blir utkast
do-discard = Kasta utkastet
do-save-line = Spara raden
do-complete = Fyll i ordet
do-earlier = Tidigare rad
do-later = Senare rad
do-leave-line = Lämna; raden blir utkast
do-choose = Välj
do-close = Stäng
do-yes = Ja
do-no = Nej
do-mix = Byt mellan ditt och kollegans
do-save-mix = Spara det valda
do-unlock = Lås upp

bar-help = hjälp
bar-jump = sök
bar-quick = snabbrad
bar-undo = ångra
bar-open = öppna
bar-new = ny
bar-filter = urval
bar-mine = mina
bar-edit = ändra
bar-new-session = träff
bar-new-person = person
bar-new-placement = placering
bar-held = genomförd
bar-only-family = familjens
bar-save = sparar
bar-next-field = nästa
bar-leave = utkast
bar-discard = kastar
bar-save-line = sparar
bar-complete = fyller i
bar-earlier = tidigare
bar-leave-line = utkast
bar-choose = väljer
bar-close = stänger
bar-page-down = vidare
bar-yes = ja
bar-no = nej
bar-mix = byter
bar-save-mix = sparar
bar-unlock = låser upp
bar-quit = avslutar

quick-far = Enter igen sparar ändå: { $day } är { $days ->
    [one] en dag
   *[other] { $days } dagar
 } { $way ->
    [back] tillbaka
   *[ahead] fram
 }. Stämmer året?
as-last = som { $day }: { $people }
as-last-alone = som { $day }
canceller-unknown = { $word } finns inte i familjen; sparas som förälder
line-too-long = Det får inte plats: en rad är högst 8 000 tecken. Öppna formuläret för en lång anteckning.
call-to = ring { $name }: { $phone }
call-unknown = inget telefonnummer är inskrivet
call-kept-back = skyddade uppgifter: numret visas inte här
call-veiled = numret visas inte medan namn är dolda
days-ago = det är { $days } dagar sedan; stämmer dagen?
days-ahead = det är om { $days } dagar; stämmer dagen?
why-role = Din roll får inte göra det här.

help-reading = Läs en träff: ↑ och ↓ går vidare i listan, Enter ändrar
no-note = Ingen anteckning.
bar-down = nästa
bar-up = förra
ask-discard = Kasta det skrivna?
notice-line-refused = { $count ->
    [one] Inget sparat: en del måste rättas.
   *[other] Inget sparat: { $count } delar måste rättas.
}
undo-takes-back = { $what }
ask-draft-gone = Det som utkastet gällde finns inte längre. Kasta utkastet? { $text }
notice-read-again = En kollega ändrade detta nyss; så här står det nu.
why-not-yet = Dagen har inte varit än.
kept-back-opened = får inte lämnas ut; döljs vid nästa tangent
why-names-hidden = Namnen är dolda för rummet. Visa dem med Ctrl-G först.
reading-kept = Disken kan inte skrivas: att du läser journalförs när det går igen.
key-yes = j
help-runsetup = Ny avstämning: vilka är med, vilkas familjer och i vilken takt?
help-runline = Avstämning: en rad om veckan, ett nästa steg, ett beslut
help-runask = Avstämning: ett namn
help-runrecord = Det som sades och bestämdes
noun-network = nätverkskartan
noun-quick = raden
noun-visits-line = raden
first-steps =
    Registret är tomt. Så här börjar ni:

      2 n   lägg till en familj: namn och ärendets beteckning
      p     lägg till den som hör till familjen, på familjens sida
      v     skriv in barnets placering
      +     skriv en träff på en rad, till exempel: igår 14-15 hem @mamma -- vad som hände
      5     planera umgänget
      /     hoppa till en familj eller en person
      ?     hjälp, var du än är

    Finns familjerna redan i en fil? trygg import families FIL läser in dem.
    Ny här? F10 är en rundtur på sex steg, på en påhittad familj; trygg guide är samma.
    Vill ni öva? trygg demo --practice glöms vid midnatt.
first-steps-calls =
    Ingen förälder väntar på ditt samtal, och du är inte med i någon familj.

    När ett barn har placerats står dess föräldrar här, dagen efter.
      2 n   lägg till en familj
      ?     hjälp, var du än är
first-steps-none =
    Du är inte med i någon familj ännu.

    En teamledare lägger till dig på familjens sida. Familjen kommer då hit av sig själv.
      ?     hjälp, var du än är
do-tell-to = Bocka för till vem anteckningen får lämnas ut, efter att ha läst den
bar-tell-to = lämna ut
ask-tell-to = Till vem får den här anteckningen lämnas ut? Programmet kan inte veta vad den röjer.
field-told_to = Lämnas ut till
why-no-note = Det finns ingen anteckning att lämna ut.
letters-prefix = Ctrl-X först, sedan bokstaven: så står det i dina inställningar.
letters-off = Tangenter med en bokstav är avstängda i dina inställningar: F9 visar allt som går att göra.
