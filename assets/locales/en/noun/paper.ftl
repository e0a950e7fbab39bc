# All words of one kind of record: paper.

noun-paper = paper

form-new-life_story = The child’s book
form-life_story = The child’s book
form-new-safety_plan = Safety plan
form-safety_plan = Safety plan
form-new-three_columns = Three columns
form-three_columns = Three columns

field-paper = Paper
field-papers-person = About whom
field-made_with = Made with
field-papers-text = Text
field-safety_plan-person = About whom
field-safety_plan-text = Warning signs
field-who_does_what = Who does what
field-tried_on = Tried from
field-tried_until = Tried until
field-tried = How it went
field-worried = Worried about
field-works_well = Works well
field-needs = Needs to happen
field-scale = 0–10

paper_kind-life_story = the child’s book
paper_kind-safety_plan = safety plan
paper_kind-three_columns = three columns
hint-who_does_what = a line each: Grandma: fetches on Tuesdays; whoever does nothing is left out
hint-scale = 10: the child is safe enough for us to do nothing more; 0: the child is in danger

rows-papers = { $rows ->
    [one] 1 version of a paper
   *[other] { $rows } versions of papers
}

step-add-paper = paper for { $label }
step-change-paper = changed paper for { $label }
step-remove-paper = removed paper for { $label }

deed-add-paper = a new version of a paper
deed-change-paper = a changed paper
deed-remove-paper = a paper removed
