# Användare, lösenfraser, återställningskoden och registrets nyckel.

cmd-user = Lägger upp användare, ändrar vad de får göra, stänger ute dem, och byter lösenfraser
cmd-user-usage =
    trygg user list [--json]
    {"  "}trygg user add NAMN --role ROLL [--team TEAM] [--hours 17:00-08:00]
    {"  "}trygg user role NAMN ROLL [--hours 17:00-08:00]
    {"  "}trygg user team NAMN TEAM
    {"  "}trygg user disable NAMN
    {"  "}trygg user enable NAMN
    {"  "}trygg user remove NAMN
    {"  "}trygg user passphrase [NAMN --second NAMN]
    {"  "}trygg user recovery [--recovery-file FIL]
    {"  "}trygg user recover NAMN
arg-user_deed = Vad som ska göras: list, add, role, team, disable, enable, remove, passphrase, recovery, recover
arg-user_deed-value = VAD
arg-user_words = Vem det gäller, och rollen eller teamet
arg-user_words-value = ORD
arg-role = Rollen: support_person, visit_supporter, crisis_supporter, team_leader, statistician, administrator, on_call
arg-role-value = ROLL
arg-of_team = Användarens team; annars ditt eget
arg-of_team-value = TEAM
arg-hours = Jourens tider, som 17:00-08:00
arg-hours-value = TIDER
arg-new_passphrase_file = Fil vars första rad är den nya lösenfrasen
arg-new_passphrase_file-value = FIL
arg-second = Den andra användaren, i det som ingen gör ensam
arg-second-value = NAMN
arg-second_passphrase_file = Fil vars första rad är den andra användarens lösenfras
arg-second_passphrase_file-value = FIL
arg-code_file = Fil vars första rad är återställningskoden
arg-code_file-value = FIL
arg-recovery_file = Fil som återställningskoden skrivs till, i stället för på skärmen
arg-recovery_file-value = FIL

how-user-list = trygg user list
how-user-add = trygg user add NAMN --role ROLL
how-user-role = trygg user role NAMN ROLL
how-user-team = trygg user team NAMN TEAM
how-user-disable = trygg user disable NAMN
how-user-enable = trygg user enable NAMN
how-user-remove = trygg user remove NAMN
how-user-passphrase = trygg user passphrase, eller trygg user passphrase NAMN --second NAMN
how-user-recovery = trygg user recovery
how-user-recover = trygg user recover NAMN

column-team = Team
column-hours = Tider
column-standing = Läge
user-in = kan låsa upp
user-barred = avstängd
user-removed = borttagen
user-without-key = utan nyckelfil

do-change-passphrase = Byt din lösenfras
passphrase-old = Nuvarande lösenfras
passphrase-new = Ny lösenfras
passphrase-again = Den nya en gång till
help-newpassphrase = Byt lösenfras: den du har, den nya, och den nya en gång till. Inget av det visas.

ask-code = Återställningskod:
strength-fair = Lösenfrasen duger.
strength-good = Lösenfrasen är god.
strength-strong = Lösenfrasen är stark.
passphrase-given = Någon annan har gett dig lösenfrasen. Byt den: trygg user passphrase

said-user-added = { $user } är nu { $role }, och ombeds byta lösenfras tills det är gjort.
said-user-changed = { $user } är nu { $role }.
said-user-same = { $user } är som tidigare; inget har ändrats.
said-user-disabled = { $user } är avstängd, och ett program som är öppet under det namnet stannar vid nästa tangent.
said-user-enabled = { $user } kan låsa upp igen.
said-user-enabled-without = { $user } är inte avstängd längre, men har ingen nyckelfil. Ge en lösenfras: trygg user passphrase NAMN --second NAMN
said-user-removed =
    { $user } är borttagen, och registret har en ny nyckel.
    Säkerhetskopior och kopior från före idag öppnas fortfarande av den som hade den gamla nyckeln.
said-left-out = Fick ingen ny nyckel och behöver en ny lösenfras: { $left_out }.
said-passphrase-changed = Lösenfrasen är bytt.
said-passphrase-reset = { $user } har en ny lösenfras och nya nycklar. Text som låstes in åt { $user } före idag går inte att få tillbaka.
said-recovered = { $user } har en ny lösenfras. Alla ser på veckan att koden har använts. Gör en ny kod: trygg user recovery
said-recovery =
    Återställningskod: { $code }
    Skriv av den och lås in den. Den visas inte igen, och öppnar registret om den som sköter användarna glömmer sin lösenfras.
