# Radläget: samma gränssnitt som frågor och svar i rader.

lines-wrong = obs
lines-days-late = försenad { $days ->
    [one] 1 dag
   *[other] { $days } dagar
}
lines-unclear = oklart
lines-done = klart
lines-cancelled = inställt
lines-nobody = uteblev
lines-begun = påbörjat
lines-leads-to = vidare
lines-left-out = utelämnat
lines-nearer = närmare
lines-farther = längre bort
lines-changed = ändrad
lines-parents = Föräldrarna
lines-none = inget
lines-goal = mål { $number }, { $goal }
lines-chosen = vald:
lines-open = öppnad
lines-keeps-mine = { $field }: ditt gäller, { $mine }. Kollegans är { $theirs }.
lines-keeps-theirs = { $field }: kollegans gäller, { $theirs }. Ditt är { $mine }.
lines-answered = Svarat: { $answer }.

lines-ask-line = Rad
lines-ask-roll = Närvaro
lines-ask-search = Sök
lines-ask-act = Kommando
lines-ask-how = Hur gör jag
lines-ask-words = Med egna ord
lines-ask-answer = Svar
lines-ask-person = Person
lines-ask-colour = 1 grön, 2 gul, 3 röd
lines-ask-yes = ja eller nej
lines-ask-do = Gör

lines-field = { $field }, fält { $place } av { $all }{ $needed ->
    [yes] , måste fyllas i
   *[no] {""}
}.
lines-empty = Tomt.
lines-stands = Står: { $text }.
lines-read-as = Läses som { $read }.
lines-choices = Kan vara: { $choices }.
lines-trouble = Fel: { $what }
lines-note = Skriv rad för rad; bara Enter går vidare. Kommandot .töm tömmer.

lines-begin = Radläge: { $why }. ? berättar vad man kan göra, slut avslutar.
lines-why-flag = valt med --linear
lines-why-setting = valt i inställningarna
lines-why-accessible = valt för att ACCESSIBLE=1 är satt
lines-why-terminal = valt för att terminalen heter dumb
lines-rows = { $rows ->
    [one] 1 rad
   *[other] { $rows } rader
}, vald är { $marked }.
lines-row = { $place } av { $all }, { $text }
lines-more = { $left ->
    [one] 1 rad till: Enter läser vidare.
   *[other] { $left } rader till: Enter läser vidare.
}
lines-end = Slut på raderna. Enter börjar om.
lines-nothing = Inga rader här.
lines-no-row = Det finns ingen rad { $place }; raderna är 1 till { $all }.
lines-pane-by-word = Rutan nås med sitt namn: { $pane }.
lines-row-gone = Rad { $place } har ändrats sedan du hörde den. Så här är det nu:
lines-not-known = Förstår inte { $word }. ? berättar vad man kan göra här.
lines-which = Vilket menas: { $acts }?
lines-left-over = { $word } hörde inte till något och är inte använt.
lines-unchanged = Inget ändrades.
lines-was-text = ”{ $word }” är inskrivet som text. Kommandot är .{ $word }
lines-unread = { $text } går inte att läsa här.
lines-dot = En rad här är text. Kommandon börjar med punkt: .? hjälp, .spara, .tillbaka lämnar.
lines-draft-waits = Här väntar ett utkast: { $text }. Enter sparar det, .kasta kastar det. Din nya rad väntar: .ny tar den.
lines-help-rows = Ett siffertal väljer raden. Flera ord går bra på en rad: 2 ok väljer rad 2 och öppnar den.
lines-help-act = { $keys }: { $what }
lines-help-why-not = { $keys }: { $what }. Inte nu: { $why }
lines-help-words = Alltid: Enter läser vidare, läs från början, igen upprepar, upp och ner byter rad, ok är Enter-tangenten, tillbaka lämnar, lås låser, slut avslutar.
lines-areas = Träffar per område, trettio dagar i taget, de senaste sist:
lines-news = Andra har ändrat något här. läs läser om.
lines-saving = Sparar.

lines-word-more = mer
lines-word-read = läs
lines-word-again = igen
lines-word-ok = ok
lines-word-back = tillbaka
lines-word-up = upp
lines-word-down = ner
lines-word-lock = lås
lines-word-quit = slut
lines-word-help = hjälp
lines-word-empty = töm
lines-word-new = ny

lines-locks-soon = Registret låses om { $seconds } sekunder. Enter stoppar det.
lines-locked = Registret är låst, klockan { $time }. Det som redan är läst står kvar i terminalen. Enter låser upp.
lines-door-again = Försök igen.
lines-pin-or-enter = Enter utan PIN hoppar över.
lines-bye = Trygg är avslutat.
lines-kept-unfinished = Den halva raden är sparad som utkast.
lines-waiting = Någon annan skriver just nu. Väntar.

lines-new-here = Ny här? rundtur är sex steg på en påhittad familj, och ? berättar var du än är.
lines-tour-step = Rundtur { $step } av { $of }. F10 hoppar över, slut slutar.
lines-tour-find = Hitta en familj: skriv / lin. Tre bokstäver räcker.
lines-tour-log = Skriv en träff på en rad: skriv + igår 14-15 hem @mamma -- läxor
lines-tour-undo = Allt går att ta tillbaka: skriv u
lines-tour-why = Vad måste hända nu? Skriv vecka. Varför står den valda raden där? Skriv varför.
lines-tour-visit = Skriv tillbaka, och sedan umgänge. En förälder har blivit sjuk: skriv inställt, och svara vem och varför.
lines-tour-help = Vad som går att göra där du är berättar ? Skriv det nu.
lines-tour-over = Rundturen är klar. Pröva vidare här, inget sparas. slut slutar.
