due-by-date = { $at } 到期
due-by-date-moved = { $base } { $offset }，即 { $at } 到期
due-date-unknown = 所依据的日期尚未确定
due-moment = { $at } 到期
due-nothing = 没有时限
