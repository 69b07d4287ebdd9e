"""Days and periods that the law itself names."""

import datetime

DUTY_BEGAN = datetime.date(2023, 1, 31)  # SI 2022/1227 reg 4
FIRST_STRATEGY_DUE = datetime.date(2024, 1, 31)  # SI 2022/1304 reg 3(1)
DAYS_TO_SEND = 7  # "within the period of 7 days commencing on the date of publication" (SI 2022/1304 regs 4(2), 5(2), 6)
DAYS_TO_REPLY = 28  # "within a period of 28 days from the date of the report" (SI 2009/942 reg 7): the day after is the first
