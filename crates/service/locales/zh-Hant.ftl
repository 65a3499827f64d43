survey-answered = 客戶已經評價過了
survey-mail-subject = 請評價我們對諮詢 { $number } 的服務
survey-mail-body = 您好！

    您的諮詢 { $number } 已辦結。請用一分鐘告訴我們做得如何（五個問題）：

    { $link }

    連結三十天內有效。謝謝！
    { $company }
