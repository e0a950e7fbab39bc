# All words of one kind of record: meeting of a group.

noun-group_meeting = gruppmötet

form-new-group_meeting = Nytt möte
form-group_meeting = Möte

field-theme = Tema
field-wished_on = Önskat den
field-wishes = Önskas, röster
field-gap = Lucka
field-gap_area = Luckans område
field-gap_met_on = Luckan fylld
field-survey = Enkät
field-survey_mean = Enkät, medel
field-survey_n = Enkät, antal svar

hint-meetings-theme = vad mötet handlar om; förberett, gärna något gruppen har önskat
hint-meetings-wishes = vad gruppen önskar en annan gång, med hur många: skärmtid=3; ekonomi
hint-meetings-gap = vad som behövs och ingen erbjuder, som gruppens frågor visade; inga namn
hint-meetings-survey_mean = gruppens medelvärde, till exempel 4,1; visas när minst tre har svarat
hint-meetings-note = gruppens, ingens akt; inga namn på familjer

rows-meetings = { $rows ->
    [one] 1 gruppmöte
   *[other] { $rows } gruppmöten
}

step-add-group_meeting = möte med { $label }
step-change-group_meeting = ändrat möte med { $label }
step-remove-group_meeting = borttaget möte med { $label }

deed-add-group_meeting = nytt gruppmöte
deed-change-group_meeting = ändrat gruppmöte
deed-remove-group_meeting = borttaget gruppmöte
