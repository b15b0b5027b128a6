"""First names that are common in the United Kingdom: enough to know many a person by, never all."""

_COMMON = """
    Abdul Abigail Adam Adrian Ahmed Aisha Alan Albert Alex Alexander Ali Alice Alison Amanda Amelia Amir Amy Andrea
    Andrew Angela Anita Ann Anna Anne Anthony Antonio Asif Audrey Barbara Barry Ben Benjamin Bernard Beth Bethany
    Beverley Brenda Brian Bridget Bruce Callum Cameron Carl Caroline Catherine Charles Charlotte Cheryl Chloe Chris
    Christina Christine Christopher Claire Colin Connor Craig Cynthia Daniel Darren David Dawid Deborah Deepak Denise
    Dennis Derek Diana Diane Donald Donna Doreen Dorothy Douglas Duncan Edward Eileen Elaine Eleanor Elizabeth Ella
    Emily Emma Eric Ethan Evelyn Farah Fatima Fiona Frances Francis Gareth Gary Gavin Geoff Geoffrey George Georgina
    Gerald Geraldine Gillian Gladys Glen Glenn Gordon Graham Gregory Gurpreet Hannah Hassan Helen Henry Howard Hugh
    Ian Ibrahim Imran Irene Isabella Isla Jack Jackie Jacob Jacqueline James Jamie Jane Janet Janice Jasmine Jason
    Javed Jean Jeffrey Jennifer Jeremy Jessica Jill Joan Joanna Joanne John Jonathan Joseph Josephine Joshua Joyce
    Judith Julia Julian Julie Karen Kate Katherine Kathleen Katie Kayleigh Keith Kelly Kenneth Kerry Kevin Khalid
    Kieran Kim Kirsty Kyle Laura Lauren Lawrence Leah Lee Leonard Lesley Liam Linda Lisa Louise Lucy Luke Lynn Lynne
    Malcolm Mandy Marcus Margaret Maria Marie Marilyn Marion Martin Mary Matthew Maureen Maurice Megan Melanie
    Mia Michael Michelle Mohammad Mohammed Muhammad Naomi Natalie Nathan Neil Nicholas Nicola Nigel Noah Norma Norman
    Olivia Omar Oliver Oscar Pamela Patricia Patrick Paul Paula Pauline Peter Philip Phillip Piotr Priya Rachel Raj
    Rajesh Raymond Rebecca Richard Robert Roger Ronald Rosemary Ross Roy Russell Ruth Ryan Sally Samantha Samuel Sandra
    Sanjay Sara Sarah Scott Sean Sharon Sheila Shirley Simon Sophia Sophie Stacey Stanley Stephanie Stephen Steve Steven
    Stuart Sunita Susan Suzanne Sylvia Tanya Teresa Terence Terry Thomas Timothy Tina Tony Tracey Tracy Trevor Valerie
    Vanessa Veronica Victoria Vijay Vincent Wayne Wendy William Yasmin Yusuf Yvonne Zainab Zoe
    Sue Tim Tom Pete Nick Harry Jo Sam Dave Mike Jim Bob Kath Liz Debbie
"""
_ALSO_WORDS = """
    Amber April Art August Autumn Basil Bill Carol Chase Chuck Clay Cliff Dale Dawn Dean Don Drew Earl Eve Faith Ford
    Frank Gene Ginger Glory Grace Grant Guy Hazel Heather Holly Hope Iris Ivy Jade Joy June Lance Lily Mark Max
    May Miles Olive Pat Patience Pearl Penny Ray Rob Robin Rose Ruby Sandy Skye Summer Victor
    Violet Wade Will Woody
"""

FIRST_NAMES = frozenset(_COMMON.split())
"""Names that are hardly anything else."""

ALSO_WORDS = frozenset(_ALSO_WORDS.split())
"""Names that are words too: they count as names before another name only."""
