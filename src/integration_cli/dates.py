"""Dates as people write them in Britain."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def is_day(text: str) -> bool:
    """Whether a text is a day as an ISO date, and one that exists."""
    year, month, day = text[:4], text[5:7], text[8:]
    if f"{year}-{month}-{day}" != text or not (year + month + day).isdecimal() or len(text) != 10:
        return False
    from calendar import monthrange

    return int(year) > 0 and 1 <= int(month) <= 12 and 1 <= int(day) <= monthrange(int(year), int(month))[1]


def in_words(date: str) -> str:
    """'2026-06-30' as '30 June 2026', '2022-07' as 'July 2022', '2012' as it is."""
    parts = date.split("-")
    if len(parts) == 1:
        return date
    month = MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"
