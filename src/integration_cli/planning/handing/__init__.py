"""Plans handed to people who work in Word and Excel, and what they wrote taken back."""
