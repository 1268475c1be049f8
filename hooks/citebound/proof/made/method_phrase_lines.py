"""The lines of the method page about the phrases of dates that are counted, for the list of its lines.

They are written here by a person: nothing of them is taken from the rules that count.
"""

from __future__ import annotations

PHRASE_LINES = """
 <details.cb-list class="cb-list">
  <summary>Phrases that are counted, English
  <dl.cb-facts class="cb-facts cb-fine">
   <dt lang="en">this year, early this year, late this year
   <dd>the year counted from
   <dt lang="en">earlier this year
   <dd>from the first day of the year to the day counted from
   <dt lang="en">later this year, by the end of the year, by the end of this year, before the end of the year, …
   <dd>from the day counted from to the last day of its year
   <dt lang="en">next year, early next year, late next year, the following year
   <dd>the year after
   <dt lang="en">last year, early last year, late last year, the previous year, …
   <dd>the year before
   <dt lang="en">this month
   <dd>the month counted from
   <dt lang="en">earlier this month
   <dd>from the first day of the month to the day counted from
   <dt lang="en">later this month
   <dd>from the day counted from to the last day of its month
   <dt lang="en">next month
   <dd>the month after
   <dt lang="en">last month
   <dd>the month before
   <dt lang="en">this week, earlier this week, later this week
   <dd>one of the days, Monday to Sunday, of the week counted from
   <dt lang="en">next week
   <dd>one of the days of the week after
   <dt lang="en">last week
   <dd>one of the days of the week before
   <dt lang="en">today
   <dd>the day counted from
   <dt lang="en">yesterday
   <dd>the day before
   <dt lang="en">tomorrow
   <dd>the day after
   <dt lang="en">now, currently, at present
   <dd>the date counted from, as precise as it is
   <dt lang="en">in {month}, this {month}, for {month}, in early {month}, …
   <dd>the latest such month that is not after the date counted from; of what was still to come: the first such month that is not before the date counted from
   <dt lang="en">last {month}
   <dd>the latest such month before the month counted from
   <dt lang="en">in {month} last year, in {month} of last year
   <dd>that month of the year before
   <dt lang="en">in {month} this year, in {month} of this year
   <dd>that month of the year counted from
   <dt lang="en">in {month} next year, in {month} of next year
   <dd>that month of the year after
   <dt lang="en">on {day} {month}, on {month} {day}, {day} {month}, {month} {day}, …
   <dd>the latest such day that is not after the day counted from; of what was still to come: the first such day that is not before the day counted from
   <dt lang="en">no earlier than {day} {month}, no earlier than {month} {day}, not before {day} {month}, not before {month} {day}
   <dd>one of the days from the latest such day that is not after the day counted from; of what was still to come: one of the days from the first such day that is not before the day counted from
   <dt lang="en">on {weekday}, this {weekday}, {weekday}
   <dd>the latest such day of the week that is not after the day counted from; of what was still to come: the first such day of the week that is not before the day counted from
   <dt lang="en">on {weekday} morning, on {weekday} afternoon, on {weekday} evening, early on {weekday}, …
   <dd>the latest such day of the week that is not after the day counted from, whatever its hour; of what was still to come: the first such day of the week that is not before the day counted from, whatever its hour
   <dt lang="en">on {weekday} {day} {month}, on {weekday} {month} {day}, {weekday} {day} {month}, {weekday} {month} {day}, …
   <dd>the latest such day that is not after the day counted from, if it is that day of the week; of what was still to come: the first such day that is not before the day counted from, if it is that day of the week
   <dt lang="en">last {weekday}, on last {weekday}
   <dd>the latest such day of the week before the day counted from
   <dt lang="en">next {weekday}, on next {weekday}
   <dd>the first such day of the week after the day counted from
   <dt lang="en">at the weekend, over the weekend, on the weekend, this weekend
   <dd>the Saturday or Sunday of the latest weekend that has begun by the day counted from; of what was still to come: the Saturday or Sunday of the first weekend that has not ended by the day counted from
   <dt lang="en">last weekend
   <dd>the Saturday or Sunday of the week before
   <dt lang="en">next weekend
   <dd>the Saturday or Sunday of the week after
   <dt lang="en">in the {season}, in {season}, this {season}
   <dd>the latest such season that has begun by the date counted from; of what was still to come: the first such season that has not ended by the date counted from
   <dt lang="en">last {season}
   <dd>the latest such season that has ended by the date counted from
   <dt lang="en">next {season}
   <dd>the first such season that begins after the date counted from
   <dt lang="en">the past decade, the last decade, over the past decade, over the last decade, …
   <dd>from about the tenth year before to the year counted from
   <dt lang="en">the past {number} years, the last {number} years, over the past {number} years, over the last {number} years, …
   <dd>from about that many years before to the year counted from
   <dt lang="en">the past {number} months, the last {number} months, over the past {number} months, over the last {number} months, …
   <dd>from about that many months before to the month counted from
   <dt lang="en">{number} weeks ago, {number} weeks earlier
   <dd>about the day that many weeks before
   <dt lang="en">{number} weeks later
   <dd>about the day that many weeks after a day that the source gives
   <dt lang="en">a week ago, a week earlier
   <dd>about the day a week before
   <dt lang="en">a week later
   <dd>about the day a week after a day that the source gives
   <dt lang="en">{number} days ago
   <dd>the day that many days before
   <dt lang="en">{number} days later
   <dd>the day that many days after a day that the source gives
   <dt lang="en">the next day, the following day, a day later
   <dd>the day after a day that the source gives
   <dt lang="en">{number} years ago, {number} years earlier
   <dd>about that many years before
   <dt lang="en">{number} years ago this month
   <dd>the same month, that many years before
   <dt lang="en">{number} years later
   <dd>about that many years after
   <dt lang="en">a year ago, a year earlier, a year before
   <dd>about the year before
   <dt lang="en">a year later
   <dd>about the year after
   <dt lang="en">a decade ago
   <dd>about the tenth year before
   <dt lang="en">recently, most recently, lately, in recent days, …
   <dd>some time up to then; the words do not say how long before
   <dt lang="en">at least {year}, until at least {year}, to at least {year}, {year} at the earliest, …
   <dd>one of the years from that year on
 <details.cb-list class="cb-list">
  <summary>Phrases that are counted, Russian
  <dl.cb-facts class="cb-facts cb-fine">
   <dt lang="ru">в этом году, в текущем году, в начале этого года, в конце этого года
   <dd>the year counted from
   <dt lang="ru">ранее в этом году, раньше в этом году
   <dd>from the first day of the year to the day counted from
   <dt lang="ru">позже в этом году, позднее в этом году
   <dd>from the day counted from to the last day of its year
   <dt lang="ru">в следующем году, в будущем году
   <dd>the year after
   <dt lang="ru">в прошлом году, в предыдущем году
   <dd>the year before
   <dt lang="ru">в этом месяце, в текущем месяце
   <dd>the month counted from
   <dt lang="ru">ранее в этом месяце, раньше в этом месяце
   <dd>from the first day of the month to the day counted from
   <dt lang="ru">позже в этом месяце, позднее в этом месяце
   <dd>from the day counted from to the last day of its month
   <dt lang="ru">в следующем месяце
   <dd>the month after
   <dt lang="ru">в прошлом месяце
   <dd>the month before
   <dt lang="ru">на этой неделе, на текущей неделе
   <dd>one of the days, Monday to Sunday, of the week counted from
   <dt lang="ru">на следующей неделе
   <dd>one of the days of the week after
   <dt lang="ru">на прошлой неделе
   <dd>one of the days of the week before
   <dt lang="ru">сегодня
   <dd>the day counted from
   <dt lang="ru">вчера
   <dd>the day before
   <dt lang="ru">завтра
   <dd>the day after
   <dt lang="ru">сейчас, в настоящее время, ныне
   <dd>the date counted from, as precise as it is
   <dt lang="ru">в {month_in}
   <dd>the latest such month that is not after the date counted from; of what was still to come: the first such month that is not before the date counted from
   <dt lang="ru">{day} {month_of}, на {day} {month_of}, с {day} {month_of}
   <dd>the latest such day that is not after the day counted from; of what was still to come: the first such day that is not before the day counted from
   <dt lang="ru">не раньше {day} {month_of}, не ранее {day} {month_of}
   <dd>one of the days from the latest such day that is not after the day counted from; of what was still to come: one of the days from the first such day that is not before the day counted from
   <dt lang="ru">в {weekday}, во {weekday}, в эту {weekday}, в этот {weekday}, …
   <dd>the latest such day of the week that is not after the day counted from; of what was still to come: the first such day of the week that is not before the day counted from
   <dt lang="ru">в прошлый {weekday}, в прошлую {weekday}, в прошлое {weekday}
   <dd>the latest such day of the week before the day counted from
   <dt lang="ru">в следующий {weekday}, в следующую {weekday}, в следующее {weekday}
   <dd>the first such day of the week after the day counted from
   <dt lang="ru">в выходные, на выходных, в эти выходные
   <dd>the Saturday or Sunday of the latest weekend that has begun by the day counted from; of what was still to come: the Saturday or Sunday of the first weekend that has not ended by the day counted from
   <dt lang="ru">{season}, этой {season}, этим {season}
   <dd>the latest such season that has begun by the date counted from; of what was still to come: the first such season that has not ended by the date counted from
   <dt lang="ru">прошлой {season}, прошлым {season}
   <dd>the latest such season that has ended by the date counted from
   <dt lang="ru">следующей {season}, следующим {season}
   <dd>the first such season that begins after the date counted from
   <dt lang="ru">за последнее десятилетие, в последнее десятилетие
   <dd>from about the tenth year before to the year counted from
   <dt lang="ru">за последние {number} лет, за последние {number} года
   <dd>from about that many years before to the year counted from
   <dt lang="ru">{number} лет назад, {number} года назад
   <dd>about that many years before
   <dt lang="ru">год назад, годом ранее, годом раньше, за год до этого
   <dd>about the year before
   <dt lang="ru">годом позже
   <dd>about the year after
   <dt lang="ru">недавно, в последнее время, в последние дни, в последние недели, …
   <dd>some time up to then; the words do not say how long before
   <dt lang="ru">не ранее {year} года, не раньше {year} года
   <dd>one of the years from that year on
"""
