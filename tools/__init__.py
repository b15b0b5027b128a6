"""What is made from the program: its man page, its reference, its single file. Nothing of the product imports them."""
