due-by-date = due { $at }
due-by-date-moved = { $base } { $offset } is { $at }
due-date-unknown = The date it hangs on is not known yet
due-moment = due { $at }
due-nothing = No time limit applies
