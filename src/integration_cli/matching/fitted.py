"""Numbers of the calibration, written by `python -m benchmarks.calibrate`. Do not edit by hand."""

# Each row: most words of a text, bias, weights of the signals:
#   best of words, by root of length
#   best of phrases
#   best of pieces
#   best fused
#   share of known content words
#   mean log odds of the domain
#   summed log odds of the domain
#   log of length
#   share of known features
#   margin of the best over the fifth
#   nearness of the words to the field
#   log odds of the most telling feature
#   mean log odds of the three most telling features
FIELD: tuple[tuple[float, float, tuple[float, ...]], ...] = (
    (
        4.0,
        -4.9376,
        (
            0.5367,
            13.1824,
            15.8052,
            0.4756,
            1.8416,
            0.1163,
            0.1008,
            1.0062,
            -5.4827,
            -0.4335,
            0.3071,
            0.2373,
            0.1459,
        ),
    ),
    (
        9.0,
        -8.3221,
        (
            0.2750,
            -2.1632,
            13.6487,
            0.8602,
            7.2790,
            0.7835,
            0.1642,
            -0.2507,
            -6.3831,
            -0.6209,
            0.3889,
            0.0920,
            -0.2568,
        ),
    ),
    (
        18.0,
        2.6307,
        (
            -0.0004,
            -9.5775,
            1.1503,
            -0.0285,
            3.2764,
            0.9720,
            0.0704,
            -1.5840,
            -4.2617,
            0.1126,
            0.4468,
            0.0339,
            -0.0765,
        ),
    ),
    (
        float("inf"),
        -11.3069,
        (
            -0.1414,
            -7.2992,
            -2.6599,
            -0.0129,
            3.4626,
            0.8414,
            0.0646,
            2.1957,
            -2.0013,
            0.0442,
            0.4540,
            -0.2523,
            0.5696,
        ),
    ),
)
FINDING = (-4.2717, 1.2060, -0.2757, 0.1158)
