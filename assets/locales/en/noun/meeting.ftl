# All words of one kind of record: meeting.

noun-meeting = the check-in

step-add-meeting = check-in meeting
step-change-meeting = changed check-in meeting
step-remove-meeting = removed check-in meeting
