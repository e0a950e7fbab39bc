# The family tree.

kin_relation-parent_of = parent of
kin_relation-partner_of = partner of
kin_relation-sibling_of = sibling of
kin_relation-cares_for = looks after

field-person = Who
fault-same-person = nobody is kin of themselves
file-fault-same-person = is the same person

ask-remove-kin = Remove the relation: { $name }, { $kin }?
problem-kin-of-oneself = Nobody is kin of themselves.
problem-kin-twice = That relation is written already.
problem-kin-circle = That would make somebody the parent of their own parent.

kin-parent_of = parent of { $name }
kin-partner_of = partner of { $name }
kin-sibling_of = sibling of { $name }
kin-cares_for = looks after { $name }
kin-ended = has ended
kin-ended-on = ended { $day }
kin-presumed = ? presumed parent of { $names }
kin-unknown-parent = ? unknown parent
kin-unknown-short = ? unknown
kin-elsewhere = elsewhere
kin-nowhere = ? where

tree-title = { $family } · family tree
tree-birth = BIRTH HOME
tree-placed = PLACED, AND FAMILY HOME
tree-more = { $rows ->
    [one] one more row
   *[other] { $rows } more rows
}
tree-nobody = Nobody yet. p on the family's page adds people.
tree-legend-parent = parent
tree-legend-partner = partner
tree-legend-carer = looks after
tree-legend-presumed = presumed, not written
tree-legend-sibling = sibling
tree-legend-ended = ended
page-kin = Relations

do-open-tree = Family tree
do-other-side = Tree or list
do-new-kin = New relation, as a form
do-edit-kin = Edit the marked relation, or a new one of the marked person
do-remove-kin = Remove the marked relation
bar-open-tree = tree
bar-other-side = tree/list
bar-new-kin = new
bar-edit-kin = edit
bar-remove-kin = remove
help-tree = Family tree
why-no-kin = Mark a relation first; Tab shows the list.
why-alone = A relation needs two people.
