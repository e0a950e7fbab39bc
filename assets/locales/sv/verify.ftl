# Beviset att registret är vad de som skrev under har skrivit: trygg verify.

noun-user = användaren
noun-team = teamet
noun-conflict = jävet
noun-glass = nödöppningen

proof-good = bra
proof-bad = FEL
proof-note = obs
proof-encryption = Varje sida är krypterad och orörd; sidor: { $count }
proof-integrity = Databasen är hel; sidor: { $count }
proof-references = Inget hänvisar till något som saknas
proof-journal = Loggen har ingen lucka; rader: { $count }
proof-chain = Varje rad i loggen är den som skrevs, efter den som stod före; rader: { $count }
proof-signatures = Den som skrev har skrivit under; underskrifter: { $count }
proof-roles = Roller och nycklar gavs av den som fick ge dem; rader: { $count }
proof-head = Registret når så långt som det har nått; rad { $count }
proof-records = Varje post är som loggen säger; poster: { $count }
proof-users = Användare och team är som loggen säger: { $count }
proof-derived = Det som räknas ut är rätt uträknat; poster: { $count }
proof-purges = Varje gallring begärdes av en och bekräftades av en annan: { $count }
proof-slots = Nyckelfilerna är användarnas egna: { $count }
proof-card = casebook.toml säger samma sak som loggens första rad
proof-tables = Varje tabell är känd: { $count }

found-more = och { $count } till
found-sqlite = { $said }
found-reference = tabellen { $table }, rad { $row }
found-gap = rader saknas: { $from } till { $until }
found-row-removed = rad { $row } har tagits bort
found-unlinked = rad { $row } från { $at } står utanför kedjan: någon har lagt dit den ({ $noun } { $record })
found-content = rad { $row } från { $at } säger något annat än det som skrevs ({ $noun } { $record })
found-link = kedjan är bruten vid rad { $row } från { $at }: raden, eller en före den, har ändrats eller tagits bort
found-purge-altered = gallring { $number } är inte som loggen säger
found-purge-alone = gallring { $number } är bekräftad av den som begärde den
found-purge = rad { $row } gallrade inte det som räknas som gallrat
found-purged = gallrade rader: { $count }
found-base = det som rad { $row } gick i god för är inte längre vad det var
found-base-of-nobody = ingen har gått i god för grunden till { $noun } { $record } (rad { $row })
found-unsigned = rader från tiden före underskrifter: { $count }; alla tillsammans underskrivna { $at }
found-signed-unsigned = rad { $row } från { $at } är från tiden före underskrifter och har en
found-vouches = rad { $row } från { $at } går i god för något som den inte kan gå i god för
found-not-signed = rad { $from } till { $until } är skrivna som { $user } och inte underskrivna
found-signature = rad { $from } till { $until } är skrivna som { $user } men inte underskrivna av { $user }
found-barred = rad { $from } till { $until } är skrivna av { $user }, som var avstängd
found-role = rad { $row } från { $at } ändrar { $noun } { $record }, vilket { $user } inte fick
found-role-follows-not = rad { $row } från { $at } av { $user } ändrar { $noun } { $record } från något som aldrig stod där
found-unreadable = { $noun } { $record } går inte att läsa: där står något som programmet aldrig skriver
found-alone = rad { $row } från { $at }: { $user } gav användare { $record } andra nycklar på egen hand
found-put-in = { $noun } { $record }{ $family } finns, men ingen har skrivit det
found-not-purged = { $noun } { $record }{ $family } är gallrad enligt loggen, men finns
found-removed = { $noun } { $record }{ $family } är borta; loggen vet inte av det efter rad { $row } från { $at }
found-brought-back = { $noun } { $record }{ $family } togs bort med rad { $row } från { $at }, men finns
found-turned-back = { $noun } { $record }{ $family } har satts tillbaka till hur det stod efter rad { $to_row } från { $to_at }; det som skrevs sist är rad { $row } från { $at }
found-altered = { $noun } { $record }{ $family } har ändrats utanför loggen efter rad { $row } från { $at }: { $fields }
found-altered-between = { $noun } { $record }{ $family } var ändrad utanför loggen mellan rad { $from_row } från { $from_at } och rad { $row } från { $at }: { $fields }
found-user-altered = { $noun } { $record } ({ $name }) är inte som i rad { $row } från { $at }: { $fields }
found-derived = { $table }, { $record }
found-head-ahead = registret är äldre än det har varit: rad { $row } skrevs { $at } { $copy }
found-head-other = rad { $row } från { $at } är inte den som registrets spets känner: ett annat register, eller ett omskrivet { $copy }
found-head-missing = filen head saknas { $copy }
found-head-unreadable = filen head går inte att läsa { $copy }
found-copy-missing = spetsens kopia saknas: { $copy }
found-copy-unreadable = spetsens kopia går inte att nå eller läsa: { $copy }
found-head-accepted = rad { $row }: { $user } gick vidare { $at } med ett register som inte var det som spetsen kände
found-slot-open = { $file } håller nyckeln öppen
found-slot-damaged = { $file } är ingen hel nyckelfil
found-slot-foreign = { $file } är inte användarens egen: nycklarna är andra än de som registret känner
found-slot-of-nobody = { $file } hör inte till någon användare
found-slot-old = { $user } har inte öppnat registret sedan det fick underskrifter
found-card = casebook.toml säger något annat om vems uppgifter registret håller
found-table-unknown = tabellen { $table } hör inte till registret
found-not-covered = { $what ->
    [drafts] inte underskrivet: utkast: text som ingen har sparat
    [looked] inte underskrivet: hur långt var och en har sett vad kolleger gjort
    [research] inte underskrivet: hemligheten som pseudonymer i forskningsutdrag räknas ut med; ett annat värde ger andra pseudonymer
    [registering] inte underskrivet: vad krisstödjare håller på att registrera, som är öppet för dem i tolv timmar
    [statistics] inte underskrivet: databasens egen statistik
    [versions] inte underskrivet: posternas versionsnummer, som bara avgör vem som sparade först
    [meetings] inte underskrivet: var ett möte är just nu och vad det hoppat över
    [places] inte underskrivet: platsnumren i listor; ordningen är det
    [keys] inte underskrivet: hur högt nummer på poster och kartors personer har nått
   *[other] { $what }
}