said-recovery-file = Återställningskoden står i { $path }. Flytta den dit bara ni hittar den.
rekeying = Registret får en ny nyckel: { $percent } %

key-followed = Registret har fått en ny nyckel, och du arbetar vidare i det. Gör om det du just gjorde, om det inte syns.

matter-recovered = { $user } fick en ny lösenfras med återställningskoden
matter-recovered-do = Stämmer det? Säg annars genast till den som sköter användarna. Gör en ny kod: trygg user recovery.

problem-user-disabled = { $user } är avstängd.
    .hint = Fråga den som sköter användarna.
problem-user-taken = Det finns redan en användare som heter { $user }.
    .hint = Skriv namnet så att de två går att skilja åt.
problem-no-user-name = En användare behöver ett namn.
problem-no-user-of-yours = Det finns ingen användare som heter { $user } bland dem du sköter.
    .hint = Se namnen med trygg user list.
problem-no-such-team = Det finns inget team som heter { $team }.
problem-no-such-role = { $role } är ingen roll. Välj { $roles }.
problem-user-role = Vilken roll? Ange den med --role.
problem-user-words = Så skrivs det: { $how }.
problem-bad-hours = { $value } är inga tider. Skriv till exempel 17:00-08:00.
problem-hours-on-call = Bara jouren har tider.
problem-own-account = Ingen ändrar sin egen roll, sitt team eller sin spärr.
    .hint = Be någon annan som sköter användare.
problem-own-passphrase = Sin egen lösenfras byter man med: trygg user passphrase
problem-other-teams-user = En teamledare sköter bara det egna teamets användare.
    .hint = Be en administratör.
problem-administrators-account = Administratörer sköts av en administratör.
problem-takes-two = Det här gör ingen ensam.
    .hint = Låt en till låsa upp: --second NAMN.
problem-second-is-first = Den andra måste vara någon annan än du.
problem-second-is-theirs = Den andra måste vara någon annan än den det gäller, och får inte vara avstängd.
problem-second-manages-not = Den andra måste också vara någon som sköter användare.
problem-same-passphrase = Den nya lösenfrasen är densamma som den gamla.
problem-common-passphrase = Lösenfrasen är för lätt att gissa: den är gjord av ord som många väljer.
    .hint = Ta hellre fyra ord som inte hör ihop.
problem-demo-without-passphrases = Ett demoregister har inga lösenfraser.
problem-older-key-file = Nyckelfilen hör till en äldre nyckel, som registret inte har längre.
    .hint = Be den som sköter användarna om en ny lösenfras.
problem-new-key = Registret har fått en ny nyckel, och det här programmet ser det gamla.
    .hint = Lås upp igen. Det du skrev finns kvar.
problem-copy-unlike = Kopian blev inte som registret. Inget har ändrats.
    .hint = Försök igen; kör trygg doctor om det händer på nytt.
problem-recovery-group = Grupp { $group } i återställningskoden stämmer inte.
    .hint = Det är sex grupper om fem tecken.
problem-wrong-recovery = Återställningskoden är inte det här registrets.
problem-no-recovery = Det finns ingen återställningskod.
problem-recovery-for-managers = Med återställningskoden får bara den en ny lösenfras som sköter användare, och det gör inte { $user }.
    .hint = Be teamledaren eller administratören.
problem-file-exists = Filen { $path } finns redan.

cmd-team = Visar enhetens team, lägger till ett, byter namn på ett
cmd-team-usage = trygg team list [--json] · trygg team add NAMN · trygg team rename TEAM NAMN
arg-team_deed = Vad som ska göras: list, add, rename
arg-team_deed-value = VAD
arg-team_words = Teamet, och det nya namnet; "" är det team som inte har fått något namn
arg-team_words-value = NAMN
how-team-list = trygg team list
how-team-add = trygg team add NAMN
how-team-rename = trygg team rename TEAM NAMN
column-own_team = Ditt
team-own = ja
team-unnamed = (utan namn)
said-team-added = Teamet { $team } finns nu. Lägg användare i det: trygg user team NAMN TEAM
said-team-renamed = Teamet heter nu { $team }.
