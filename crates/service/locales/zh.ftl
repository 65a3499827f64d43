survey-answered = 客户已经评价过了
survey-mail-subject = 请评价我们对咨询 { $number } 的服务
survey-mail-body = 您好！

    您的咨询 { $number } 已办结。请用一分钟告诉我们做得如何（五个问题）：

    { $link }

    链接三十天内有效。谢谢！
    { $company }
