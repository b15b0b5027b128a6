"""How sure a share is."""

import math

from integration_cli.survey import Interval

Z = 1.959963984540054
"""The normal quantile for 95 %."""


def wilson(count: int, of: int) -> Interval:
    """The 95 % Wilson score interval for `count` out of `of`; all shares where nothing was counted.

    With p = count / n and z = 1.96: (p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n).
    Wilson 1927, Journal of the American Statistical Association 22: 209-212.
    """
    if of == 0:
        return Interval(0.0, 1.0)
    share, square = count / of, Z * Z / of
    middle = share + square / 2
    reach = Z * math.sqrt(share * (1 - share) / of + square / (4 * of))
    low, high = (middle - reach) / (1 + square), (middle + reach) / (1 + square)
    # At the ends the formula gives 0 and 1 exactly; rounding must not carry it past them.
    return Interval(0.0 if count == 0 else low, 1.0 if count == of else high)
