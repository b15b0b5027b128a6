"""From YAML files to the model: finding them, reading them, saying what is wrong with them."""
