# All words of one kind of record: schooling.

noun-schooling = term at school

form-new-schooling = Term at school
form-schooling = Term at school

field-term = Term
field-grade = Grade
field-swedish = Swedish
field-mathematics = Mathematics
field-eligible = Upper secondary
field-study_contact = Contact for studies

school_term-spring = spring term
school_term-autumn = autumn term
school_level-below = below the goals
school_level-reaches = reaches the goals
school_level-above = above the goals
school_level-not_assessed = not assessed
hint-grade = F, 1 to 9, or the year of upper secondary

rows-schooling = { $rows ->
    [one] 1 term at school
   *[other] { $rows } terms at school
}

step-add-schooling = term at school of { $label }
step-change-schooling = changed term at school of { $label }
step-remove-schooling = removed term at school of { $label }

deed-add-schooling = a new term at school
deed-change-schooling = a changed term at school
deed-remove-schooling = a term at school removed
