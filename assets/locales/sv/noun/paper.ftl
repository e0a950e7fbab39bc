# All words of one kind of record: paper.

noun-paper = papperet

form-new-life_story = Barnets bok
form-life_story = Barnets bok
form-new-safety_plan = Säkerhetsplan
form-safety_plan = Säkerhetsplan
form-new-three_columns = Tre kolumner
form-three_columns = Tre kolumner

field-paper = Papper
field-papers-person = Om vem
field-made_with = Gjort med
field-papers-text = Text
field-safety_plan-person = Om vem
field-safety_plan-text = Varningstecken
field-who_does_what = Vem gör vad
field-tried_on = Prövas från
field-tried_until = Prövas till
field-tried = Så gick det
field-worried = Oroas för
field-works_well = Fungerar bra
field-needs = Behöver hända
field-scale = 0–10

paper_kind-life_story = barnets bok
paper_kind-safety_plan = säkerhetsplan
paper_kind-three_columns = tre kolumner
hint-who_does_what = en rad var: Mormor: hämtar på tisdagar; den som inte gör något stryks
hint-scale = 10: barnet är tryggt nog för att vi inte behöver göra mer; 0: barnet är i fara

rows-papers = { $rows ->
    [one] 1 version av ett papper
   *[other] { $rows } versioner av papper
}

step-add-paper = papper för { $label }
step-change-paper = ändrat papper för { $label }
step-remove-paper = borttaget papper för { $label }

deed-add-paper = ny version av ett papper
deed-change-paper = ändrat papper
deed-remove-paper = borttaget papper
