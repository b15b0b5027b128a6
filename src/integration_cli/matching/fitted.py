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
        -5.2085,
        (
            0.5484,
            11.7918,
            15.8556,
            0.4615,
            2.1791,
            0.0837,
            0.1013,
            0.5769,
            -4.9194,
            -0.4445,
            0.3069,
            0.2611,
            0.1514,
        ),
    ),
    (
        9.0,
        -8.9667,
        (
            0.2599,
            -2.5698,
            12.7568,
            0.9051,
            7.6880,
            0.8383,
            0.1507,
            -0.4136,
            -5.8534,
            -0.6298,
            0.3797,
            0.0672,
            -0.2138,
        ),
    ),
    (
        18.0,
        1.3171,
        (
            -0.0125,
            -13.2765,
            1.8783,
            -0.0561,
            4.9336,
            1.0120,
            0.0716,
            -1.7306,
            -4.3315,
            0.1835,
            0.4306,
            0.0051,
            0.0347,
        ),
    ),
    (
        float("inf"),
        -11.6248,
        (
            -0.1594,
            -5.8548,
            -4.7030,
            -0.0871,
            3.3867,
            0.9379,
            0.0543,
            2.5553,
            -2.2791,
            0.1280,
            0.4602,
            -0.2060,
            0.4954,
        ),
    ),
)
FINDING = (-4.2594, 1.2078, -0.2739, 0.1123)
