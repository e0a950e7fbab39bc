# The tour: what it asks for in each step.

tour = RUNDTUR
practice = ÖVNING
do-tour = Rundtur: programmet på sex steg, på en påhittad familj
do-skip-step = Hoppa över steget i rundturen
help-tour = Rundturen, nederst på skärmen
tour-step = Rundtur { $step } av { $of } · { $skip } hoppar över · { $quit } slutar
tour-find = Hitta en familj: tryck { $key }, skriv lin och tryck Enter. Tre bokstäver räcker.
tour-log = Skriv en träff på en rad: tryck { $key }, skriv  igår 14-15 hem @mamma -- läxor  och tryck Enter.
tour-undo = Allt går att ta tillbaka: tryck { $key }. Raden ovanför tangenterna säger vad som ångrades.
tour-why = Vad måste hända nu? Tryck { $key }. Varför står den markerade raden där? Tryck { $then }.
tour-visit = Esc stänger. Tryck { $key }: umgänget. En förälder har blivit sjuk: tryck { $then }, och välj vem och varför.
tour-help = Tangenterna för platsen du är på visas med { $key }. Tryck den nu.
tour-over = Rundturen är klar
tour-end = Esc stänger hjälpen. Pröva vidare här, inget sparas. { $quit } slutar.
why-no-tour-here = Du är redan i rundturen.
notice-new-here = Ny här? F10 är en rundtur på sex steg, och ? hjälper var du än är.
notice-given = Någon annan har gett dig lösenfrasen: { $key } byter den.
