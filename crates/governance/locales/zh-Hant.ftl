due-by-date = { $at } 到期
due-by-date-moved = { $base } { $offset }，即 { $at } 到期
due-date-unknown = 所依據的日期尚未確定
due-moment = { $at } 到期
due-nothing = 沒有時限
