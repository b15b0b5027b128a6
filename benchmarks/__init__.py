"""Measurements of the advisor: relevance, start-up, throughput. Nothing of the product imports them."""
