# All words of one kind of record: assessment.

noun-assessment = bedömningen av kontakt

form-new-assessment = Bedömning av kontakt
form-assessment = Bedömning av kontakt

field-information = Vad vi vet
field-risks = Talar för risk
field-protective = Skyddar
field-assessments-decision = Beslut
field-plan = Så görs det
field-follow_up = Så blev det
field-assessed_by = Bedömt av

hint-assessments-information = barnet, den vuxna, hur de är tillsammans; fyll bara i det som hjälper
hint-protective = det som gör kontakten trygg: personer, platser, överenskommelser
hint-plan = var, hur ofta, hur länge, vem som är med, vad som får det att stoppa

rows-assessments = { $rows ->
    [one] 1 bedömning av kontakt
   *[other] { $rows } bedömningar av kontakt
}

step-add-assessment = bedömning av kontakt { $label }
step-change-assessment = ändrad bedömning av kontakt { $label }
step-remove-assessment = borttagen bedömning av kontakt { $label }

deed-add-assessment = ny bedömning av kontakt
deed-change-assessment = ändrad bedömning av kontakt
deed-remove-assessment = borttagen bedömning av kontakt
