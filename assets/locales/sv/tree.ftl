# Släktskap och familjeträdet.

kin_relation-parent_of = förälder till
kin_relation-partner_of = partner till
kin_relation-sibling_of = syskon till
kin_relation-cares_for = tar hand om

field-person = Vem
fault-same-person = ingen är släkt med sig själv
file-fault-same-person = är samma person

ask-remove-kin = Ta bort relationen: { $name }, { $kin }?
problem-kin-of-oneself = Ingen är släkt med sig själv.
problem-kin-twice = Den relationen är redan skriven.
problem-kin-circle = Då skulle någon bli förälder till sin egen förälder.

kin-parent_of = förälder till { $name }
kin-partner_of = partner till { $name }
kin-sibling_of = syskon till { $name }
kin-cares_for = tar hand om { $name }
kin-ended = har upphört
kin-ended-on = upphörde { $day }
kin-presumed = ? förmodad förälder till { $names }
kin-unknown-parent = ? okänd förälder
kin-unknown-short = ? okänd
kin-elsewhere = på annat håll
kin-nowhere = ? var

tree-title = { $family } · familjeträd
tree-birth = URSPRUNGSHEMMET
tree-placed = PLACERADE OCH FAMILJEHEM
tree-more = { $rows ->
    [one] en rad till
   *[other] { $rows } rader till
}
tree-nobody = Inga personer ännu. p på familjens sida lägger till.
tree-legend-parent = förälder
tree-legend-partner = partner
tree-legend-carer = tar hand om
tree-legend-presumed = förmodat, inte skrivet
tree-legend-sibling = syskon
tree-legend-ended = upphört
page-kin = Relationer

do-open-tree = Familjeträdet
do-other-side = Träd eller lista
do-new-kin = Ny relation, som formulär
do-edit-kin = Ändra den märkta relationen, eller ny av den märkta personen
do-remove-kin = Ta bort den märkta relationen
bar-open-tree = träd
bar-other-side = träd/lista
bar-new-kin = ny
bar-edit-kin = ändra
bar-remove-kin = ta bort
help-tree = Familjeträdet
why-no-kin = Märk en relation först; Tab visar listan.
why-alone = Det behövs två personer för en relation.
