# All words of one kind of record: meeting.

noun-meeting = avstämningen

step-add-meeting = avstämningsmöte
step-change-meeting = ändrat avstämningsmöte
step-remove-meeting = borttaget avstämningsmöte
