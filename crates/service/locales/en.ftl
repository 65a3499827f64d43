survey-answered = The customer has answered already
survey-mail-subject = How did we do with your inquiry { $number }?
survey-mail-body = Hello,

    your inquiry { $number } is closed. Please take a minute to tell us how we did (five questions):

    { $link }

    The link is good for thirty days. Thank you!
    { $company }
