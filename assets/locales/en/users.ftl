# Users, passphrases, the recovery code and the casebook's key.

cmd-user = Adds users, changes what they may do, keeps them out, and changes passphrases
cmd-user-usage =
    trygg user list [--json]
    {"  "}trygg user add NAME --role ROLE [--team TEAM] [--hours 17:00-08:00]
    {"  "}trygg user role NAME ROLE [--hours 17:00-08:00]
    {"  "}trygg user team NAME TEAM
    {"  "}trygg user disable NAME
    {"  "}trygg user enable NAME
    {"  "}trygg user remove NAME
    {"  "}trygg user passphrase [NAME --second NAME]
    {"  "}trygg user recovery [--recovery-file FILE]
    {"  "}trygg user recover NAME
arg-user_deed = What to do: list, add, role, team, disable, enable, remove, passphrase, recovery, recover
arg-user_deed-value = WHAT
arg-user_words = Whom it is about, and the role or the team
arg-user_words-value = WORD
arg-role = The role: support_person, visit_supporter, crisis_supporter, team_leader, statistician, administrator, on_call
arg-role-value = ROLE
arg-of_team = The user's team; otherwise your own
arg-of_team-value = TEAM
arg-hours = The hours of whoever is on call, as 17:00-08:00
arg-hours-value = HOURS
arg-new_passphrase_file = File whose first line is the new passphrase
arg-new_passphrase_file-value = FILE
arg-second = The other user, in what nobody does alone
arg-second-value = NAME
arg-second_passphrase_file = File whose first line is the other user's passphrase
arg-second_passphrase_file-value = FILE
arg-code_file = File whose first line is the recovery code
arg-code_file-value = FILE
arg-recovery_file = File that the recovery code is written to, instead of the screen
arg-recovery_file-value = FILE

how-user-list = trygg user list
how-user-add = trygg user add NAME --role ROLE
how-user-role = trygg user role NAME ROLE
how-user-team = trygg user team NAME TEAM
how-user-disable = trygg user disable NAME
how-user-enable = trygg user enable NAME
how-user-remove = trygg user remove NAME
how-user-passphrase = trygg user passphrase, or trygg user passphrase NAME --second NAME
how-user-recovery = trygg user recovery
how-user-recover = trygg user recover NAME

column-team = Team
column-hours = Hours
column-standing = Standing
user-in = can unlock
user-barred = kept out
user-removed = removed
user-without-key = no key file

do-change-passphrase = Change your passphrase
passphrase-old = Present passphrase
passphrase-new = New passphrase
passphrase-again = The new one again
help-newpassphrase = Change your passphrase: the one you have, the new one, and the new one again. Nothing of it is shown.

ask-code = Recovery code:
strength-fair = The passphrase will do.
strength-good = The passphrase is good.
strength-strong = The passphrase is strong.
passphrase-given = Somebody else gave you the passphrase. Change it: trygg user passphrase

said-user-added = { $user } is now { $role }, and is asked to change the passphrase until that is done.
said-user-changed = { $user } is now { $role }.
said-user-same = { $user } is as before; nothing was changed.
said-user-disabled = { $user } is kept out, and a program that is open under that name stops at the next key.
said-user-enabled = { $user } can unlock again.
said-user-enabled-without = { $user } is not kept out any more, but has no key file. Give a passphrase: trygg user passphrase NAME --second NAME
said-user-removed =
    { $user } is removed, and the casebook has a new key.
    Backups and copies from before today are still opened by whoever had the old key.
said-left-out = Got no new key and need a new passphrase: { $left_out }.
said-passphrase-changed = The passphrase is changed.
said-passphrase-reset = { $user } has a new passphrase and new keys. Text that was sealed to { $user } before today cannot be had back.
said-recovered = { $user } has a new passphrase. Everybody sees on the week that the code was used. Make a new code: trygg user recovery
said-recovery =
    Recovery code: { $code }
    Write it down and lock it away. It is not shown again, and opens the casebook if whoever manages the users forgets their passphrase.
said-recovery-file = The recovery code is in { $path }. Move it to where only you find it.
rekeying = The casebook gets a new key: { $percent } %

key-followed = The casebook has got a new key, and you go on working in it. Do again what you just did, if it does not show.

matter-recovered = { $user } got a new passphrase with the recovery code
matter-recovered-do = Is that right? If not, tell whoever manages the users at once. Make a new code: trygg user recovery.

problem-user-disabled = { $user } is kept out.
    .hint = Ask whoever manages the users.
problem-user-taken = There is a user called { $user } already.
    .hint = Write the name so that the two can be told apart.
problem-no-user-name = A user needs a name.
problem-no-user-of-yours = There is no user called { $user } among those you manage.
    .hint = See the names with trygg user list.
problem-no-such-team = There is no team called { $team }.
problem-no-such-role = { $role } is no role. Choose { $roles }.
problem-user-role = Which role? Give it with --role.
problem-user-words = It is written so: { $how }.
problem-bad-hours = { $value } are no hours. Write for example 17:00-08:00.
problem-hours-on-call = Only whoever is on call has hours.
problem-own-account = Nobody changes their own role, team or standing.
    .hint = Ask somebody else who manages users.
problem-own-passphrase = One's own passphrase is changed with: trygg user passphrase
problem-other-teams-user = A team leader manages only the users of the own team.
    .hint = Ask an administrator.
problem-administrators-account = Administrators are managed by an administrator.
problem-takes-two = Nobody does this alone.
    .hint = Have another one unlock: --second NAME.
problem-second-is-first = The second must be somebody else than you.
problem-second-is-theirs = The second must be somebody else than the one it is about, and not kept out.
problem-second-manages-not = The second must be somebody who manages users as well.
problem-same-passphrase = The new passphrase is the same as the old one.
problem-common-passphrase = The passphrase is too easy to guess: it is made of words that many choose.
    .hint = Better take four words that have nothing to do with each other.
problem-demo-without-passphrases = A demo casebook has no passphrases.
problem-older-key-file = The key file belongs to an older key, which the casebook has no more.
    .hint = Ask whoever manages the users for a new passphrase.
problem-new-key = The casebook has got a new key, and this program sees the old one.
    .hint = Unlock it again. What you wrote is kept.
problem-copy-unlike = The copy did not become like the casebook. Nothing was changed.
    .hint = Try again; run trygg doctor if it happens once more.
problem-recovery-group = Group { $group } of the recovery code is not right.
    .hint = There are six groups of five signs.
problem-wrong-recovery = The recovery code is not this casebook's.
problem-no-recovery = There is no recovery code.
problem-recovery-for-managers = With the recovery code only somebody who manages users gets a new passphrase, and { $user } does not.
    .hint = Ask the team leader or the administrator.
problem-file-exists = The file { $path } is there already.

cmd-team = Shows the unit's teams, adds one, gives one another name
cmd-team-usage = trygg team list [--json] · trygg team add NAME · trygg team rename TEAM NAME
arg-team_deed = What is to be done: list, add, rename
arg-team_deed-value = WHAT
arg-team_words = The team, and the new name; "" is the team that has been given no name
arg-team_words-value = NAME
how-team-list = trygg team list
how-team-add = trygg team add NAME
how-team-rename = trygg team rename TEAM NAME
column-own_team = Yours
team-own = yes
team-unnamed = (no name)
said-team-added = The team { $team } is there now. Put users into it: trygg user team NAME TEAM
said-team-renamed = The team is called { $team } now.
